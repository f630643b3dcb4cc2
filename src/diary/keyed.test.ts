import { describe, expect, it } from 'vitest'
import { keyed } from './keyed.ts'

const items = [
  { id: 'a', n: 1 },
  { id: 'b', n: 2 },
  { id: 'c', n: 3 },
]

describe.each([true, false])('a keyed list, with an index: %s', forMany => {
  const make = (from = items) => keyed(from, ({ id }) => id, forMany)

  it('finds an item by its key, and nothing for another', () => {
    expect(['a', 'b', 'c', 'd'].map(key => make().get(key)?.n)).toEqual([1, 2, 3, undefined])
    expect(make([]).get('a')).toBeUndefined()
  })

  it('puts an item in the place of the one with its key, also in the first', () => {
    const list = make()
    list.put({ id: 'a', n: 9 })
    expect(list.list()).toEqual([{ id: 'a', n: 9 }, items[1], items[2]])
    expect(list.get('a')?.n).toBe(9)
  })

  it('adds an item with a new key at the end, once', () => {
    const list = make()
    list.put({ id: 'd', n: 4 })
    list.put({ id: 'e', n: 5 })
    list.put({ id: 'd', n: 6 })
    expect(list.list().map(({ id, n }) => `${id}${n}`)).toEqual(['a1', 'b2', 'c3', 'd6', 'e5'])
  })

  it('never touches the list that it came from, and is that list until it is changed', () => {
    const list = make()
    expect(list.list()).toBe(items)
    list.put({ id: 'a', n: 9 })
    expect(items[0]).toEqual({ id: 'a', n: 1 })
    const changed = list.list()
    list.put({ id: 'b', n: 9 })
    expect(list.list()).toBe(changed)
  })
})

it('of two items with one key the last is found: the newest items are at the end', () => {
  const twice = [...items, { id: 'a', n: 7 }]
  for (const forMany of [true, false]) expect(keyed(twice, ({ id }) => id, forMany).get('a')?.n).toBe(7)
})
