import fc from 'fast-check'
import { expect, it } from 'vitest'
import { uuidV7 } from '../ids.ts'
import { idSet } from './id-set.ts'

const anyId = fc
  .tuple(fc.constantFrom(0, 1, 2 ** 40), fc.uint8Array({ minLength: 10, maxLength: 10, max: 3 }))
  .map(([time, bytes]) => uuidV7(time, bytes))

it('contains the same ids as a Set', () => {
  fc.assert(
    fc.property(fc.array(anyId, { maxLength: 200 }), fc.array(anyId), (ids, others) => {
      const [own, should] = [idSet(), new Set<string>()]
      for (const id of ids) {
        expect(own.add(id)).toBe(!should.has(id))
        should.add(id)
      }
      for (const id of [...ids, ...others]) expect(own.has(id)).toBe(should.has(id))
    }),
  )
})

it('keeps all ids while it grows', () => {
  const ids = Array.from({ length: 20_000 }, (_, place) =>
    uuidV7(place, Uint8Array.of(place, place >> 8, 1, 2, 3, 4, 5, 6, 7, 8)),
  )
  const own = idSet()
  expect(ids.filter(id => !own.add(id))).toEqual([])
  expect(ids.filter(id => !own.has(id))).toEqual([])
  expect(own.has('not an id')).toBe(false)
})
