/** Why do I cramp? One question at a time, at most twelve; then what may be part of it, in words. */
import './causes.css'
import { signal } from '@preact/signals'
import { mostQuestions } from '../../causes/next-question.ts'
import { tierAdvice } from '../../knowledge/tiers.gen.ts'
import { episode, record } from '../state/store.ts'
import { TierPassport } from '../triage/door.ts'
import { titled } from '../ui/body-map.tsx'
import { Icon } from '../ui/icon.tsx'
import { TierCard } from '../ui/tier.tsx'
import { Top } from '../ui/top.tsx'
import { Contributors, Pointers } from './contributors.tsx'
import { askedNow, causesPage, complaintFor, whyNow } from './why-now.ts'

const words = {
  back: 'Prevent',
  title: 'Why do I cramp?',
  first: 'The check comes first',
  firstText: 'Unknot asks for danger before it looks for causes. Show where it cramps, and answer the check.',
  toNow: 'Show where it cramps',
  goOn: 'Go on with the check',
  help: 'Get this help first. Causes can wait.',
  toResult: 'See what to do',
  young: 'Unknot is made for adults. Ask a clinician.',
  about: (place: string) => `About the cramp in your ${place}`,
  question: (at: number) => `Question ${at} of at most ${mostQuestions}`,
  isItTrue: 'Is this true for you?',
  yes: 'Yes',
  no: 'No',
  unsure: 'Not sure',
  show: 'Show what you found so far',
  more: 'Answer more questions',
}

/** The person wants to see the result so far. */
const isShown = signal(false)

export function Screen(_props: { readonly id: string }) {
  const why = whyNow.value
  const open = complaintFor.value
  const isOpen = episode.value?.id === open?.id
  return (
    <main id="main" class="page" data-screen="causes" data-kind={why?.kind ?? 'none'} tabIndex={-1}>
      <Top back={['/prevent', words.back]} />
      {!why || !open ? (
        <First href="/" text={words.toNow} />
      ) : why.kind === 'help-first' ? (
        <TierCard tier={why.tier}>
          <p>{tierAdvice[why.tier]?.action}</p>
          <p class="quiet">{words.help}</p>
          <a class="btn next help" href={why.tier === 'emergency' ? '/emergency' : isOpen ? '/result' : '/'}>
            {words.toResult}
            <Icon name="next" />
          </a>
          <TierPassport tier={why.tier} />
        </TierCard>
      ) : why.check !== null ? (
        <First href={isOpen ? '/check' : '/'} text={isOpen ? words.goOn : words.toNow} />
      ) : why.kind === 'too-young' ? (
        <p class="card">{words.young}</p>
      ) : why.kind === 'pointers' ? (
        <Pointers result={why} />
      ) : why.next && !isShown.value ? (
        <Ask key={why.next.id} id={why.next.id} text={why.next.text} episodeId={open.id} place={titled(open.region)} />
      ) : (
        <>
          <Contributors result={why} region={open.region} />
          {why.next && (
            <button
              type="button"
              class="btn big"
              onClick={() => {
                isShown.value = false
              }}
            >
              {words.more}
            </button>
          )}
        </>
      )}
    </main>
  )
}

const First = ({ href, text }: { readonly href: string; readonly text: string }) => (
  <div class="stack gap-5">
    <h1>{words.title}</h1>
    <div class="empty stack">
      <h2>{words.first}</h2>
      <p>{words.firstText}</p>
      <a class="btn big" href={href}>
        {text}
      </a>
    </div>
  </div>
)

interface AskProps {
  readonly id: string
  readonly text: string
  readonly episodeId: string
  readonly place: string
}

function Ask({ id, text, episodeId, place }: AskProps) {
  const say = (answer: 'present' | 'absent' | 'unsure') => {
    const lists = { present: [], absent: [], unsure: [] }
    record({ type: 'answered', episode: episodeId, page: causesPage.value, ...lists, [answer]: [id] })
  }
  const at = askedNow.value.length + 1
  return (
    <section class="stack gap-5 ask">
      <div class="stack gap-2">
        <p class="note num">{words.question(at)}</p>
        <progress class="steps-bar" max={mostQuestions} value={at - 1} aria-label={words.question(at)} />
        <h1>{words.title}</h1>
        <p class="quiet">{words.about(place.toLowerCase())}</p>
      </div>
      <div class="card stack gap-3">
        <p class="quiet">{words.isItTrue}</p>
        <p class="statement" id="statement">
          {text}
        </p>
      </div>
      <div class="dock three">
        <button type="button" class="btn big" aria-describedby="statement" onClick={() => say('present')}>
          {words.yes}
        </button>
        <button type="button" class="btn big" aria-describedby="statement" onClick={() => say('absent')}>
          {words.no}
        </button>
        <button type="button" class="btn plain" aria-describedby="statement" onClick={() => say('unsure')}>
          {words.unsure}
        </button>
      </div>
      {at > 2 && (
        <button
          type="button"
          class="btn plain"
          onClick={() => {
            isShown.value = true
          }}
        >
          {words.show}
        </button>
      )}
    </section>
  )
}
