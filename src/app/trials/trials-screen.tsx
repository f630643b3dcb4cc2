/** Experiments: fair trials on oneself. The list, the way to a new one, and each one. */

import { useEffect } from 'preact/hooks'
import { Heading } from '../ui/heading.tsx'
import { Icon } from '../ui/icon.tsx'
import { Top } from '../ui/top.tsx'
import { allTrials, isOpen, openTrial, warmUp } from './all-trials.ts'
import { TrialNew } from './trial-new.tsx'
import { TrialOne } from './trial-one.tsx'
import './trials.css'

const words = {
  back: 'Prevent',
  title: 'What helps you?',
  lead: 'Memory is a poor judge of what helps. A fair trial on yourself is a better one.',
  how: [
    'You ask one question, like heat or ice.',
    'Chance picks which one comes next, so neither gets the good days.',
    'You rate once a day. The answer comes at the end.',
  ],
  honest: 'It gives a fairer answer, not less pain. “Not settled” is a usual answer.',
  begin: 'Ask a question',
  one: 'One trial at a time keeps the answer clean.',
  yours: 'My trials',
  states: {
    waiting: 'not begun',
    running: 'under way',
    paused: 'paused',
    finished: 'see the answer',
    stopped: 'stopped, see what it showed',
  },
}

export function Screen({ id }: { readonly id: string }) {
  useEffect(warmUp, [])
  const [first, ...rest] = id.split('/')
  if (first === 'new') return <TrialNew remedy={rest.length > 0 ? rest.join('/') : undefined} />
  const progress = allTrials.value.find(({ log }) => log.id === id)
  if (progress) return <TrialOne key={id} progress={progress} />
  return (
    <main id="main" class="page stack gap-5" data-screen="trials" tabIndex={-1}>
      <Top back={['/prevent', words.back]} />
      <Heading title={words.title} lead={words.lead} />
      {allTrials.value.length > 0 && (
        <section class="stack gap-3">
          <h2 class="group">{words.yours}</h2>
          <ul class="stack gap-3">
            {allTrials.value.map(progress => (
              <li key={progress.log.id}>
                <a class="card trial-link" href={`/trials/${progress.log.id}`}>
                  <span>
                    <b>{progress.frozen.protocol.question}</b>
                    <br />
                    <span class="quiet">{words.states[progress.state]}</span>
                  </span>
                  <Icon name="next" />
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ol class="card stack gap-3 trial-how">
        {words.how.map(text => (
          <li key={text}>{text}</li>
        ))}
      </ol>
      <p class="quiet">{openTrial.value && isOpen(openTrial.value) ? words.one : words.honest}</p>
      {!openTrial.value && (
        <div class="dock">
          <a class="btn next" href="/trials/new">
            {words.begin}
          </a>
        </div>
      )}
    </main>
  )
}
