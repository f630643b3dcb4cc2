/** Beside a day of the course: one thing to know, the look back, when to hold or step back, the way back, the calendar. */
import type { CourseDay } from '../../course/course.ts'
import type { CourseLog } from '../../diary/diary.ts'
import { record, strikeOut, today } from '../state/store.ts'
import { Fold } from '../ui/fold.tsx'
import { Passport } from '../ui/passport.tsx'
import { toast } from '../ui/toast.tsx'
import { CourseCalendar } from './course-calendar.tsx'
import { lookBackLines } from './look-back.tsx'
import { Pages } from './six-questions.tsx'

const words = {
  thisWeek: 'This week so far',
  lastWeek: 'Last week',
  pace: 'How the pace goes',
  next: 'Two good sessions take you one step up, never faster than the week.',
  see: 'See somebody if',
  leave: 'Leave for now, with an end',
  until: (what: string, week: number, next: string) => `${what}: until the end of week ${week}. ${next}`,
  back: 'The way back',
  to: { lifting: 'Lifting', work: 'Work', sport: 'Sport', driving: 'Driving' } as Readonly<Record<string, string>>,
  honest: 'How sure this is',
  stop: 'Stop this course',
  stopped: 'The course is stopped. Your notes stay.',
}

export function WeekParts({ answer, log }: { readonly answer: CourseDay; readonly log: CourseLog }) {
  const { aims, thisWeek, lastWeek, hold, stepBack, see, avoid, returns, variants, pages, evidence, outlook } = answer
  const stop = () => {
    const event = record({ type: 'course-stopped', course: log.id, day: today() })
    toast.value = { text: words.stopped, undo: () => void strikeOut(event) }
  }
  return (
    <aside class="stack gap-5">
      <section class="card stack gap-2">
        <h2>{aims.learn.title}</h2>
        {aims.learn.text.map(text => (
          <p key={text}>{text}</p>
        ))}
      </section>
      <Pages pages={pages} />
      <Fold title={words.thisWeek} points={lookBackLines(thisWeek)} isOpen />
      {lastWeek && <Fold title={words.lastWeek} points={lookBackLines(lastWeek)} isOpen={thisWeek.days === 0} />}
      <Fold title={words.pace} points={[words.next, ...hold, ...stepBack]} />
      <Fold title={words.see} points={see} />
      {avoid.length > 0 && (
        <Fold
          title={words.leave}
          points={avoid.map(({ what, untilWeek, next }) => words.until(what, untilWeek, next))}
        />
      )}
      {returns.length > 0 && (
        <Fold title={words.back} points={returns.map(({ to, text }) => `${words.to[to] ?? to}: ${text}`)} />
      )}
      {variants.map(({ id, name, lines }) => (
        <Fold key={id} title={name} points={lines} />
      ))}
      <CourseCalendar log={log} />
      <Fold title={words.honest} points={[...evidence, ...outlook]} />
      <Passport
        entries={[`/reference/courses/${answer.course}`]}
        certainty={answer.certainty.exercises}
        sources={answer.sources}
        nextReview={answer.nextReview}
      />
      <button type="button" class="btn plain" onClick={stop}>
        {words.stop}
      </button>
    </aside>
  )
}
