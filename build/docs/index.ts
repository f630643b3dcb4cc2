/** The first page: the contents, with counts. */
import { specialties } from '../../src/knowledge/vocabulary.ts'
import type { Knowledge } from '../knowledge/read.ts'
import { page, table } from './page.ts'

export function indexPage(knowledge: Knowledge): string {
  const { findings, redFlags, remedies, exercises, causes, medicines, claims, sources } = knowledge
  const { openings, avoid, seekHelp, afterCramp, withheld, courses } = knowledge
  return page(
    knowledge,
    'What Unknot knows',
    'Everything Unknot tells a person, with its sources.',
    table(
      ['page', 'what it lists', 'entries'],
      [
        ['[Red flags](red-flags.md)', 'signs that alone demand a tier', String(findings.length)],
        ['[Rules](red-flags.md#rules)', 'signs that demand a tier together', String(redFlags.length)],
        ['[Remedies](remedies.md)', 'how, how sure, for whom not', String(remedies.length)],
        ['[Exercises](exercises.md)', 'steps, dose and drawn frames', String(exercises.length)],
        [
          '[What plans say](plan-lines.md)',
          'when to get help, what to avoid, what is withheld, and for whom',
          String(openings.length + avoid.length + seekHelp.length + afterCramp.length + withheld.length),
        ],
        ['[Courses](courses.md)', 'six weeks as tables: walks, exercises, what to leave', String(courses.length)],
        ['[Causes](causes.md)', 'what points to each, and how sure', String(causes.causes.length)],
        ['[Medicines](medicines.md)', 'what each may bring, and what needs help', String(medicines.ingredients.length)],
        ['[Claims](claims.md)', 'what people say, and what is true of it', String(claims.length)],
        ['[Sources](sources.md)', 'how far each was read, and what rests on it', String(sources.length)],
        ['[What to review next](review.md)', 'the to-do list of a reviewing clinician', 'all'],
        ...specialties.map(each => [`[For ${each}](review-${each}.md)`, 'their part of it, to be printed', 'in full']),
      ],
    ),
  )
}
