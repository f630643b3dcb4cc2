/** The courses: everything that they name exists, and no week asks for less than the week before. */
import type { Course } from '../../src/knowledge/course-schema.ts'
import type { Condition } from '../../src/knowledge/schema.ts'
import type { Entry, Faults, Path } from './files.ts'
import { wordsOf } from './plan-lines.ts'
import type { Knowledge } from './read.ts'
import { type Expect, factIdsOf, idsOf, namedIn } from './references.ts'
import { textsAt } from './texts.ts'

/** Adds an error for each unknown id, each week that steps down, and each list that may leave a person with nothing. */
export function checkCourses(knowledge: Knowledge, expect: Expect, faults: Faults): void {
  const { courses, courseQuestions, exercises, findings } = knowledge
  const conditions = new Set([...factIdsOf(knowledge), ...wordsOf(knowledge).keys()])
  const orders = new Map<number, string>()
  for (const entry of courses) {
    for (const { path, condition } of conditionsOf(entry.value))
      expect(entry, namedIn(condition, ...path), conditions, 'finding, fact or word of a situation')
    expect(entry, textsAt(entry.value, 'slots.*.choices.*.exercises'), idsOf(exercises), 'exercise')
    checkOpenEnds(entry, faults)
    checkDoses(entry, faults)
    const earlier = orders.get(entry.value.order)
    if (earlier) faults.add(entry.at(['order']), `${entry.id}: ${earlier} has the same order`)
    orders.set(entry.value.order, entry.id)
  }
  for (const entry of courseQuestions) expect(entry, textsAt(entry.value, 'thenAsk'), idsOf(findings), 'finding')
}

interface Placed {
  readonly path: Path
  readonly condition: Condition | undefined
}

/** Every condition of a course, with its place. */
function conditionsOf({
  slots,
  weeks,
  outlook,
  hold,
  stepBack,
  see,
  avoid,
  returns,
  variants,
  ending,
  ...course
}: Course) {
  const listed = (key: string, items: readonly { readonly for?: Condition | undefined }[]): readonly Placed[] =>
    items.map((item, index) => ({ path: [...key.split('.'), index, 'for'], condition: item.for }))
  return [
    { path: ['for'], condition: course.for },
    ...slots.flatMap(({ choices }, index) => listed(`slots.${index}.choices`, choices)),
    ...weeks.flatMap(({ learn }, index) => listed(`weeks.${index}.learn`, learn)),
    ...listed('outlook', outlook),
    ...listed('hold', hold),
    ...listed('stepBack', stepBack),
    ...listed('see', see),
    ...listed('avoid', avoid),
    ...listed('returns', returns),
    ...listed('ending.keep', ending.keep),
    ...Object.entries(variants).map(([id, variant]) => ({ path: ['variants', id, 'for'], condition: variant.for })),
  ]
}

/** The last choice of a slot, and the last thing to know of a week, are for everybody. */
function checkOpenEnds({ id, value, at }: Entry<Course>, faults: Faults): void {
  for (const [index, { choices }] of value.slots.entries())
    if (choices.at(-1)?.for !== undefined) faults.add(at(['slots', index]), `${id}: the last choice is for everybody`)
  for (const [index, { learn }] of value.weeks.entries())
    if (learn.at(-1)?.for !== undefined)
      faults.add(at(['weeks', index]), `${id}: the last thing to know is for everybody`)
}

/** The table only rises, so that a step back always asks for less or as much. */
function checkDoses({ id, value, at }: Entry<Course>, faults: Faults): void {
  const rows = [value.easy, ...value.weeks]
  for (const [index, { walk, sets }] of rows.entries()) {
    const before = rows[index - 1]
    if (before === undefined) continue
    const fell = walk.minutes < before.walk.minutes || walk.days < before.walk.days
    if (fell || sets.some((count, slot) => count < (before.sets[slot] ?? 0)))
      faults.add(at(['weeks', index - 1]), `${id}: week ${index} asks for less than the one before`)
  }
}
