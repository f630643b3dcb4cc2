/**
 * The texts of a plan beside its steps: how it opens, what to avoid, when to get help.
 *
 * The tables say what and to whom (`knowledge/openings.yaml`, `avoid.yaml`, `seek-help.yaml`). This code selects what
 * holds for this person, and leaves out signs that the person has already: nobody is told to watch for what they just
 * ticked.
 */
import type { PlanLines, SeekHelp } from '../knowledge/plan-schema.ts'
import type { Condition } from '../knowledge/schema.ts'
import { tiers } from '../knowledge/vocabulary.ts'
import { isDrinkUnlimited } from '../remedies/limits.ts'
import { holds, mentions } from '../triage/condition.ts'
import type { Situation } from './situation.ts'

/** A line as this person sees it. */
export interface Said {
  readonly id: string
  readonly text: string
  readonly sources: readonly string[]
  readonly nextReview: string
}

/** The most lines of a list, unless more are called for by what this person has. */
export const mostLines = 5

/** The opening of the plan: the first line that holds. The tests check that there always is one. */
export function openingFor({ openings }: PlanLines, person: Situation): Said {
  const [first] = holding(openings, person)
  if (first === undefined) throw new Error('no opening holds for this person')
  return said(first, first[1].text)
}

/** What to avoid for now, in the order of the table. */
export const avoidFor = ({ avoid }: PlanLines, person: Situation): readonly Said[] =>
  fewest(
    holding(avoid, person).filter(([, { names }]) => !isNamed(names, person)),
    person,
  ).map(line => said(line, line[1].text))

/**
 * When to get help, the most urgent first. A line loses the signs that this person has and those of an earlier line,
 * and is left out if none remains.
 */
export function seekHelpFor({ seekHelp }: PlanLines, person: Situation): readonly Said[] {
  const left = holding(seekHelp, person).flatMap(([id, line]) => withSigns([id, line], sign => isNew(sign, person)))
  const heard = new Set<string>()
  return fewest(left, person)
    .toSorted(([, a], [, b]) => tiers.indexOf(b.tier) - tiers.indexOf(a.tier))
    .flatMap(line => withSigns(line, ({ text }) => !heard.has(text) && heard.add(text).has(text)))
    .map(line => said(line, seekHelpText(line[1])))
}

/**
 * Advice that may keep a cramp from coming back tonight. Drinking is left out unless every fact that limits it was
 * answered no. `today` is YYYY-MM-DD.
 */
export const afterCrampFor = ({ afterCramp }: PlanLines, person: Situation, today: string): readonly Said[] =>
  holding(afterCramp, person)
    .filter(
      ([, { names, isDrink, nextReview }]) =>
        !isNamed(names, person) && nextReview >= today && (!isDrink || isDrinkUnlimited(person.facts.absent)),
    )
    .map(line => said(line, line[1].text))

type Sign = SeekHelp['signs'][number]

/** Does this sign apply to a person who does not have it yet? */
const isNew = ({ names, for: when }: Sign, person: Situation): boolean =>
  !isNamed(names, person) && (when === undefined || holds(when, person))

/** The line with the remaining signs; undefined if there are none. */
function withSigns([id, line]: Line<SeekHelp>, isKept: (sign: Sign) => boolean): readonly Line<SeekHelp>[] {
  const signs = line.signs.filter(isKept)
  return signs.length === 0 ? [] : [[id, { ...line, signs }]]
}

/** The signs as one sentence, and what to do. */
export function seekHelpText({ signs, action }: Pick<SeekHelp, 'signs' | 'action'>): string {
  const texts = signs.map(sign => sign.text)
  const text = [...texts.slice(0, -2), texts.slice(-2).join(', or ')].join(', ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.${action === undefined ? '' : ` ${action}`}`
}

type Line<T> = readonly [id: string, line: T]
interface Chosen {
  readonly for?: Condition | undefined
  readonly slot?: string | undefined
}

/** The lines whose condition holds; only the first of each slot. */
function holding<T extends Chosen>(lines: Readonly<Record<string, T>>, person: Situation): readonly Line<T>[] {
  const taken = new Set<string>()
  return Object.entries(lines).filter(([, { for: when, slot }]) => {
    if ((slot !== undefined && taken.has(slot)) || (when !== undefined && !holds(when, person))) return false
    if (slot !== undefined) taken.add(slot)
    return true
  })
}

const isNamed = (names: readonly string[] = [], { own }: Situation): boolean => names.some(id => own.has(id))

/** Keeps the lines that this person's own answers call for, and fills up with lines for the place. */
function fewest<T extends Chosen>(lines: readonly Line<T>[], { own }: Situation): readonly Line<T>[] {
  const isOwn = ([, { for: when }]: Line<T>) => when !== undefined && mentions(when).some(id => own.has(id))
  let room = mostLines - lines.filter(isOwn).length
  return lines.filter(line => isOwn(line) || room-- > 0)
}

const said = <T extends Pick<Said, 'sources' | 'nextReview'>>(
  [id, { sources, nextReview }]: Line<T>,
  text: string,
): Said => ({ id, text, sources, nextReview })
