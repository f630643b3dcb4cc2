/** The courses of six weeks as tables, for a physiotherapist, and the six questions of week 2. */
import type { Course } from '../../src/knowledge/course-schema.ts'
import type { Condition } from '../../src/knowledge/schema.ts'
import { conditionText } from '../../src/triage/condition-text.ts'
import { wordsOf } from '../knowledge/plan-lines.ts'
import type { Knowledge } from '../knowledge/read.ts'
import { cited, heading, list, page, reviewed, table } from './page.ts'
import { statementsOf } from './remedies.ts'

export function coursesPage(knowledge: Knowledge): string {
  const { courses, courseQuestions } = knowledge
  const statements = new Map([...wordsOf(knowledge), ...statementsOf(knowledge)])
  const said: Said = condition => (condition === undefined ? 'everybody' : conditionText(condition, statements))
  return page(
    knowledge,
    'Courses',
    `${courses.length} courses of six weeks. No trial has tested them; each says below what trials hold.`,
    heading(2, 'progress', 'How a person moves through a table'),
    list([
      'Two good sessions step up: pain was told, and was up by less than 3 of 10 after the session and on the next morning.',
      'Never faster than the table: in week 3 the highest level is 3. Who is behind steps up two good sessions at a time.',
      'Pain that is up by 3 or more on the next morning steps back at once. At the lowest level that day is free of exercises.',
      'A week without a session steps back. While a trial of the person runs, nothing steps up.',
      'A danger sign, or a visit that is due within two weeks, stops the course. It goes on when the check is clear.',
      'The course ends after 42 days, at whatever level.',
    ]),
    ...courses
      .toSorted((a, b) => a.value.order - b.value.order)
      .flatMap(({ id, value }) => coursePart(id, value, said)),
    heading(2, 'questions', 'The six questions of week 2'),
    'They are no score and no STarT. A yes, or not sure, opens a page.',
    table(
      ['id', 'question', 'page', 'then', 'sources'],
      courseQuestions.map(({ id, value }) => [
        `<a id="${id}"></a>${id}`,
        value.asks,
        `${value.title}: ${value.points.join(' ')}`,
        [value.tier ?? '', ...(value.thenAsk ? [`asks ${value.thenAsk.join(', ')}`] : [])].filter(Boolean).join('; '),
        cited(value.sources),
      ]),
    ),
  )
}

type Said = (condition: Condition | undefined) => string

function coursePart(id: string, course: Course, said: Said): readonly string[] {
  const rows = [course.easy, ...course.weeks]
  const forWhom = (when: Condition | undefined) => (when === undefined ? '' : ` (for: ${said(when)})`)
  const lines = (all: readonly { readonly for?: Condition | undefined; readonly text: string }[]) =>
    all.map(({ for: when, text }) => `${text}${forWhom(when)}`)
  return [
    heading(2, id, course.name),
    course.lead,
    `For: ${said(course.for)}.`,
    list([
      ...Object.entries(course.certainty).map(([part, sure]) => `How sure of ${part}: ${sure.replace('-', ' ')}`),
      ...course.evidence,
    ]),
    table(
      ['', 'walk', ...course.slots.map(({ name }) => `sets: ${name}`)],
      rows.map(({ walk, sets }, at) => [
        at === 0 ? 'easy' : `week ${at}`,
        `${walk.minutes} min on ${walk.days} days`,
        ...sets.map(count => (count === 0 ? 'none yet' : String(count))),
      ]),
    ),
    table(
      ['exercise', 'for whom (the first that holds)', 'from this list the first that fits'],
      course.slots.flatMap(({ name, choices }) =>
        choices.map(choice => [
          name,
          said(choice.for),
          choice.exercises.map(exercise => `[${exercise}](exercises.md#${exercise})`).join(', '),
        ]),
      ),
    ),
    table(
      ['week', 'one thing to know', 'for whom', 'sources'],
      course.weeks.flatMap(({ learn }, at) =>
        learn.map(({ for: when, about, title, text, sources }) => [
          String(at + 1),
          `${about}: ${title}. ${text.join(' ')}`,
          said(when),
          cited(sources),
        ]),
      ),
    ),
    list([
      ...course.outlook.map(({ for: when, text, sources }) => `How it goes: ${text}${forWhom(when)} ${cited(sources)}`),
      ...lines(course.hold).map(text => `Hold: ${text}`),
      ...lines(course.stepBack).map(text => `Step back: ${text}`),
      ...lines(course.see).map(text => `See somebody: ${text}`),
      ...course.avoid.map(
        ({ for: when, what, untilWeek, next }) =>
          `Avoid until the end of week ${untilWeek}: ${what}${forWhom(when)}. Then: ${next}`,
      ),
      ...course.returns.map(
        ({ to, for: when, steps, sources }) =>
          `Back to ${to}${forWhom(when)}: ${steps.map(({ fromWeek, text }) => `week ${fromWeek}: ${text}`).join(' ')} ${cited(sources)}`,
      ),
      ...course.care.map(({ at, when, tier, text }) => `Check-in ${at}, ${when.join(' or ')}: ${tier}. ${text}`),
    ]),
    table(
      ['variant', 'for whom', 'most', 'lines', 'sources'],
      Object.entries(course.variants).map(
        ([variant, { name, for: when, mostWalkMinutes, mostSets, lines: own, sources }]) => [
          `${variant}: ${name}`,
          said(when),
          [...(mostWalkMinutes ? [`walk ${mostWalkMinutes} min`] : []), ...(mostSets ? [`${mostSets} sets`] : [])].join(
            ', ',
          ),
          own.join(' '),
          cited(sources),
        ],
      ),
    ),
    list([
      ...lines(course.ending.keep).map(text => `Keep: ${text}`),
      ...course.ending.firstSign.map(text => `At the first sign: ${text}`),
      ...course.ending.nextFlare.map(text => `The next flare: ${text}`),
    ]),
    `Sources: ${cited(course.sources)}. ${reviewed(course)}`,
  ]
}
