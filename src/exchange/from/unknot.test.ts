/** Unknot's own JSON, read into a diary that may already have some of it. */
import { expect, it } from 'vitest'
import { preview } from '../../../test/support/imports.ts'
import type { DiaryEvent } from '../../diary/event.ts'
import { placesOf } from '../misses.ts'

const noted = (text: string, second = 0): DiaryEvent => ({
  id: `0195d6a0-0000-7000-8000-00000000000${second}`,
  v: 2,
  at: '2026-03-27T20:39:00+01:00',
  type: 'noted',
  text,
})

const file = (...events: readonly unknown[]) => JSON.stringify({ unknot: 'diary', v: 1, events })

async function planned(events: readonly unknown[], diary: readonly DiaryEvent[] = []) {
  const { toAdd, alreadyThere, notUnderstood, accounted } = await preview(file(...events), diary)
  const listed = notUnderstood.map(miss => `${placesOf(miss)}: ${miss.what}: ${miss.why}`)
  return { toAdd, alreadyThere, listed, accounted }
}

it('an entry that the diary has is not added again, whatever the order of its fields', async () => {
  const { id, ...rest } = noted('sore')
  expect(await planned([{ ...rest, id }], [noted('sore')])).toEqual({
    toAdd: [],
    alreadyThere: 1,
    listed: [],
    accounted: { read: 1, added: 0, alreadyThere: 1, listed: 0, leftOut: 0 },
  })
})

it('an entry with the id of another one and other content is listed, and the earlier one is kept', async () => {
  const [one, other, last] = [noted('sore'), noted('fine'), noted('new', 1)]
  const inDiary = await planned([{ bad: true }, other, last], [one])
  expect(inDiary.toAdd).toEqual([last])
  expect(inDiary.listed).toContain(
    `entry 2: The entry "${one.id}": the diary has another entry of this id, which is kept`,
  )
  expect(inDiary.accounted).toEqual({ read: 3, added: 1, alreadyThere: 0, listed: 2, leftOut: 0 })

  const inFile = await planned([one, other, one])
  expect(inFile.toAdd).toEqual([one])
  expect(inFile.listed).toEqual([
    `entry 2: The entry "${one.id}": this file has another entry of this id, which is kept`,
  ])
  expect(inFile.accounted).toEqual({ read: 3, added: 1, alreadyThere: 1, listed: 1, leftOut: 0 })
})
