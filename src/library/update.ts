/**
 * Newer knowledge for this build, joined to the built knowledge. The tables are changed in place, because every engine
 * holds them; `takeBack` puts the built ones back. It belongs at the start of a program, before anything was answered.
 */
import { causeKnowledge } from '../knowledge/causes.gen.ts'
import { claims } from '../knowledge/claims.gen.ts'
import { contacts } from '../knowledge/contacts.gen.ts'
import { courseTable } from '../knowledge/courses.gen.ts'
import { crampMedicines } from '../knowledge/cramp-medicines.gen.ts'
import { crisisLines } from '../knowledge/crisis-lines.gen.ts'
import { emergencyNumbers } from '../knowledge/emergency-numbers.gen.ts'
import { exercises } from '../knowledge/exercises.gen.ts'
import { explanations } from '../knowledge/explanations.gen.ts'
import { foodCautions } from '../knowledge/food-cautions.gen.ts'
import { frames } from '../knowledge/frames.gen.ts'
import { interactions } from '../knowledge/interactions.gen.ts'
import { medicineKnowledge } from '../knowledge/medicines.gen.ts'
import { needs } from '../knowledge/needs.gen.ts'
import { nutritionKnowledge } from '../knowledge/nutrition.gen.ts'
import { painkillers } from '../knowledge/painkillers.gen.ts'
import { planLines } from '../knowledge/plan-lines.gen.ts'
import { plans } from '../knowledge/plans.gen.ts'
import { productKinds } from '../knowledge/product-kinds.gen.ts'
import { products } from '../knowledge/products.gen.ts'
import { professionals } from '../knowledge/professionals.gen.ts'
import { registers } from '../knowledge/registers.gen.ts'
import { remedies } from '../knowledge/remedies.gen.ts'
import { reviewEntries } from '../knowledge/review.gen.ts'
import { reviewed } from '../knowledge/reviewed.gen.ts'
import { sources } from '../knowledge/sources.gen.ts'
import { tierAdvice } from '../knowledge/tiers.gen.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import { urineColours } from '../knowledge/urine-colours.gen.ts'
import { withheld } from '../knowledge/withheld.gen.ts'
import type { LoadedKnowledge } from '../triage/knowledge.ts'
import { prepared } from '../triage/prepared.ts'
import { type Accepted, accept, type Held, type PinnedKey, type Verify } from '../update/accept.ts'
import { type Content, contentFormat, type Read } from '../update/signed-file.ts'

export type { Accepted, PinnedKey, Verify } from '../update/accept.ts'

/**
 * What a file renews: everything with a review date. The names of medicines, the table of foods and the drawings have
 * none, and need a new build. An object inside a table that a module may hold is a table of its own.
 */
const tables = {
  ...{ claims, contacts, crisisLines, emergencyNumbers, exercises, explanations, planLines, plans, remedies },
  ...{ review: reviewEntries, reviewed, sources, tiers: tierAdvice, withheld, painkillers, professionals, registers },
  ...{ courses: courseTable.courses, courseQuestions: courseTable.questions, causes: causeKnowledge },
  ...{ medicines: medicineKnowledge, interactions, crampMedicines, nutrition: nutritionKnowledge, foodCautions },
  ...{ products, productKinds, needs, urineColours },
}
type Topics = typeof tables & { readonly triage: LoadedKnowledge }
const names = [...Object.keys(tables), 'triage']

/** What this build knows now, as the content of a file. `made` is YYYY-MM-DD. */
export function contentNow(by: string, made: string): Content {
  const { prepared: _, ...triage } = triageKnowledge
  return { format: contentFormat, by, made, topics: { ...tables, triage } }
}

/** The newest day on which an entry was written. */
export const compiledNow = (): string => compiledOf(tables)

/** May this build take the file? Nothing is changed yet. */
export const mayTake = (text: string, keys: readonly PinnedKey[], verify: Verify): Promise<Accepted> =>
  accept(text, heldNow(), keys, verify, id => Object.hasOwn(frames, id), heldOf)

let built: Topics | undefined

/** Takes what `mayTake` accepted. */
export function take({ content }: Extract<Accepted, { readonly ok: true }>): void {
  built ??= JSON.parse(JSON.stringify(contentNow('', '').topics)) as Topics
  putInPlace(content.topics as unknown as Topics)
}

/** Puts back what this build came with. */
export function takeBack(): void {
  if (built) putInPlace(JSON.parse(JSON.stringify(built)) as Topics)
}

function putInPlace({ triage, ...topics }: Topics): void {
  Object.assign(triageKnowledge, prepared(triage))
  for (const [name, table] of Object.entries(tables)) replace(table, topics[name as keyof typeof tables])
}

function replace(table: object, content: object): void {
  for (const key of Object.keys(table)) delete (table as Record<string, unknown>)[key]
  if (Array.isArray(table)) table.length = 0
  Object.assign(table, content)
}

const heldNow = (): Held => ({ ...tables, triage: triageKnowledge, compiled: compiledNow() })

function heldOf(topics: Content['topics']): Read<Held> {
  const missing = names.find(name => typeof topics[name] !== 'object' || topics[name] === null)
  if (missing !== undefined) return { ok: false, error: `the knowledge has no ${missing}: sign it again` }
  const { triage, ...rest } = topics as unknown as Topics
  try {
    return { ok: true, value: { ...rest, triage: prepared(triage), compiled: compiledOf(rest) } }
  } catch {
    return { ok: false, error: 'the knowledge has another shape than this build reads: update Unknot itself' }
  }
}

/** The newest day on which any entry was written: every entry with a date is listed for its review. */
const compiledOf = ({ review }: Pick<Topics, 'review'>): string =>
  review
    .map(({ compiled }) => compiled)
    .toSorted()
    .at(-1) ?? ''
