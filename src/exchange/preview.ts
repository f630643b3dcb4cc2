/** What an import would add: without some kinds, and as the one action that adds it. One strike-out undoes everything. */
import type { EventOf } from '../diary/event.ts'
import type { KeptEvent } from '../diary/upgrade.ts'
import type { Accounted } from './account.ts'
import type { LeftOut, NotUnderstood } from './misses.ts'

export interface Preview {
  readonly from: string
  /** In the order of their ids. */
  readonly toAdd: readonly KeptEvent[]
  readonly alreadyThere: number
  /** In the diary, and struck out individually; they stay struck out. */
  readonly unwanted: number
  /** Entries and daily totals that this file changes: the new event, and the old ones that it strikes out. */
  readonly replaced: readonly { readonly by: string; readonly ids: readonly string[] }[]
  /** May kinds be left out? Events of Unknot itself refer to one another. */
  readonly canChoose: boolean
  /** The number of events of each kind that would be added. */
  readonly counts: Readonly<Record<string, number>>
  /** First and last day of the events that would be added. */
  readonly days: readonly [string, string] | undefined
  /** Names of medicines whose ingredients are not certain: the check cannot count them. */
  readonly unknownMedicines: readonly string[]
  readonly notUnderstood: readonly NotUnderstood[]
  readonly leftOut: readonly LeftOut[]
  /** What became of each record of the file. */
  readonly accounted: Accounted
  /** Several sources counted the same food: the person may choose one. */
  readonly foodSources: readonly string[]
  readonly assumed: readonly string[]
}

/** The kind by which a person chooses; an episode's beginning and end belong together. */
function kindOf(event: KeptEvent): string {
  const { type, what } = event as KeptEvent & { readonly what?: string }
  if (type === 'measured') return what ?? type
  return type === 'episode-ended' ? 'episode-began' : type
}

/** The preview without some kinds. */
export function without(preview: Preview, kinds: ReadonlySet<string>): Preview {
  if (kinds.size === 0 || !preview.canChoose) return preview
  const toAdd = preview.toAdd.filter(event => !kinds.has(kindOf(event)))
  const ids = new Set(toAdd.map(({ id }) => id))
  return { ...preview, ...shapeOf(toAdd), replaced: preview.replaced.filter(({ by }) => ids.has(by)) }
}

/**
 * The events of the action: those of the preview, the strike-out of the totals they replace, and the `merged` event
 * with which everything can be undone. `next` gives ids that sort after every other event and after its earlier ids.
 */
export function actOf(preview: Preview, at: string, next: (after: string) => string): readonly KeptEvent[] {
  const { toAdd, replaced, from } = preview
  if (toAdd.length === 0) return []
  const last = toAdd.at(-1)?.id ?? ''
  const struck = [...new Set(replaced.flatMap(({ ids }) => ids))].sort()
  const strike: readonly EventOf<'struck-out'>[] =
    struck.length === 0 ? [] : [{ id: next(last), v: 2, at, type: 'struck-out', events: struck }]
  const ids = [...toAdd, ...strike].map(({ id }) => id)
  const merged: EventOf<'merged'> = { id: next(strike[0]?.id ?? last), v: 2, at, type: 'merged', events: ids, from }
  return [...toAdd, ...strike, merged]
}

export function shapeOf(toAdd: readonly KeptEvent[]): Pick<Preview, 'toAdd' | 'counts' | 'days' | 'unknownMedicines'> {
  const days = toAdd.map(({ at }) => at.slice(0, 10)).sort()
  const [first, last] = [days[0], days.at(-1)]
  return {
    toAdd,
    counts: countsOf(toAdd),
    days: first && last ? [first, last] : undefined,
    unknownMedicines: unknownOf(toAdd),
  }
}

const unknownOf = (events: readonly KeptEvent[]): readonly string[] => [
  ...new Set(
    events.flatMap(event =>
      'medicine' in event && typeof event.medicine === 'string' && !('ingredient' in event) ? [event.medicine] : [],
    ),
  ),
]

function countsOf(events: readonly KeptEvent[]): Readonly<Record<string, number>> {
  const counts = Object.create(null) as Record<string, number>
  for (const event of events) {
    const kind = event.type === 'measured' ? kindOf(event) : event.type
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  return { ...counts }
}
