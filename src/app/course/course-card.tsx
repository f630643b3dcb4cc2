/** Today's card of the course on the first screen: two or three things, the minutes, Start, and not today. */
import type { CourseDay } from '../../course/course.ts'
import { skipReasons } from '../../knowledge/vocabulary.ts'
import { today } from '../state/store.ts'
import { Icon } from '../ui/icon.tsx'
import { courseToday, doneToday, openLog, start } from './course-now.ts'
import { keep } from './keep.ts'
import { reasonNames } from './words.ts'
import './course.css'

const words = {
  week: (week: number) => `Your course, week ${week} of 6`,
  title: (minutes: number) => `Today: about ${minutes} minutes`,
  walk: (minutes: number) => `Walk ${minutes} minutes`,
  exercises: (count: number, minutes: number) =>
    `${count === 1 ? 'One exercise' : `${['', '', 'Two', 'Three'][count] ?? count} exercises`}, about ${minutes} minutes`,
  start: 'Start',
  done: 'Done for today. See the course',
  skip: 'Not today',
  skipped: 'Not today. That is fine.',
  kept: 'Noted. The course waits for you.',
  over: 'Your six weeks are over',
  look: 'Look back',
  waits: 'Your course waits',
  waitsText: 'A visit comes first. See what fits while you wait.',
  see: 'See it',
}

export function CourseCard() {
  const log = openLog.value
  const answer = courseToday.value
  if (log === undefined || answer === undefined) return null
  if (answer.kind === 'ended') return <Other title={words.over} text={answer.name} link={words.look} />
  if (answer.kind === 'see-first') return <Other title={words.waits} text={words.waitsText} link={words.see} />
  if (answer.kind === 'check-first') return <Start />
  return answer.kind === 'course' ? <Day answer={answer} course={log.id} /> : null
}

function Day({ answer, course }: { readonly answer: CourseDay; readonly course: string }) {
  const { times, walked, isSkipped } = doneToday.value
  const { week, minutes, aims, exercises } = answer
  const items = [
    ...(aims.walk ? [[words.walk(aims.walk.minutes), walked >= aims.walk.minutes] as const] : []),
    ...(exercises.length > 0
      ? [
          [
            words.exercises(exercises.length, minutes - (aims.walk?.minutes ?? 0)),
            exercises.every(({ id, sets }) => times(id) >= sets),
          ] as const,
        ]
      : []),
  ]
  const isDone = items.every(([, done]) => done)
  return (
    <section class="card stack gap-3" aria-label={words.week(week)} data-course={course}>
      <p class="note">{words.week(week)}</p>
      <h2>{isSkipped && !isDone ? words.skipped : words.title(minutes)}</h2>
      <ul class="course-items">
        {items.map(([text, done]) => (
          <li key={text} data-done={done}>
            <Icon name={done ? 'tick' : 'dot'} />
            <span>{text}</span>
          </li>
        ))}
      </ul>
      {isDone ? (
        <a class="btn big" href="/course">
          {words.done}
        </a>
      ) : (
        <button type="button" class="btn next" onClick={start}>
          <Icon name="play" />
          {words.start}
        </button>
      )}
      {!isDone && !isSkipped && <Skip course={course} />}
    </section>
  )
}

function Skip({ course }: { readonly course: string }) {
  const skip = (why: (typeof skipReasons)[number]) => {
    keep(words.kept, { type: 'course-skipped', course, day: today(), why })
  }
  return (
    <details class="course-skip">
      <summary>{words.skip}</summary>
      <p class="chips">
        {skipReasons.map(why => (
          <button key={why} type="button" class="chip" onClick={() => skip(why)}>
            {reasonNames[why]}
          </button>
        ))}
      </p>
    </details>
  )
}

const Start = () => (
  <section class="card stack gap-3">
    <h2>{words.waits}</h2>
    <button type="button" class="btn next" onClick={start}>
      <Icon name="play" />
      {words.start}
    </button>
  </section>
)

const Other = ({ title, text, link }: { readonly title: string; readonly text: string; readonly link: string }) => (
  <section class="card stack gap-3">
    <h2>{title}</h2>
    <p>{text}</p>
    <a class="btn big" href="/course">
      {link}
    </a>
  </section>
)
