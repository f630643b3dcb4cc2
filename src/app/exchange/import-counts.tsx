/** How many entries of each kind an import would add; each kind can be left out. */
import type { Preview } from '../../exchange/preview.ts'

const words = {
  counted: 'What it would add',
  untick: 'Untick what you want to leave out.',
  kinds: {
    noted: 'Notes',
    drank: 'Drinks',
    ate: 'Food',
    'cramps-counted': 'Nights with cramps',
    'episode-began': 'Spasms and cramps',
    'episode-rated': 'Pain scores',
    'remedy-done': 'Remedies',
    'medicine-taken': 'Medicines taken',
    'medicine-started': 'Medicines started',
    'medicine-stopped': 'Medicines stopped',
    steps: 'Days with steps',
    'sleep-minutes': 'Nights of sleep',
    'magnesium-mg': 'Magnesium',
    'potassium-mg': 'Potassium',
    'calcium-mg': 'Calcium',
    'sodium-mg': 'Sodium',
    'zinc-mg': 'Zinc',
    'vitamin-d-ug': 'Vitamin D',
  } as Readonly<Record<string, string>>,
  others: 'Other entries',
}

interface CountsProps {
  readonly preview: Preview
  readonly leftOutKinds: ReadonlySet<string>
  readonly onLeaveOut: (kinds: ReadonlySet<string>) => void
}

/** An episode and its end count as one. */
export function Counts({ preview: { counts, canChoose }, leftOutKinds, onLeaveOut }: CountsProps) {
  const kinds = Object.entries(counts).filter(([kind]) => kind !== 'episode-ended')
  const nameOf = (kind: string) => words.kinds[kind] ?? words.others
  const turn = (kind: string) => {
    const next = new Set(leftOutKinds)
    if (!next.delete(kind)) next.add(kind)
    onLeaveOut(next)
  }
  if (!canChoose || kinds.length === 1) {
    const named = new Map<string, number>()
    for (const [kind, count] of kinds) named.set(nameOf(kind), (named.get(nameOf(kind)) ?? 0) + count)
    return (
      <ul class="kinds" aria-label={words.counted}>
        {[...named].map(([name, count]) => (
          <li key={name}>
            <span>{name}</span> <b>{count}</b>
          </li>
        ))}
      </ul>
    )
  }
  return (
    <fieldset class="kinds">
      <legend class="note">{words.untick}</legend>
      {kinds.map(([kind, count]) => (
        <label key={kind}>
          <input type="checkbox" checked={!leftOutKinds.has(kind)} onChange={() => turn(kind)} />
          <span>{nameOf(kind)}</span> <b>{count}</b>
        </label>
      ))}
    </fieldset>
  )
}
