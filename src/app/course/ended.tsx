/** The end: what was done week by week, what to keep, and the plan for the next flare, on one page that prints. */
import type { CourseEnd } from '../../course/course.ts'
import type { Helped } from '../../course/helped.ts'
import { record, today } from '../state/store.ts'
import { Fold } from '../ui/fold.tsx'
import { Heading } from '../ui/heading.tsx'
import { CheckIn } from './check-in.tsx'
import { isAskedToday, openLog, start } from './course-now.ts'
import { lookBackLines } from './look-back.tsx'

const words = {
  title: 'Your six weeks are over',
  helped: 'What went well',
  pain: (first: number, last: number) => `Pain before a session: ${first} at first, ${last} at last.`,
  matters: (first: number, last: number) => `What matters to you: ${first} of 10 at first, ${last} at last.`,
  lower: (lower: number, told: number) =>
    `Pain was lower after the session on ${lower} of ${told} days. That is no proof.`,
  liked: (names: string) => `You liked: ${names}.`,
  most: (names: string) => `You did most: ${names}.`,
  nothing: 'Too little was noted to tell.',
  keep: 'What to keep',
  sign: 'At the first sign',
  flare: 'The plan for the next flare',
  weeks: 'Week by week',
  week: (week: number, lines: string) => `Week ${week}. ${lines}`,
  print: 'Print this page',
  first: 'First: is anything new?',
  toCheck: 'Answer the danger signs',
  close: 'Put the course away',
}

export function Ended({ answer }: { readonly answer: CourseEnd }) {
  const log = openLog.value
  const { name, helped, keep, firstSign, nextFlare, weeks, care, checkIn } = answer
  return (
    <div class="cols">
      <div class="stack gap-5">
        <Heading title={words.title} lead={name} />
        {log && care && <p class="caution">{care.text}</p>}
        {log && checkIn && !isAskedToday.value && (
          <section class="card stack gap-3">
            <h2>{words.first}</h2>
            <button type="button" class="btn next" onClick={start}>
              {words.toCheck}
            </button>
          </section>
        )}
        {log && checkIn && isAskedToday.value && <CheckIn at={checkIn} log={log} />}
        <Points title={words.helped} points={helpedLines(helped)} />
        <Points title={words.keep} points={keep} />
        <Points title={words.sign} points={firstSign} />
        <Points title={words.flare} points={nextFlare} />
        <p class="chips">
          <button type="button" class="chip" onClick={() => print()}>
            {words.print}
          </button>
          {log && (
            <button
              type="button"
              class="chip"
              onClick={() => record({ type: 'course-stopped', course: log.id, day: today() })}
            >
              {words.close}
            </button>
          )}
        </p>
      </div>
      <aside class="stack gap-5">
        <Fold
          title={words.weeks}
          points={weeks.map(each => words.week(each.week, lookBackLines(each).join(' ')))}
          isOpen
        />
      </aside>
    </div>
  )
}

function helpedLines(helped: Helped): readonly string[] {
  const { painFirst, painLast, mattersFirst, mattersLast, toldDays, lowerDays, exercises } = helped
  const liked = exercises.filter(({ isLiked }) => isLiked)
  const names = (some: Helped['exercises']) => some.map(({ name }) => name).join(', ')
  const lines = [
    ...(painFirst === undefined || painLast === undefined ? [] : [words.pain(painFirst, painLast)]),
    ...(mattersFirst === undefined || mattersLast === undefined ? [] : [words.matters(mattersFirst, mattersLast)]),
    ...(toldDays === 0 ? [] : [words.lower(lowerDays, toldDays)]),
    ...(liked.length > 0 ? [words.liked(names(liked))] : []),
    ...(liked.length === 0 && exercises.length > 0 ? [words.most(names(exercises.slice(0, 3)))] : []),
  ]
  return lines.length === 0 ? [words.nothing] : lines
}

const Points = ({ title, points }: { readonly title: string; readonly points: readonly string[] }) => (
  <section class="card stack gap-2">
    <h2>{title}</h2>
    <ul class="ticks">
      {points.map(text => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  </section>
)
