/** `unknot diary check`: is every event of a file valid, and what does the file contain? Changes nothing. */
import { checkEvent } from '../diary/check-schema.ts'
import { currentVersion } from '../diary/event.ts'
import type { KeptEvent } from '../diary/upgrade.ts'
import { diaryFile } from './diary-file.ts'
import { idSet } from './id-set.ts'
import { print } from './output.ts'
import { progressOf } from './progress.ts'

export interface Report {
  readonly file: string
  /** Valid events, each id counted once. */
  readonly events: number
  readonly byType: Readonly<Record<string, number>>
  /** First and last day of the events, in their local time. */
  readonly from: string | undefined
  readonly to: string | undefined
  /**
   * Events of an older version, which are upgraded on read, and of a newer one, which only a newer Unknot can check.
   */
  readonly older: number
  readonly newer: number
  /** Identical duplicates, which change nothing. */
  readonly doubled: number
  /** Are the events sorted by id, as Unknot writes them? */
  readonly isInOrder: boolean
  /** Strike-outs, corrections and merges that name an event that is not in this file; it may be in another one. */
  readonly namingAbsent: number
  readonly problemCount: number
  /** The first problems; all of them are printed as errors. */
  readonly problems: readonly Problem[]
}

export interface Problem {
  readonly place: string
  readonly problem: string
}

const mostListed = 1000

export async function checkFiles(files: readonly string[], asJson: boolean): Promise<void> {
  for (const file of files) {
    const report = await checkFile(file)
    await print(asJson ? `${JSON.stringify(report)}\n` : show(report))
  }
}

/** Prints each problem on stderr as it is found, and makes the command exit with 2. `use` receives each valid event. */
export async function checkFile(file: string, use?: (event: KeptEvent) => void): Promise<Report> {
  const name = file === '-' ? 'stdin' : file
  const progress = progressOf('checking', file)
  const byType: Record<string, number> = Object.create(null) as Record<string, number>
  const problems: Problem[] = []
  const ids = idSet()
  const named: (readonly [id: string, by: string])[] = []
  let [events, older, newer, doubled, problemCount] = [0, 0, 0, 0, 0]
  let [from, to, last] = ['9', '', '']
  let isInOrder = true

  const wrong = (place: string, problem: string) => {
    problemCount += 1
    if (problems.length < mostListed) problems.push({ place, problem })
    progress.end()
    console.error(`unknot: ${name}, ${place}: ${problem}`)
    process.exitCode = 2
  }

  for await (const entries of diaryFile(file, progress.at)) {
    for (const entry of entries) {
      if ('fault' in entry) {
        wrong(entry.place, entry.fault)
        continue
      }
      const checked = checkEvent(entry.value)
      if (checked.kind === 'wrong') {
        wrong(entry.place, checked.why)
        continue
      }
      const { event } = checked
      if (event.id <= last) isInOrder = false
      last = event.id
      if (!ids.add(event.id)) {
        doubled += 1
        continue
      }
      events += 1
      byType[event.type] = (byType[event.type] ?? 0) + 1
      if (checked.kind === 'newer') newer += 1
      else if (event.v < currentVersion) older += 1
      const day = event.at.slice(0, 10)
      if (day < from) from = day
      if (day > to) to = day
      for (const each of namedBy(event)) if (!ids.has(each)) named.push([each, event.id])
      use?.(event)
    }
  }
  progress.end()
  return {
    file: name,
    events,
    byType: Object.fromEntries(Object.entries(byType).sort(([a], [b]) => (a < b ? -1 : 1))),
    from: events > 0 ? from : undefined,
    to: events > 0 ? to : undefined,
    older,
    newer,
    doubled,
    isInOrder,
    namingAbsent: new Set(named.flatMap(([id, by]) => (ids.has(id) ? [] : [by]))).size,
    problemCount,
    problems,
  }
}

/** The events that an event refers to: those it strikes out, corrects or added. */
function namedBy(event: KeptEvent): readonly string[] {
  const {
    instead,
    events,
    event: struck,
  } = event as KeptEvent & {
    readonly instead?: unknown
    readonly events?: unknown
    readonly event?: unknown
  }
  if (instead === undefined && events === undefined && struck === undefined) return []
  return [instead, struck, ...(Array.isArray(events) ? events : [])].filter(each => typeof each === 'string')
}

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`

function show(report: Report): string {
  const { file, events, from, to, byType, older, newer, doubled, isInOrder, namingAbsent, problemCount } = report
  const period = from === undefined ? '' : `, ${from} to ${to}`
  const notes = [
    ...(older > 0 ? [`${counted(older, 'event', 'events')} of an older version: upgraded when they are read`] : []),
    ...(newer > 0 ? [`${counted(newer, 'event', 'events')} of a newer Unknot: kept, and not checked here`] : []),
    ...(doubled > 0 ? [`${counted(doubled, 'event stands', 'events stand')} there twice: each counts once`] : []),
    ...(isInOrder ? [] : ['not in the order of their ids: unknot diary merge writes them in order']),
    ...(namingAbsent > 0
      ? [
          `${counted(namingAbsent, 'event names', 'events name')} another that is not in this file: it may be in another`,
        ]
      : []),
  ]
  const problems =
    problemCount === 0 ? 'nothing is wrong' : `${counted(problemCount, 'problem', 'problems')}, listed above`
  return `${[
    `${file}: ${counted(events, 'event', 'events')}${period}; ${problems}`,
    ...Object.entries(byType).map(([type, count]) => `  ${type.padEnd(18)} ${count.toLocaleString('en').padStart(9)}`),
    ...notes.map(note => `  ${note}`),
  ].join('\n')}\n`
}
