/**
 * Compares the explanation with brute force: every set of wishes is given up in turn, smallest first, and a menu is
 * searched.
 */
import { describe, expect, it } from 'vitest'
import { highs, knowledge, profileOf, table } from '../../test/support/food-tools.ts'
import { closeGap } from './menu.ts'

const woman = { age: 34, sex: 'female', conditions: [], medicines: [] }
type Wishes = { readonly avoid: readonly string[]; readonly dislike: readonly number[]; readonly most: number }

const menuFor = ({ avoid, dislike, most }: Wishes) =>
  closeGap(knowledge, table, profileOf({ ...woman, avoid, dislike, energy: [0, most] }), {
    solver: highs,
    isFewestEnough: true,
  })
const isPossible = async (wishes: Wishes) => (await menuFor(wishes)).foods.length > 0

/** Every way to give up `count` wishes: an avoided word, all dislikes, the energy. */
function givenUp(wishes: Wishes, count: number): readonly Wishes[] {
  const all = [...wishes.avoid, ...(wishes.dislike.length > 0 ? ['dislikes'] : []), 'energy']
  const sets = Array.from({ length: 2 ** all.length }, (_, bits) => all.filter((_wish, place) => bits & (1 << place)))
  return sets
    .filter(({ length }) => length === count)
    .map(set => ({
      avoid: wishes.avoid.filter(word => !set.includes(word)),
      dislike: set.includes('dislikes') ? [] : wishes.dislike,
      most: set.includes('energy') ? 6000 : wishes.most,
    }))
}

const richest = table.everyday.filter(({ at }) => (table.per100(at, 'vitamin-d') ?? 0) > 1).map(({ id }) => id)

const sunny = table.everyday.filter(({ at }) => (table.per100(at, 'vitamin-d') ?? 0) > 0).map(({ id }) => id)

describe.each<readonly [string, Wishes]>([
  ['little energy', { avoid: [], dislike: [], most: 100 }],
  ['no fish, no dairy, nothing rich in vitamin D', { avoid: ['fish', 'dairy'], dislike: richest, most: 2200 }],
  ['five kinds of food left out', { avoid: ['fish', 'dairy', 'egg', 'soy', 'meat'], dislike: [], most: 120 }],
  ['everything with vitamin D disliked', { avoid: [], dislike: sunny, most: 2200 }],
])('where none is possible: %s', (_name, wishes) => {
  it('names the fewest possible wishes, and giving those up is enough', { timeout: 120_000 }, async () => {
    const menu = await menuFor(wishes)
    expect(menu.status).toBe('infeasible')
    const named = menu.relax.filter(({ kind }) => kind === 'avoid' || kind === 'dislike' || kind === 'energy')
    expect(named.length).toBeGreaterThan(0)
    for (let count = 0; count < named.length; count++)
      for (const fewer of givenUp(wishes, count)) expect([fewer, await isPossible(fewer)]).toEqual([fewer, false])
    const words = menu.relax.flatMap(relaxed => (relaxed.kind === 'avoid' ? [relaxed.word] : []))
    const liked = menu.relax.flatMap(relaxed => (relaxed.kind === 'dislike' ? relaxed.foods : []))
    const energy = menu.relax.flatMap(relaxed => (relaxed.kind === 'energy' ? [relaxed.to] : []))
    const enough: Wishes = {
      avoid: wishes.avoid.filter(word => !words.includes(word)),
      dislike: wishes.dislike.filter(food => !liked.includes(food)),
      most: energy[0] ?? wishes.most,
    }
    expect([enough.avoid, enough.most, await isPossible(enough)]).toEqual([enough.avoid, enough.most, true])
  })
})

it('explains it in one useful sentence', async () => {
  const { relax } = await menuFor({ avoid: ['dairy', 'fish'], dislike: richest, most: 1500 })
  expect(relax[0]?.text).toBe(
    'Not possible without dairy or fish inside 1,500 kcal: vitamin D is the one that cannot be reached.',
  )
})
