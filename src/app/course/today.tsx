/** A day of the course: first anything new, then how it is, then the walk and the exercises. */
import type { CourseDay } from '../../course/course.ts'
import type { CourseExercise } from '../../course/exercises.ts'
import type { CourseLog } from '../../diary/diary.ts'
import { Still, startInCourse } from '../session/door.ts'
import { today } from '../state/store.ts'
import { openTrial } from '../trials/door.ts'
import { Heading } from '../ui/heading.tsx'
import { Icon } from '../ui/icon.tsx'
import { PainPick } from '../ui/pain-pick.tsx'
import { Passport } from '../ui/passport.tsx'
import { CheckIn } from './check-in.tsx'
import { doneToday, isAskedToday, isOtherOpen, start } from './course-now.ts'
import { keep } from './keep.ts'
import { SixQuestions } from './six-questions.tsx'
import { WeekParts } from './week-parts.tsx'

const words = {
  day: (week: number, day: number) => `Week ${week} of 6, day ${day}`,
  first: 'First: is anything new?',
  firstText: 'Unknot asks the danger signs before the first session of each day.',
  toCheck: 'Answer them',
  other: 'Something else hurts too',
  otherText: 'Look after that first. The course waits until it is over.',
  toOther: 'See it',
  morning: 'How sore are you this morning?',
  before: 'How is it before you begin?',
  after: 'How is it now?',
  kept: 'Noted.',
  back: 'It was worse after the last time. Today is one step lighter.',
  rest: 'It was worse after the last time. Today is free of exercises. Walk if it eases.',
  up: 'Two good sessions. Today is one step more.',
  still: 'Your trial runs, so the rest of the course stands still.',
  walk: (minutes: number, days: number) => `Walk ${minutes} minutes. Aim for ${days} days this week.`,
  walkTitle: 'Walk',
  walked: (minutes: number) => `I walked ${minutes} minutes`,
  sofar: (minutes: number) => `${minutes} minutes today`,
  sets: (done: number, sets: number) =>
    done > 0
      ? `${Math.min(done, sets)} of ${sets} ${sets === 1 ? 'set' : 'sets'} done`
      : sets === 1
        ? 'One set'
        : words.setsOf(sets),
  start: 'Start',
  again: 'The sets that are left',
  setsOf: (sets: number) => `${sets} sets in one go, with a rest in between`,
  liked: 'Did you like it?',
  likes: 'I like it',
  dislikes: 'Not for me',
  wished: 'Noted. It counts from tomorrow on.',
  swap: 'Another one instead',
  swapped: 'Another one comes, if there is one that fits.',
  done: 'That is all for today. Well done.',
  aim: (minutes: number) => `About ${minutes} minutes in all.`,
}

