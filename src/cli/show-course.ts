/** A course as plain text for a terminal. */
import type { CourseAnswer } from '../library/course.ts'
import { courses } from '../library/course.ts'
import { BadInput } from './input.ts'
import { statementOf } from './show.ts'

/** The course of one person today. */
export function showCourse(answer: CourseAnswer): string {
  const head = [answer.action, ...answer.because.map(({ id, tier }) => `  ${statementOf(id)} (${tier})`)]
  return `${[...head, ...bodyOf(answer)].join('\n')}\n\n`
}

function bodyOf(answer: CourseAnswer): readonly string[] {
  switch (answer.kind) {
    case 'check-first':
      return [`No course before the check is over: ${answer.ask.page} comes next (unknot triage).`]
    case 'too-young':
      return ['Unknot is made for adults: ask a clinician.']
    case 'emergency':
      return ['No course now: get help.']
    case 'none':
      return [noneText[answer.why], ...(answer.fits.length > 0 ? [`  These fit: ${answer.fits.join(', ')}`] : [])]
    case 'see-first':
      return [
        'See somebody first. A course waits until then. While you wait:',
        ...answer.waiting.map(({ name, id, when, how }) => `  ${when}: ${name} (${id})${how ? `. ${how}` : ''}`),
      ]
    case 'ended':
      return [
        `${answer.name}: done.`,
        ...list('What went well, which is no proof:', helpedText(answer.helped)),
        ...list('Keep:', answer.keep),
        ...list('At the first sign:', answer.firstSign),
        ...list('The next flare:', answer.nextFlare),
      ]
    case 'course':
      return dayText(answer)
  }
}

function helpedText(helped: Extract<CourseAnswer, { readonly kind: 'ended' }>['helped']): readonly string[] {
  const { painFirst, painLast, mattersFirst, mattersLast, toldDays, lowerDays, exercises } = helped
  return [
    ...(painFirst === undefined ? [] : [`Pain before a session: ${painFirst} at first, ${painLast} at last.`]),
    ...(mattersFirst === undefined ? [] : [`What matters: ${mattersFirst} of 10 at first, ${mattersLast} at last.`]),
    ...(toldDays === 0 ? [] : [`Pain was lower after the session on ${lowerDays} of ${toldDays} days.`]),
    ...exercises.map(({ name, id, days, isLiked }) => `${name} (${id}): on ${days} days${isLiked ? ', liked' : ''}`),
  ]
}

const noneText = {
  'no-course': 'There is no course for this complaint at this place.',
  'not-this-course': 'This course is not for this complaint at this place.',
  'too-early': 'The first two days have their plan (unknot plan). The course begins after them.',
  'past-review': 'This course is being checked again, so it is not advised now.',
}

function dayText(answer: Extract<CourseAnswer, { readonly kind: 'course' }>): readonly string[] {
  const { name, week, day, level, aims, exercises, leftOut, minutes, care, avoid, returns } = answer
  const { walk, learn } = aims
  return [
    `${name}: day ${day}, week ${week} of 6, level ${level}. About ${minutes} minutes today.`,
    ...(care ? [`${care.text} (${care.tier})`] : []),
    ...(walk ? [`  Walk: ${walk.minutes} minutes on ${walk.days} days this week`] : []),
    ...exercises.flatMap(each => [
      `  ${each.slot}: ${each.name} (${each.id}), sets: ${each.sets} [certainty: ${each.certainty}]`,
      ...each.changes.map(({ text }) => `    ${text}`),
      ...(each.ask.length > 0
        ? ['    Not if any of these is true:', ...each.ask.map(id => `      ${statementOf(id)}`)]
        : []),
    ]),
    ...leftOut.map(each => `  Left out: ${each.name}. ${each.because.map(({ text }) => text).join(' ')}`),
    ...list(`${learn.title}:`, learn.text),
    ...list('Stay at this level:', answer.hold),
    ...list('Step back:', answer.stepBack),
    ...list('See somebody:', answer.see),
    ...list(
      'Leave for now:',
      avoid.map(({ what, untilWeek, next }) => `${what}, until the end of week ${untilWeek}. ${next}`),
    ),
    ...list(
      'The way back:',
      returns.map(({ to, text }) => `${to}: ${text}`),
    ),
  ]
}

const list = (title: string, points: readonly string[]): readonly string[] =>
  points.length === 0 ? [] : ['', title, ...points.map(text => `  ${text}`)]

/** One course as it is written, or a line for each. */
export function showTable(id: string | undefined): string {
  if (id === undefined)
    return Object.entries(courses)
      .map(([each, { name }]) => `${each.padEnd(18)} ${name}\n`)
      .join('')
  const course = Object.hasOwn(courses, id) ? courses[id] : undefined
  if (course === undefined) throw new BadInput(`there is no course "${id}": unknot course show lists them`)
  const rows = [course.easy, ...course.weeks].map(({ walk, sets }, week) => {
    const slots = course.slots.map(({ name }, slot) => `${name.toLowerCase()} ${sets[slot] ?? 0}`)
    return `  ${week === 0 ? 'easy  ' : `week ${week}`}  walk ${walk.minutes} min on ${walk.days} days; sets: ${slots.join(', ')}`
  })
  return `${[
    course.name,
    course.lead,
    '',
    ...rows,
    ...list(
      'How sure:',
      Object.entries(course.certainty).map(([part, sure]) => `${part}: ${sure.replace('-', ' ')}`),
    ),
    ...list('What trials hold:', course.evidence),
    '',
    `Sources: ${course.sources.join(', ')}`,
  ].join('\n')}\n`
}
