/** Before a course: a few questions that choose it, what matters to the person, and Begin. */
import { useState } from 'preact/hooks'
import type { CourseDay } from '../../course/course.ts'
import { triageKnowledge } from '../../knowledge/triage.gen.ts'
import { newId, record, today } from '../state/store.ts'
import { type ChoiceAnswer, Choices } from '../ui/choices.tsx'
import { Field } from '../ui/field.tsx'
import { Fold } from '../ui/fold.tsx'
import { Heading } from '../ui/heading.tsx'
import { Passport } from '../ui/passport.tsx'
import { courseEpisode } from './course-now.ts'

const words = {
  ask: 'A few things about you',
  askLead: 'Tap what is true. It chooses your exercises.',
  next: 'Go on',
  begin: 'Begin today',
  matters: 'What would you like to do again? Say it in your own words.',
  mattersHint: 'tie my shoes, play with the children',
  outlook: 'How it mostly goes',
  honest: 'How sure this is',
  leave: 'Leave for now, with an end',
  until: (what: string, week: number, next: string) => `${what}: until the end of week ${week}. ${next}`,
  first: (minutes: number) => `Six weeks. It begins with about ${minutes} minutes a day.`,
}

const facts = {
  back: [
    'similar-before',
    'eases-arching',
    'eases-bending',
    'pelvic-girdle-pain',
    'work-sitting',
    'work-lifting',
    'does-sport',
  ],
  cramp: ['cramp-exercise', 'heat-work', 'work-sitting', 'work-lifting', 'does-sport'],
}

export function Offer({ answer }: { readonly answer: CourseDay }) {
  const own = courseEpisode.value
  const isAsked = own?.answered.some(({ page }) => page === 'course') ?? false
  if (own === undefined) return null
  return isAsked ? <Begin answer={answer} episode={own.id} /> : <Ask episode={own.id} complaint={own.complaint} />
}

function Ask({ episode, complaint }: { readonly episode: string; readonly complaint: 'back' | 'cramp' }) {
  const [answers, setAnswers] = useState<Readonly<Record<string, ChoiceAnswer>>>({})
  const ids = facts[complaint]
  const keep = () => {
    const of = (wanted: ChoiceAnswer) => ids.filter(id => answers[id] === wanted)
    record({
      ...{ type: 'answered', episode, page: 'course' },
      ...{ present: of('yes'), absent: of(undefined), unsure: of('unsure') },
    })
  }
  return (
    <div class="stack gap-5">
      <Heading title={words.ask} lead={words.askLead} />
      <Choices
        choices={ids.map(id => ({
          id,
          text: (triageKnowledge.facts[id] ?? triageKnowledge.findings[id])?.statement ?? id,
        }))}
        answers={answers}
        onAnswer={(id, answer) => setAnswers({ ...answers, [id]: answer })}
      />
      <div class="dock">
        <button type="button" class="btn next" onClick={keep}>
          {words.next}
        </button>
      </div>
    </div>
  )
}

function Begin({ answer, episode }: { readonly answer: CourseDay; readonly episode: string }) {
  const [matters, setMatters] = useState('')
  const { course: which, name, lead, minutes, outlook, evidence, avoid, certainty, sources, nextReview } = answer
  const begin = () => {
    const said = matters.trim()
    record({
      ...{ type: 'course-began', course: newId(), which, episode, firstDay: today() },
      ...(said === '' ? {} : { matters: said }),
    })
  }
  return (
    <div class="cols">
      <div class="stack gap-5">
        <Heading title={name} lead={lead} />
        <p>{words.first(minutes)}</p>
        <Field
          label={words.matters}
          class="text"
          maxLength={120}
          placeholder={words.mattersHint}
          value={matters}
          onType={setMatters}
        />
        <div class="dock">
          <button type="button" class="btn next" onClick={begin}>
            {words.begin}
          </button>
        </div>
      </div>
      <aside class="stack gap-5">
        <Fold title={words.outlook} points={outlook} isOpen />
        <Fold title={words.honest} points={evidence} />
        <Fold
          title={words.leave}
          points={avoid.map(({ what, untilWeek, next }) => words.until(what, untilWeek, next))}
        />
        <Passport
          entries={[`/reference/courses/${which}`]}
          certainty={certainty.exercises}
          sources={sources}
          nextReview={nextReview}
        />
      </aside>
    </div>
  )
}
