/**
 * `unknot review record`: writes a clinician's verdict into the YAML file of an entry, in a checkout of the project.
 */
import { Argument, Command, InvalidArgumentError, Option } from 'commander'
import type { Reviewed } from '../../knowledge/schema.ts'
import { reviewVerdicts } from '../../knowledge/vocabulary.ts'
import { type ReviewKind, reviewEntries } from '../../library/review.ts'
import { BadInput } from '../input.ts'
import { print } from '../output.ts'
import { record } from '../review-record.ts'
import { today } from '../today.ts'

interface Options {
  readonly by: string
  readonly role: string
  readonly verdict: Reviewed['verdict']
  readonly note?: string
  readonly on?: string
  readonly replace?: boolean
}

const kinds = [...new Set(reviewEntries.map(({ kind }) => kind))]

export const recordCommand = (): Command =>
  new Command('record')
    .description('Records what a clinician says of an entry, in its YAML file. Run it in a checkout of Unknot.')
    .addArgument(new Argument('<kind>', 'as the list names it: red-flag').choices(kinds))
    .argument('<id>', 'as the list names it: fever-neuro')
    .requiredOption('--by <name>', 'who reviewed it; the name becomes public', oneLine)
    .requiredOption('--role <role>', 'their profession: "emergency physician"', oneLine)
    .addOption(
      new Option('--verdict <verdict>', 'agree: right as it is; change: not quite; disagree: wrong')
        .choices(reviewVerdicts)
        .makeOptionMandatory(),
    )
    .option('--note <text>', 'what to change, or why not', oneLine)
    .option('--on <day>', 'the day of the review, YYYY-MM-DD: today where it is left out', day)
    .option('--replace', "put it in the place of somebody else's verdict")
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
The entry leaves the list when the verdict is agree and its date has not passed. Build and commit what changed.

Example:
  unknot review record red-flag fever-neuro --by "Ada Kern" --role "emergency physician" \\
    --verdict change --note "Add new numbness of the saddle area."`,
    )
    .action(async (kind: ReviewKind, id: string, options: Options, command: Command) => {
      const { by, role, verdict, note, on = today(), replace = false } = options
      refuseOptionsOfList(command)
      const { json } = command.optsWithGlobals()
      const reviewed: Reviewed = { by, role, on, verdict, ...(note === undefined ? {} : { note }) }
      const done = record({ kind, id, reviewed, replaces: replace, from: process.cwd(), today: today() })
      const next = done.nextReview ? ` It may be shown until ${done.nextReview}.` : ' It stays on the list.'
      await print(
        json
          ? `${JSON.stringify(done)}\n`
          : `${done.file}: ${verdict}, ${by}, ${role}, ${on}.${next}\nNext: npm run knowledge && npm run docs, then commit the changes.\n`,
      )
    })

/**
 * The parent command accepts its own options anywhere, so list options given here would be ignored silently. Reject
 * them.
 */
function refuseOptionsOfList({ parent }: Command): void {
  const stray = ['for', 'kind', 'memory', 'limit'].find(name => parent?.getOptionValueSource(name) === 'cli')
  if (stray) throw new BadInput(`--${stray} chooses from the list: leave it out of unknot review record`)
}

function oneLine(text: string): string {
  const trimmed = text.trim()
  if (trimmed.length >= 2 && !/[\r\n]/.test(trimmed)) return trimmed
  throw new InvalidArgumentError('Give at least two characters, on one line')
}

function day(text: string): string {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text)
  if (isDay) return text
  throw new InvalidArgumentError('Give a day as YYYY-MM-DD')
}
