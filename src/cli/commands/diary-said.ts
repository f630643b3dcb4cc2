/** `unknot diary pain FILE`, `before FILE`, `history FILE`: the content of a diary in sentences with counts. */
import { Command, InvalidArgumentError, Option } from 'commander'
import type { DiaryEvent } from '../../diary/event.ts'
import { dayOf } from '../../diary/told-days.ts'
import { understood } from '../../diary/upgrade.ts'
import { type Region, regions } from '../../knowledge/vocabulary.ts'
import {
  counting,
  dayBefore,
  dayBeforeNotes,
  dayStory,
  differenceSaid,
  fold,
  lineSaid,
  linkedPains,
  linkedSaid,
  type PainChange,
  painChange,
  painSaid,
  partSaid,
  remedyInWords,
  type Said,
  toldDays,
  trialIdea,
} from '../../library/diary.ts'
import { addDays, isDay, localDay } from '../../time.ts'
import { allOf, openDiary } from '../diary-source.ts'
import { print } from '../output.ts'

interface Flags {
  readonly days: number
  readonly to?: string
  readonly place?: Region
  readonly json?: boolean
}

export const painCommand = (): Command =>
  periodOf(new Command('pain'), 90)
    .description(
      'Is pain lower, higher or about the same? Medians of two equal periods; each place; pains on the same day.',
    )
    .addHelpText('after', example('unknot diary pain unknot-2026-11-25.json --days 60'))
    .action(async (file: string, { days, to = today(), place, json }: Flags) => {
      const events = await eventsOf(file)
      const change = painChange(fold(events), { today: to, days, ...(place ? { region: place } : {}) })
      const linked = linkedPains(toldDays(events), { from: addDays(to, 1 - days), to })
      if (json) return print(`${JSON.stringify({ ...change, linked })}\n`)
      const whole = painSaid(change.all)
      const parts = change.parts.map(({ region, change: own }) => partWords(region, own))
      await print(textOf([whole, ...parts, ...linked.map(linkedSaid)]))
    })

export const beforeCommand = (): Command =>
  periodOf(new Command('before'), 365)
    .description('The day before a spasm or cramp, beside days that none followed: counts, and no proof.')
    .addHelpText('after', example('unknot diary before unknot-2026-11-25.json --place calf'))
    .action(async (file: string, { days, to = today(), place, json }: Flags) => {
      const period = { from: addDays(to, 1 - days), to, ...(place ? { region: place } : {}) }
      const found = dayBefore(toldDays(await eventsOf(file)), period)
      if (json) return print(`${JSON.stringify(found)}\n`)
      const lines =
        found.kind === 'too-few'
          ? []
          : found.differences.map(each => {
              const { title, sentences } = differenceSaid(each, remedyInWords)
              const idea = trialIdea(each, remedyInWords)
              const trial =
                idea && `Test it: unknot trial design ${idea.arms.map(arm => `--arm ${quoted(arm)}`).join(' ')}`
              return { title: `${title}: ${sentences.join(' ')}`, sentences: trial ? [trial] : [] }
            })
      const setOff =
        found.kind === 'compared' && found.setOffBy.length > 0
          ? [`You said it was set off by: ${found.setOffBy.map(({ what, times }) => `${what} (${times})`).join(', ')}.`]
          : []
      const head = {
        title: `Days before a spasm or cramp: ${found.hits}. Other days: ${found.others}.`,
        sentences: [...dayBeforeNotes(found), ...setOff],
      }
      await print(textOf([head, ...lines]))
    })

export const historyCommand = (): Command =>
  periodOf(new Command('history'), 14, false)
    .description('The days of a diary as a person tells them, the newest first. unknot diary export has every entry.')
    .addHelpText('after', example('unknot diary history unknot-2026-11-25.json --days 7'))
    .action(async (file: string, { days, to = today(), json }: Flags) => {
      const events = await eventsOf(file)
      const context = fold(events)
      const from = addDays(to, 1 - days)
      const told = [...byDay(events)]
        .filter(([day]) => day >= from && day <= to)
        .sort(([a], [b]) => (a < b ? 1 : -1))
        .map(([day, own]) => ({ day, ...dayStory(own, context) }))
      if (json) return print(`${JSON.stringify(told)}\n`)
      const tellers = { nameOf: remedyInWords, time: (at: number) => new Date(at).toTimeString().slice(0, 5) }
      const text = told.map(({ day, lines, others }) =>
        [
          day,
          ...lines.map(line => {
            const { title, detail } = lineSaid(line, tellers)
            return `  ${tellers.time(line.at)}  ${title}${detail ? `: ${detail}` : ''}`
          }),
          ...(others > 0 ? [`         ${others === 1 ? '1 other entry' : `${others} other entries`}`] : []),
        ].join('\n'),
      )
      await print(text.length === 0 ? `No entries from ${from} to ${to}.\n` : `${text.join('\n\n')}\n`)
    })

function periodOf(command: Command, days: number, hasPlace = true): Command {
  command
    .argument('<file>', 'a diary, as JSON; - is stdin')
    .addOption(new Option('--days <number>', 'how many days, up to the last').argParser(count).default(days))
    .addOption(new Option('--to <day>', 'the last day, like 2026-01-31 (default: today)').argParser(day))
  if (hasPlace) command.addOption(new Option('--place <place>', 'one place only').choices(regions))
  return command.option('--json', 'print JSON')
}

const example = (line: string): string =>
  `\nStruck-out entries never count. This is no diagnosis.\n\nExample:\n  ${line}`

async function eventsOf(file: string): Promise<readonly DiaryEvent[]> {
  const source = await openDiary(file)
  const events = counting(understood(await allOf(source)))
  if (source.report.newer > 0)
    console.error(`unknot: ${file}: ${source.report.newer} entries are of a newer Unknot and do not count`)
  return events
}

function byDay(events: readonly DiaryEvent[]): ReadonlyMap<string, readonly DiaryEvent[]> {
  const days = new Map<string, DiaryEvent[]>()
  for (const event of events) {
    const own = dayOf(event)
    const list = days.get(own)
    if (list) list.push(event)
    else days.set(own, [event])
  }
  for (const list of days.values()) list.sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return days
}

const partWords = (region: Region, change: PainChange): Said => {
  const { title, sentences } = painSaid(change)
  return {
    title: `${partSaid({ region, side: undefined })}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
    sentences,
  }
}

const textOf = (all: readonly Said[]): string =>
  `${all.map(({ title, sentences }) => [title, ...sentences.map(each => `  ${each}`)].join('\n')).join('\n\n')}\n`

/** For a POSIX shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`
const today = (): string => localDay(Date.now())

function count(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 2 || value > 3650)
    throw new InvalidArgumentError('Give a whole number from 2 to 3650.')
  return value
}

function day(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('Give a day like 2026-01-31.')
  return text
}
