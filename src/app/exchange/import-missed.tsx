/** The records of a file that are not added: those not understood, with their positions, and those left out on purpose. */
import { type LeftOut, type NotUnderstood, placesOf } from '../../exchange/misses.ts'

const words = {
  missed: (count: number) => (count === 1 ? '1 thing is not understood' : `${count} things are not understood`),
  missedLead: 'These stay in your file. They are not added.',
  more: (count: number) => `And ${count} more kinds.`,
  leftOut: 'Left out',
  leftOutOf: (count: number, what: string) => `${count.toLocaleString('en')} of ${what}`,
}

const most = { missed: 100, leftOut: 12 }

export function Missed({ notUnderstood }: { readonly notUnderstood: readonly NotUnderstood[] }) {
  const count = notUnderstood.reduce((sum, miss) => sum + miss.count, 0)
  const shown = notUnderstood.slice(0, most.missed)
  return (
    <div class="stack gap-2">
      <h2>{words.missed(count)}</h2>
      <p class="quiet">{words.missedLead}</p>
      <ul class="missed stack gap-2">
        {shown.map(miss => (
          <li key={`${miss.what} ${miss.why}`}>
            <b>{miss.what}</b>: {miss.why}
            <br />
            <span class="note">{placesOf(miss, 6)}</span>
          </li>
        ))}
      </ul>
      {notUnderstood.length > shown.length && <p class="note">{words.more(notUnderstood.length - shown.length)}</p>}
    </div>
  )
}

/** Records that Unknot does not use, by kind and reason. */
export function LeftOutKinds({ leftOut }: { readonly leftOut: readonly LeftOut[] }) {
  const shown = leftOut.toSorted((a, b) => b.count - a.count).slice(0, most.leftOut)
  return (
    <div class="stack gap-2">
      <h2>{words.leftOut}</h2>
      <ul class="missed stack gap-2">
        {shown.map(({ what, why, count }) => (
          <li key={`${what} ${why}`}>
            <b>{words.leftOutOf(count, what)}</b>: {why}
          </li>
        ))}
      </ul>
      {leftOut.length > shown.length && <p class="note">{words.more(leftOut.length - shown.length)}</p>}
    </div>
  )
}
