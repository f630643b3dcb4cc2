/** What Apple Health's records come to: one total a day for each kind, the time asleep of each night. */
import type { EventBody, EventOf } from '../../diary/event.ts'
import type { KeptEvent } from '../../diary/upgrade.ts'
import { rounded } from '../amounts.ts'
import type { Found } from '../importer.ts'
import { daysAfter, type Told } from '../times.ts'

export type Kind = EventOf<'measured'>['what'] | 'water'

const totalNote = 'the total of the day'
/** More devices that count one thing than this, or more days, is no household but an attack on the memory. */
const mostSources = 200
const mostDays = 60_000
const mostSpans = 5000

interface Counted {
  sum: number
  first: Told
  last: Told
}

/** Devices are counted apart: a phone and a watch count the same steps. */
export function dayTotals() {
  const totals = new Map<string, { readonly kind: Kind; readonly sources: Map<string, Counted> }>()
  // One text for each name: every other is a part of the file and would keep its piece in memory.
  const names = new Map<string, string>()
  return {
    /** False when there are more than can be kept. */
    add(kind: Kind, name: string, amount: number, start: Told, end: Told): boolean {
      const source = names.get(name) ?? name
      if (names.size < mostSources) names.set(source, source)
      const key = `${kind} ${start.at.slice(0, 10)}`
      const total = totals.get(key) ?? { kind, sources: new Map<string, Counted>() }
      const known = total.sources.get(source)
      if (known === undefined && (total.sources.size >= mostSources || totals.size >= mostDays)) return false
      if (known) widen(known, start, end)
      if (known) known.sum += amount
      else total.sources.set(source, { sum: amount, first: start, last: end })
      totals.set(key, total)
      return true
    },
    found: (): readonly Found[] =>
      [...totals.values()].map(({ kind, sources }) => {
        const { sum, first } = fullest(sources)
        const value = rounded(sum)
        const body: EventBody =
          kind === 'water'
            ? { type: 'drank', drink: 'Water', ml: Math.round(value), note: totalNote }
            : { type: 'measured', what: kind, value, note: totalNote }
        return { ...first, body, place: 0 }
      }),
  }
}

/** The names break a tie, so that the order in the file leaves no trace. */
function fullest(sources: ReadonlyMap<string, Counted>): Counted {
  const [, best] = [...sources].reduce((best, each) => {
    const isFuller = each[1].sum > best[1].sum || (each[1].sum === best[1].sum && each[0] < best[0])
    return isFuller ? each : best
  })
  return best
}

/** Spans overlap, of devices and of apps; a minute is counted once. */
export function nightTotals() {
  const nights = new Map<string, Counted & { readonly spans: [number, number][] }>()
  return {
    /** False when no one sleeps so. */
    add(start: Told, end: Told): boolean {
      const night = nightOf(start)
      const known = nights.get(night) ?? { sum: 0, spans: [], first: start, last: end }
      const length = end.moment - start.moment
      if (length <= 0 || length > 86_400_000 || known.spans.length >= mostSpans || nights.size >= mostDays) return false
      known.spans.push([start.moment, end.moment])
      widen(known, start, end)
      nights.set(night, known)
      return true
    },
    found: (): readonly Found[] =>
      [...nights.values()].map(({ spans, first, last }) => ({
        ...first,
        body: { type: 'measured', what: 'sleep-minutes', value: minutesCovered(spans), until: last.at },
        place: 0,
      })),
  }
}

/** The same total of a later file takes the place of this one's. */
export function totalOf(event: KeptEvent & EventBody): string | undefined {
  if (event.type === 'drank' && event.note === totalNote) return `water ${event.at.slice(0, 10)}`
  if (event.type !== 'measured') return undefined
  return `${event.what} ${event.what === 'sleep-minutes' ? nightOf(event) : event.at.slice(0, 10)}`
}

/** The morning a sleep belongs to: what begins after six in the evening belongs to the next. */
const nightOf = ({ at }: Pick<Told, 'at'>): string => daysAfter(at.slice(0, 10), Number(at.slice(11, 13)) >= 18 ? 1 : 0)

function widen(counted: Counted, start: Told, end: Told): void {
  if (start.moment < counted.first.moment) counted.first = start
  if (end.moment > counted.last.moment) counted.last = end
}

/** Minutes that at least one span covers. */
function minutesCovered(spans: readonly (readonly [number, number])[]): number {
  let [covered, reached] = [0, Number.NEGATIVE_INFINITY]
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    covered += Math.max(0, end - Math.max(start, reached))
    reached = Math.max(reached, end)
  }
  return Math.round(covered / 60_000)
}
