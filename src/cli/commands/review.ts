/** `unknot review`: the to-do list of a reviewing clinician. */
import { Command, InvalidArgumentError, Option } from 'commander'
import { type ReviewKind, reviewEntries, reviewList } from '../../library/review.ts'

interface Options {
  readonly kind?: ReviewKind
  readonly memory?: boolean
  readonly limit: number
  readonly json?: boolean
}

const kinds = [...new Set(reviewEntries.map(({ kind }) => kind)), 'source']

export const reviewCommand = (): Command =>
  new Command('review')
    .description('What a clinician should review next: past its date first, then the most harmful, then the oldest.')
    .addOption(new Option('--kind <kind>', 'only this kind').choices(kinds))
    .option('--memory', 'only what rests on memory alone')
    .option('--limit <count>', 'print this many at most', count, Number.POSITIVE_INFINITY)
    .option('--json', 'print JSON')
    .action(({ kind, memory, limit, json }: Options) => {
      const all = reviewList(new Date().toISOString().slice(0, 10))
      const list = all
        .filter(entry => kind === undefined || entry.kind === kind)
        .filter(({ fromMemory }) => !memory || fromMemory)
        .slice(0, limit)
      if (json) {
        process.stdout.write(`${JSON.stringify(list)}\n`)
        return
      }
      const counted = (isMet: (entry: (typeof all)[number]) => boolean) => all.filter(isMet).length
      const lines = list.map(entry => {
        const marks = [entry.isPastReview ? 'PAST REVIEW' : '', entry.fromMemory ? 'from memory' : '']
        const note = marks.filter(mark => mark !== '').join(', ')
        return `${entry.harm.padEnd(6)} ${entry.nextReview}  ${entry.kind} ${entry.id}: ${entry.title}${note ? ` (${note})` : ''}`
      })
      process.stdout.write(
        `${[
          `${all.length} to review: ${counted(({ isPastReview }) => isPastReview)} past their date, ${counted(({ fromMemory }) => fromMemory)} from memory alone, ${counted(({ reviewedBy }) => reviewedBy === 'none')} never reviewed by a clinician.`,
          'Harm if wrong, review by, what:',
          ...lines,
        ].join('\n')}\n`,
      )
    })

function count(text: string): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= 1) return value
  throw new InvalidArgumentError('give a whole number from 1')
}
