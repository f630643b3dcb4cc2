/** The first page: what there is, and how much of it. */
import type { Knowledge } from '../knowledge/read.ts'
import { page, table } from './page.ts'

export const indexPage = ({
  findings,
  redFlags,
  remedies,
  exercises,
  causes,
  medicines,
  claims,
  sources,
}: Knowledge): string =>
  page(
    'What Unknot knows',
    'Everything Unknot tells a person, with its sources.',
    table(
      ['page', 'what it lists', 'entries'],
      [
        ['[Red flags](red-flags.md)', 'signs that alone demand a tier', String(findings.length)],
        ['[Rules](red-flags.md#rules)', 'signs that demand a tier together', String(redFlags.length)],
        ['[Remedies](remedies.md)', 'how, how sure, for whom not', String(remedies.length)],
        ['[Exercises](exercises.md)', 'steps, dose and drawn frames', String(exercises.length)],
        ['[Causes](causes.md)', 'what points to each, and how sure', String(causes.causes.length)],
        ['[Medicines](medicines.md)', 'what each may bring, and what needs help', String(medicines.ingredients.length)],
        ['[Claims](claims.md)', 'what people say, and what is true of it', String(claims.length)],
        ['[Sources](sources.md)', 'how far each was read, and what rests on it', String(sources.length)],
        ['[What to review next](review.md)', 'the to-do list of a reviewing clinician', 'all'],
      ],
    ),
  )
