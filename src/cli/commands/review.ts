/** `unknot review`: the to-do list of a reviewing clinician, and the way to record verdicts. */
import { Command, InvalidArgumentError, Option } from 'commander'
import { type Specialty, specialties } from '../../knowledge/vocabulary.ts'
import { type ReviewKind, type ReviewSheet, reviewEntries, reviewSheets } from '../../library/review.ts'
import { print } from '../output.ts'
import { reviewHead, reviewLine, wrapped } from '../review-lines.ts'
import { today } from '../today.ts'
import { recordCommand } from './review-record.ts'

interface Options {
  readonly kind?: ReviewKind
  readonly for?: Specialty
  readonly memory?: boolean
  readonly limit?: number
  readonly json?: boolean
}

const kinds = [...new Set(reviewEntries.map(({ kind }) => kind)), 'source']

export const reviewCommand = (): Command =>
  new Command('review')
    .description(
      'What a clinician should review next: the most harmful first; then what decides between an emergency and less, what rests on memory, what most people meet.',
    )
    .addOption(new Option('--for <specialty>', 'only what this specialty reviews').choices(specialties))
    .addOption(new Option('--kind <kind>', 'only this kind').choices(kinds))
    .option('--memory', 'only what rests on memory alone')
    .option('--limit <count>', 'print this many at most', count)
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Each entry is one line, its parts apart by " | ". A terminal wraps the line; a file or a pipe gets it whole.

Example:
  unknot review --for pharmacy --limit 10
  unknot review --for emergency > emergency.txt
  unknot review record red-flag fever-neuro --by "Ada Kern" --role "emergency physician" --verdict agree`,
    )
    .addCommand(recordCommand())
    .action(async ({ kind, for: specialty, memory, limit, json }: Options) => {
      const chosen = reviewSheets(today())
        .filter(entry => kind === undefined || entry.kind === kind)
        .filter(({ specialties: own }) => specialty === undefined || own.includes(specialty))
        .filter(({ fromMemory }) => !memory || fromMemory)
      const list = chosen.slice(0, limit)
      if (json) return print(`${JSON.stringify(list)}\n`)
      const columns = process.stdout.isTTY ? process.stdout.columns : Number.POSITIVE_INFINITY
      const lines = [countsOf(chosen), reviewHead, ...list.map(reviewLine)]
      await print(`${lines.map(line => wrapped(line, columns)).join('\n')}\n`)
    })

function countsOf(list: readonly ReviewSheet[]): string {
  const counted = (isMet: (entry: ReviewSheet) => boolean) => list.filter(isMet).length
  const [past, memory] = [counted(({ isPastReview }) => isPastReview), counted(({ fromMemory }) => fromMemory)]
  const never = counted(({ reviewed }) => reviewed === undefined)
  const disputed = counted(({ reviewed }) => reviewed !== undefined && reviewed.verdict !== 'agree')
  const toChange = disputed === 0 ? '' : `, ${disputed} that a reviewer wants changed`
  return `${list.length} to review: ${past} past their date, ${memory} from memory alone, ${never} never reviewed by a clinician${toChange}.`
}

function count(text: string): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= 1) return value
  throw new InvalidArgumentError('give a whole number from 1')
}
