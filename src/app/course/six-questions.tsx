/** The six questions of week 2, and the pages that a yes opens. Nothing is added up, and nothing is a mark on the person. */
import { useState } from 'preact/hooks'
import type { QuestionPage } from '../../course/care.ts'
import type { CourseLog } from '../../diary/diary.ts'
import { triageKnowledge } from '../../knowledge/triage.gen.ts'
import { go } from '../shell/place.ts'
import { record, today } from '../state/store.ts'
import { type ChoiceAnswer, Choices } from '../ui/choices.tsx'
import { Fold } from '../ui/fold.tsx'
import { courseEpisode, courseTable } from './course-now.ts'

const words = {
  title: 'Six questions about the rest of life',
  lead: 'Fear, sleep, mood and work change how pain goes. Each yes opens a page for you. It is no test.',
  keep: 'Go on',
  see: { routine: 'Speak with somebody if it stays.', soon: 'See a doctor within two weeks.' },
  ask: 'One more thing. Is one of these true?',
  no: 'No',
}

export function SixQuestions({ log }: { readonly log: CourseLog }) {
  const [answers, setAnswers] = useState<Readonly<Record<string, ChoiceAnswer>>>({})
  const questions = Object.entries(courseTable.questions)
  const keep = () => {
    const of = (wanted: ChoiceAnswer) => questions.map(([id]) => id).filter(id => answers[id] === wanted)
    record({
      ...{ type: 'course-answered', course: log.id, day: today() },
      ...{ yes: of('yes'), no: of(undefined), unsure: of('unsure') },
    })
  }
  return (
    <section class="card stack gap-3" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <Choices
        choices={questions.map(([id, { asks }]) => ({ id, text: asks }))}
        answers={answers}
        onAnswer={(id, answer) => setAnswers({ ...answers, [id]: answer })}
      />
      <button type="button" class="btn next" onClick={keep}>
        {words.keep}
      </button>
    </section>
  )
}

/** The pages of the answers; low mood asks for the danger signs of it, and these lead to the check's answer. */
export const Pages = ({ pages }: { readonly pages: readonly QuestionPage[] }) => (
  <>
    {pages.map(({ id, title, points, tier, thenAsk }) => (
      <div key={id} class="stack gap-3">
        <Fold title={title} points={[...points, ...(tier ? [words.see[tier]] : [])]} />
        {thenAsk && <ThenAsk findings={thenAsk} />}
      </div>
    ))}
  </>
)

function ThenAsk({ findings }: { readonly findings: readonly string[] }) {
  const own = courseEpisode.value
  const [isNo, setNo] = useState(false)
  if (own === undefined || isNo) return null
  const isAnswered = own.answered.some(({ page }) => page === 'course-mood')
  if (isAnswered) return null
  const tell = (present: readonly string[]) => {
    const absent = findings.filter(id => !present.includes(id))
    record({ type: 'answered', episode: own.id, page: 'course-mood', present, absent, unsure: [] })
    if (present.length > 0) go('/result')
    else setNo(true)
  }
  return (
    <section class="card stack gap-3">
      <h2>{words.ask}</h2>
      {findings.map(id => (
        <button key={id} type="button" class="btn big" onClick={() => tell([id])}>
          {triageKnowledge.findings[id]?.statement}
        </button>
      ))}
      <button type="button" class="btn plain" onClick={() => tell([])}>
        {words.no}
      </button>
    </section>
  )
}
