/** `unknot report FILE`: a page for the clinician from a diary. */

import { Command, InvalidArgumentError, Option } from 'commander'
import { understood } from '../../diary/upgrade.ts'
import {
  isDay,
  type Paper,
  papers,
  type Report,
  report,
  reportHtml,
  reportSummary,
  reportText,
  type SectionKind,
  sectionKinds,
  suggestedQuestions,
  twentySeconds,
} from '../../library/report.ts'
import { addDays, localDay } from '../../time.ts'
import { allOf, openDiary } from '../diary-source.ts'
import { BadInput } from '../input.ts'
import { mustBeNew, writeOut } from '../write-file.ts'

const forms = ['text', 'html', 'summary', 'visit'] as const

interface Options {
  readonly from?: string
  readonly to?: string
  readonly as?: (typeof forms)[number]
  readonly paper: Paper
  readonly detail?: boolean
  readonly leaveOut: readonly SectionKind[]
  readonly name?: string
  readonly out?: string
  readonly json?: boolean
}

export const reportCommand = (): Command =>
  new Command('report')
    .description('A page for your clinician, from a diary saved as JSON (Backup, "Save as JSON"); - is stdin.')
    .argument('<file>', 'the diary')
    .addOption(
      new Option('--from <day>', 'first day, like 2026-01-31 (default: a year before the last)').argParser(day),
    )
    .addOption(new Option('--to <day>', 'last day (default: today)').argParser(day))
    .addOption(
      new Option('--as <form>', 'what to write (default: text, or html for a file that ends so)').choices(forms),
    )
    .addOption(new Option('--paper <size>', 'for html').choices(papers).default('a4'))
    .option('--detail', 'with a second page: every episode, and trials in full')
    .addOption(new Option('--leave-out <sections...>', 'what not to show').choices(sectionKinds).default([]))
    .option('--name <name>', 'whose it is; it is written nowhere else')
    .option('--out <file>', 'a new file (default: stdout)')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Example:
  unknot report diary.json --from 2026-01-01 --detail --out report.html
  unknot report diary.json --as visit      what to say in twenty seconds, and what to ask

Open report.html in a browser and print it. No clinician has reviewed the content of Unknot yet.`,
    )
    .action(async (file: string, options: Options) => {
      const { from, to, leaveOut, name } = options
      const now = Date.now()
      const last = to ?? localDay(now)
      const first = from ?? yearBefore(last)
      if (first > last) throw new BadInput(`--from ${first} is after --to ${last}: give the earlier day first`)
      if (options.out !== undefined) mustBeNew(options.out)
      const source = await openDiary(file)
      const events = understood(await allOf(source))
      if (source.report.newer > 0)
        console.error(`unknot: ${file}: ${source.report.newer} entries are of a newer Unknot and do not count`)
      const hasFood = !leaveOut.includes('food') && events.some(({ type }) => type === 'ate')
      const foods = hasFood ? (await import('../../library/nutrition.ts')).foodTable() : undefined
      const made = report(events, {
        from: first,
        to: last,
        now,
        dayOf: localDay,
        leaveOut,
        ...(name === undefined ? {} : { name }),
        ...(foods ? { foods } : {}),
      })
      await writeOut(once(written(made, options)), options.out)
    })

function written(made: Report, { json, as, out = '', paper, detail = false }: Options): string {
  if (json) return `${JSON.stringify(made)}\n`
  const form = as ?? (/\.html?$/i.test(out) ? 'html' : 'text')
  if (form === 'visit') return visitText(made)
  if (form === 'html') return reportHtml(made, { paper, isDetailed: detail })
  return form === 'summary' ? `${reportSummary(made)}\n` : reportText(made, { isDetailed: detail })
}

/** What to say in twenty seconds, and questions that fit. */
const visitText = (made: Report): string =>
  [
    'Say this first:',
    `  ${twentySeconds(made)}`,
    '',
    'You could ask:',
    ...suggestedQuestions(made).map(q => `  ${q}`),
    '',
  ].join('\n')

async function* once(text: string): AsyncGenerator<string> {
  yield text
}

function day(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('Give a day like 2026-01-31.')
  return text
}

/** 365 days in all, both ends included. */
const yearBefore = (last: string): string => addDays(last, -364)