export function Today({ answer, log }: { readonly answer: CourseDay; readonly log: CourseLog }) {
  const { name, week, day, level, change, aims, exercises, minutes, asksMorning, care } = answer
  const { times, walked, before, after } = doneToday.value
  const course = log.id
  const isDone = exercises.every(({ id, sets }) => times(id) >= sets) && walked >= (aims.walk?.minutes ?? 0)
  const nextOne = exercises.find(({ id, sets }) => times(id) < sets)
  const told = (body: { readonly painBefore: number } | { readonly painAfter: number }) =>
    keep(words.kept, { type: 'course-done', course, day: today(), ...body })
  return (
    <div class="cols">
      <div class="stack gap-5">
        <div class="stack gap-2">
          <p class="note">{words.day(week, day)}</p>
          <Heading title={name} lead={words.aim(minutes)} />
        </div>
        {care && <p class="caution">{care.text}</p>}
        {isOtherOpen.value ? (
          <section class="card stack gap-3">
            <h2>{words.other}</h2>
            <p>{words.otherText}</p>
            <a class="btn next" href="/plan">
              {words.toOther}
            </a>
          </section>
        ) : !isAskedToday.value ? (
          <section class="card stack gap-3">
            <h2>{words.first}</h2>
            <p>{words.firstText}</p>
            <button type="button" class="btn next" onClick={start}>
              {words.toCheck}
            </button>
          </section>
        ) : (
          <>
            {answer.checkIn && <CheckIn at={answer.checkIn} log={log} />}
            {asksMorning && (
              <section class="card">
                <PainPick
                  legend={words.morning}
                  name="morning"
                  chosen={undefined}
                  onPick={pain => keep(words.kept, { type: 'course-felt', course, day: today(), pain })}
                />
              </section>
            )}
            {change === 'back' && (
              <p class="caution">{exercises.length === 0 && level === 0 ? words.rest : words.back}</p>
            )}
            {change === 'up' && <p class="quiet">{words.up}</p>}
            {openTrial.value && <p class="quiet">{words.still}</p>}
            {before === undefined && !asksMorning && (
              <section class="card">
                <PainPick
                  legend={words.before}
                  name="before"
                  chosen={undefined}
                  onPick={pain => told({ painBefore: pain })}
                />
              </section>
            )}
            {aims.walk && (
              <section class="card stack gap-3" aria-label={words.walkTitle}>
                <h2>{words.walkTitle}</h2>
                <p>{words.walk(aims.walk.minutes, aims.walk.days)}</p>
                {walked > 0 && <p class="quiet">{words.sofar(walked)}</p>}
                <p class="chips">
                  {walkChoices(aims.walk.minutes).map(each => (
                    <button
                      key={each}
                      type="button"
                      class="chip"
                      onClick={() => keep(words.kept, { type: 'course-done', course, day: today(), walkMinutes: each })}
                    >
                      {words.walked(each)}
                    </button>
                  ))}
                </p>
              </section>
            )}
            {exercises.map(each => (
              <OneExercise key={each.id} exercise={each} log={log} done={times(each.id)} isNext={each === nextOne} />
            ))}
            {isDone && after === undefined && before !== undefined && (
              <section class="card">
                <PainPick
                  legend={words.after}
                  name="after"
                  chosen={undefined}
                  onPick={pain => told({ painAfter: pain })}
                />
              </section>
            )}
            {isDone && <p class="lead">{words.done}</p>}
            {answer.asksQuestions && !answer.checkIn && <SixQuestions log={log} />}
          </>
        )}
      </div>
      <WeekParts answer={answer} log={log} />
    </div>
  )
}

/** All of it, or about half. */
const walkChoices = (minutes: number): readonly number[] => [minutes, Math.max(1, Math.round(minutes / 2))]

interface OneProps {
  readonly exercise: CourseExercise
  readonly log: CourseLog
  readonly done: number
  /** The next thing to do stands out. */
  readonly isNext: boolean
}

function OneExercise({
  exercise: { id, name, slot, sets, changes, certainty, sources, nextReview },
  log,
  done,
  isNext,
}: OneProps) {
  const swap = () => keep(words.swapped, { type: 'course-wished', course: log.id, exercise: id, wish: 'dislikes' })
  return (
    <section class="card stack gap-3" aria-label={name}>
      <div class="course-exercise">
        <div class="stage">
          <Still exercise={id} title={name} />
        </div>
        <div class="stack gap-2">
          <p class="note">{slot}</p>
          <h2>{name}</h2>
          <p class="quiet">{words.sets(done, sets)}</p>
        </div>
      </div>
      {changes.map(({ fact, text }) => (
        <p key={fact} class="caution">
          {text}
        </p>
      ))}
      {done < sets ? (
        <a class={isNext ? 'btn next' : 'btn big'} href={startInCourse(id, sets - done)}>
          <Icon name="play" />
          {done === 0 ? words.start : words.again}
        </a>
      ) : (
        <Liking exercise={id} log={log} />
      )}
      {done === 0 && (
        <button type="button" class="btn plain" onClick={swap}>
          {words.swap}
        </button>
      )}
      <Passport
        entries={[`/reference/exercises/${id}`]}
        certainty={certainty}
        sources={sources}
        nextReview={nextReview}
      />
    </section>
  )
}

/** After an exercise: what the person likes comes first in the next days, and what they do not want gives way. */
function Liking({ exercise, log }: { readonly exercise: string; readonly log: CourseLog }) {
  const said = (['likes', 'dislikes'] as const).find(wish => log[wish].includes(exercise))
  const say = (wish: 'likes' | 'dislikes') =>
    keep(words.wished, {
      ...{ type: 'course-wished', course: log.id, exercise },
      wish: wish === said ? 'neither' : wish,
    })
  return (
    <fieldset class="chips">
      <legend class="group">
        <Icon name="tick" />
        {words.liked}
      </legend>
      {(['likes', 'dislikes'] as const).map(wish => (
        <button key={wish} type="button" class="chip" aria-pressed={said === wish} onClick={() => say(wish)}>
          {words[wish]}
        </button>
      ))}
    </fieldset>
  )
}
