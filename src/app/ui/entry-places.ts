/** Where each kind of entry is shown: the lists of the reference, and the address of an entry. */
import type { ReviewEntry, ReviewKind } from '../../evidence/review-entry.ts'

/** The lists, by the first part of the place. */
export const lists: Readonly<Record<string, { readonly name: string; readonly kind: ReviewKind }>> = {
  findings: { name: 'Signs the check asks', kind: 'finding' },
  rules: { name: 'Signs that matter together', kind: 'red-flag' },
  tiers: { name: 'How soon to get help', kind: 'tier' },
  remedies: { name: 'Remedies', kind: 'remedy' },
  exercises: { name: 'Exercises', kind: 'exercise' },
  plans: { name: 'Plans', kind: 'plan' },
  'plan-lines': { name: 'What plans say, and to whom', kind: 'plan-line' },
  withheld: { name: 'What is withheld together', kind: 'withheld' },
  courses: { name: 'Courses of six weeks', kind: 'course' },
  'course-questions': { name: 'Questions of a course', kind: 'course-question' },
  claims: { name: 'Claims', kind: 'claim' },
  products: { name: 'Products', kind: 'product' },
  'product-kinds': { name: 'Kinds of products', kind: 'product-kind' },
  needs: { name: 'What products are for', kind: 'need' },
  professionals: { name: 'Who can help', kind: 'professional' },
  registers: { name: 'Registers', kind: 'register' },
  causes: { name: 'Causes of cramps', kind: 'cause' },
  mimics: { name: 'What only looks like a cramp', kind: 'mimic' },
  pointers: { name: 'What back pain can point to', kind: 'pointer' },
  medicines: { name: 'Medicines listed with cramps', kind: 'medicine' },
  'known-medicines': { name: 'Medicines known by name', kind: 'known-medicine' },
  combinations: { name: 'Medicines that need help', kind: 'combination' },
  interactions: { name: 'Medicines to ask about together', kind: 'interaction' },
  pages: { name: 'Pages', kind: 'page' },
}

/** Undefined if the entry has no page of its own. */
export function placeOf({ kind, id }: Pick<ReviewEntry, 'kind' | 'id'>): string | undefined {
  if (kind === 'claim') return `/evidence/${id}`
  if (kind === 'source') return `/reference/sources/${id}`
  const list = Object.entries(lists).find(([, each]) => each.kind === kind)?.[0]
  return list && `/reference/${list}/${id}`
}

/** The kind and id of the entry at a place, as the verdicts name it; undefined where there is none. */
export function entryAt(place: string): string | undefined {
  const [, first = '', second = '', third] = place.split('/')
  if (first === 'evidence') return `claim ${second}`
  const kind = lists[second]?.kind
  return kind && third ? `${kind} ${third}` : undefined
}
