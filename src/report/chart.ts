/**
 * The small chart of the page: the worst pain above, the number of spasms and cramps below. Readable in black and
 * white.
 */
import { daysIn, sayMonth, sayShortDay } from './days.ts'
import type { Bin, EpisodesSection } from './episodes.ts'
import { type Content, type Element, element } from './node.ts'

const words = {
  label: (step: string, count: string) =>
    `Chart: the worst pain, and how many spasms and cramps, by ${step}. ${count}.`,
  pain: 'Pain',
  count: 'Count',
}

const width = 720
const [left, right] = [62, 712]
/** From the top: pain 10, pain 0, the top and the bottom of the bars, the line of the days. */
const [painTop, painFoot, barTop, barFoot, axis] = [12, 54, 67, 102, 116]
const height = 119

/** A medicine started in the period, drawn as a line with its letter. */
export interface Begun {
  readonly day: string
  readonly letter: string
}

/** `count` is the number in the heading; `begun` has at most three. */
export function episodesChart({ bins, step }: EpisodesSection, count: string, begun: readonly Begun[]): Element {
  const [first, last] = [bins[0], bins.at(-1)]
  const days = first && last ? daysIn(first.from, last.to) : 1
  const x = (day: string, part = 0) => left + ((daysIn(first?.from ?? day, day) - 1 + part) / days) * (right - left)
  const middle = ({ from, to }: Bin) => x(from, daysIn(from, to) / 2)
  const pain = (value: number) => painFoot - (value / 10) * (painFoot - painTop)
  const most = Math.max(2, ...bins.map(({ spasms, cramps }) => spasms + cramps))
  const bar = (value: number) => (value / most) * (barFoot - barTop)
  const wide = Math.max(1.5, Math.min(14, ((right - left) / Math.max(1, bins.length)) * 0.6))
  const rated = bins.filter(({ worst }) => worst !== undefined)
  return element(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': words.label(step, count), class: 'report-plot' },
    [0, 5, 10].map(value => grid(pain(value), String(value))),
    grid(barFoot, '0'),
    grid(barTop, String(most)),
    text(0, (painTop + painFoot) / 2 + 4, words.pain, { class: 'report-axis', 'text-anchor': 'start' }),
    text(0, (barTop + barFoot) / 2 + 4, words.count, { class: 'report-axis', 'text-anchor': 'start' }),
    joined(bins, middle, pain),
    rated.map(bin =>
      element('circle', {
        class: 'report-dot',
        cx: at(middle(bin)),
        cy: at(pain(bin.worst ?? 0)),
        r: bins.length > 60 ? 1.8 : 2.6,
      }),
    ),
    bins.flatMap(bin => bars(bin, middle(bin), wide, bar)),
    ticks(bins, step, x),
    begun.flatMap(({ day, letter }) => [
      element('path', { class: 'report-begun', d: `M${at(x(day))} ${painTop - 6}V${barFoot}` }),
      text(x(day) + 3, painTop - 1, letter, { class: 'report-strong', 'text-anchor': 'start' }),
    ]),
  )
}

/** The symbols of the chart, for its legend. */
export const keySign = (kind: 'pain' | 'spasm' | 'cramp'): Element =>
  element(
    'svg',
    { viewBox: '0 0 12 12', class: 'report-key-sign', 'aria-hidden': 'true' },
    kind === 'pain'
      ? element('circle', { class: 'report-dot', cx: 6, cy: 6, r: 3 })
      : element('rect', { class: `report-${kind}`, x: 2, y: 1.5, width: 8, height: 9 }),
  )

const at = (value: number): number => Math.round(value * 10) / 10

const text = (x: number, y: number, said: string, attributes: Element['attributes']): Element =>
  element('text', { x: at(x), y: at(y), ...attributes }, said)

const grid = (y: number, said: string): Element =>
  element(
    'g',
    {},
    element('path', { class: 'report-grid', d: `M${left} ${at(y)}H${right}` }),
    text(left - 5, y + 3.5, said, { 'text-anchor': 'end' }),
  )

function bars(
  { spasms, cramps }: Bin,
  middle: number,
  wide: number,
  bar: (value: number) => number,
): readonly Content[] {
  const rect = (kind: string, from: number, value: number) =>
    element('rect', {
      class: `report-${kind}`,
      x: at(middle - wide / 2),
      y: at(barFoot - bar(from + value)),
      width: at(wide),
      height: at(bar(value)),
    })
  return [...(spasms > 0 ? [rect('spasm', 0, spasms)] : []), ...(cramps > 0 ? [rect('cramp', spasms, cramps)] : [])]
}

/** Only neighbouring points are joined, because the values between others are unknown. */
function joined(bins: readonly Bin[], x: (bin: Bin) => number, y: (pain: number) => number): Element {
  const path = bins.flatMap((bin, index) => {
    if (bin.worst === undefined) return []
    const isJoined = bins[index - 1]?.worst !== undefined
    return [`${isJoined ? 'L' : 'M'}${at(x(bin))} ${at(y(bin.worst))}`]
  })
  return element('path', { class: 'report-line', d: path.join('') || 'M0 0' })
}

/** Labels: days by date, weeks by the month that begins in them, months by name; few enough that none overlap. */
function ticks(
  bins: readonly Bin[],
  step: EpisodesSection['step'],
  x: (day: string, part?: number) => number,
): readonly Element[] {
  const starts =
    step === 'day'
      ? bins.map(({ from }) => [from, sayShortDay(from)] as const)
      : bins.flatMap(({ from, to }) => {
          const month = `${to.slice(0, 7)}-01`
          return month >= from
            ? [[month, month.slice(5, 7) === '01' ? month.slice(0, 4) : sayMonth(month)] as const]
            : []
        })
  const every = Math.ceil(starts.length / 13)
  return starts
    .filter((_, index) => index % every === 0)
    .flatMap(([day, said]) => {
      const place = x(day)
      return [
        element('path', { class: 'report-tick', d: `M${at(place)} ${barFoot}V${barFoot + 4}` }),
        ...(place > right - 20 ? [] : [text(place, axis, said, { 'text-anchor': 'start' })]),
      ]
    })
}
