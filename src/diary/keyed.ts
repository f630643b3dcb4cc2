/**
 * A list with a key for each item, changed without modifying the original list. It copies on the first change and
 * searches from the end, where the newest items are, so adding an event to a long diary is cheap.
 */
export interface Keyed<Item> {
  readonly get: (key: string) => Item | undefined
  /** Replaces the item of that key, or adds it at the end. */
  readonly put: (item: Item) => void
  readonly list: () => readonly Item[]
}

/** `forMany`: build an index, because many items will be looked up. */
export function keyed<Item>(from: readonly Item[], keyOf: (item: Item) => string, forMany: boolean): Keyed<Item> {
  let items = from
  let own: Item[] | undefined
  const places = forMany ? new Map(from.map((item, place) => [keyOf(item), place])) : undefined
  const placeOf = (key: string) => places?.get(key) ?? (places ? -1 : items.findLastIndex(item => keyOf(item) === key))
  return {
    get: key => items[placeOf(key)],
    put: item => {
      if (own === undefined) {
        own = [...items]
        items = own
      }
      const place = placeOf(keyOf(item))
      if (place >= 0) own[place] = item
      else {
        places?.set(keyOf(item), own.length)
        own.push(item)
      }
    },
    list: () => items,
  }
}
