/** The course: what there is today, how it goes, and the way through six weeks. */
import type { CourseAnswer } from '../../course/course.ts'
import { Contacts } from '../triage/door.ts'
import { Heading } from '../ui/heading.tsx'
import { Icon } from '../ui/icon.tsx'
import { TierName } from '../ui/tier.tsx'
import { Top } from '../ui/top.tsx'
import { courseEpisode, courseToday, flarePlan, openLog, start } from './course-now.ts'
import './course.css'
import { Ended } from './ended.tsx'
import { Offer } from './offer.tsx'
import { Today } from './today.tsx'

const words = {
  now: 'Now',
  title: 'The six-week course',
  course: 'Course',
  flare: 'Your plan for the next flare',
  first: 'It begins with the check. On Now, tap where it hurts.',
  toNow: 'To Now',
  check: 'Unknot asks for danger signs first.',
  toCheck: 'To the check',
  young: 'Unknot is made for adults. Ask a clinician what to do.',
  wait: 'See somebody first. The course waits for you.',
  meanwhile: 'While you wait',
  none: {
    'no-course': 'There is no course for this place yet.',
    'not-this-course': 'This course does not fit what hurts now.',
    'too-early': 'The first two days have their own plan. The course begins after them.',
    'past-review': 'This course is being checked again. It is not advised now.',
  },
  plan: 'To the plan',
}

/** `/course/flare` is the page of the last course that ran to its end. */
export function Screen({ id }: { readonly id: string }) {
  const flare = flarePlan.value
  const isFlare = id === 'flare' && flare !== undefined
  return (
    <main id="main" class="page stack gap-5" data-screen="course" tabIndex={-1}>
      <Top back={isFlare ? ['/course', words.course] : ['/', words.now]} />
      {isFlare ? <Ended answer={flare} /> : <Body answer={courseToday.value} />}
      {flare && !isFlare && courseToday.value?.kind !== 'ended' && (
        <a class="btn big" href="/course/flare">
          {words.flare}
          <Icon name="next" />
        </a>
      )}
    </main>
  )
}

function Body({ answer }: { readonly answer: CourseAnswer | undefined }) {
  if (courseEpisode.value === undefined || answer === undefined)
    return <Plain lead={words.first} to="/" link={words.toNow} />
  switch (answer.kind) {
    case 'emergency':
    case 'check-first':
      return (
        <div class="stack gap-5">
          <Heading title={words.title} lead={words.check} />
          <button type="button" class="btn next" onClick={start}>
            {words.toCheck}
          </button>
        </div>
      )
    case 'too-young':
      return <Plain lead={words.young} to="/result" link={words.plan} />
    case 'none':
      return <Plain lead={words.none[answer.why]} to="/plan" link={words.plan} />
    case 'see-first':
      return (
        <div class="stack gap-5">
          <TierName tier={answer.tier} />
          <Heading title={words.title} lead={words.wait} />
          <Contacts because={answer.because} />
          <section class="card stack gap-3">
            <h2>{words.meanwhile}</h2>
            <ul class="ticks">
              {answer.waiting.map(({ id, name, when }) => (
                <li key={id}>
                  {name}: {when}
                </li>
              ))}
            </ul>
            <a class="btn big" href="/plan">
              {words.plan}
            </a>
          </section>
        </div>
      )
    case 'ended':
      return <Ended answer={answer} />
    case 'course':
      return openLog.value ? <Today answer={answer} log={openLog.value} /> : <Offer answer={answer} />
  }
}

const Plain = ({ lead, to, link }: { readonly lead: string; readonly to: string; readonly link: string }) => (
  <div class="stack gap-5">
    <Heading title={words.title} lead={lead} />
    <a class="btn next" href={to}>
      {link}
    </a>
  </div>
)
