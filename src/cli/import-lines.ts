/** What an import would add, in the lines that a terminal shows. */
import { placesOf } from '../exchange/misses.ts'
import type { Preview } from '../exchange/preview.ts'

const mostShown = 20

export function importLines(file: string, preview: Preview): string {
  const { from, toAdd, alreadyThere, unwanted, replaced, counts, days, notUnderstood, assumed, foodSources } = preview
  const shown = notUnderstood.slice(0, mostShown)
  return `${[
    `${file}: ${from}, ${toAdd.length} to add, ${alreadyThere} already there${days ? `, ${days[0]} to ${days[1]}` : ''}`,
    ...Object.entries(counts).map(([kind, count]) => `  ${kind.padEnd(18)} ${String(count).padStart(9)}`),
    ...(replaced.length > 0 ? [`  ${replaced.length} take the place of older ones`] : []),
    ...(unwanted > 0 ? [`  ${unwanted} stay struck out, as you left them`] : []),
    `  ${accounts(preview)}`,
    ...leftOutLines(preview),
    ...assumed.map(each => `  ${each}`),
    ...unknownLines(preview),
    ...(foodSources.length > 0
      ? [`  Choose with --food-source: ${foodSources.join(', ')}, or all to add them up`]
      : []),
    ...(shown.length > 0 ? ['  Not understood, and not added:'] : []),
    ...shown.map(miss => `    ${placesOf(miss)}: ${miss.what}: ${miss.why}`),
    ...(notUnderstood.length > mostShown
      ? [`    and ${notUnderstood.length - mostShown} kinds more: --json lists all`]
      : []),
  ].join('\n')}\n`
}

/** Printed before anything is written, because the check counts only medicines that it recognises. */
const unknownLines = ({ unknownMedicines }: Preview): readonly string[] =>
  unknownMedicines.length === 0
    ? []
    : [`  Kept by name only, so the check does not count them; see unknot medicines: ${unknownMedicines.join(', ')}`]

const count = (number: number): string => number.toLocaleString('en')

function accounts({ accounted: { read, added, alreadyThere, listed, leftOut } }: Preview): string {
  const parts = [
    `${count(added)} for what is to add`,
    `${count(alreadyThere)} already there`,
    `${count(listed)} not understood`,
    `${count(leftOut)} left out`,
  ]
  return `Records in the file: ${count(read)}, of them ${parts.join(', ')}`
}

/** By reason: "left out: 7,471 (Unknot does not use this kind): heart rate 7,400, workout 71". */
function leftOutLines({ leftOut }: Preview): readonly string[] {
  const reasons = new Set(leftOut.map(({ why }) => why))
  return [...reasons].map(why => {
    const kinds = leftOut.filter(each => each.why === why)
    const all = kinds.reduce((sum, each) => sum + each.count, 0)
    const named = kinds
      .toSorted((a, b) => b.count - a.count)
      .slice(0, 4)
      .map(each => `${each.what} ${count(each.count)}`)
    const more = kinds.length > named.length ? ` and ${kinds.length - named.length} kinds more` : ''
    return `  Left out: ${count(all)}, ${why}: ${named.join(', ')}${more}`
  })
}
