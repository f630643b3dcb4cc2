import { describe, expect, it } from 'vitest'
import { exercises } from '../knowledge/exercises.gen.ts'
import { remedies } from '../knowledge/remedies.gen.ts'
import { whenItHurts } from './when-it-hurts.ts'

const knowledge = { remedies, exercises }
const ways = Object.entries(remedies).flatMap(([id, remedy]) =>
  remedy.methods.filter(({ minutes }) => minutes).map(method => ({ id: `${id}/${method.id}`, remedy, method })),
)
const ofSkin = ways.filter(({ remedy: { kind } }) => kind === 'heat' || kind === 'cold')
const others = ways.filter(({ remedy: { skinCheck } }) => skinCheck === undefined)

describe('when heat or cold hurts', () => {
  it.each(ofSkin.map(({ id }) => id))('%s: first it is taken off, then the skin is checked', id => {
    const { first, skin, help } = whenItHurts(knowledge, id) ?? never()
    expect(first).toMatch(/ off\.$|^Get out/)
    expect(skin.join(' ')).toMatch(/White/)
    expect(skin.join(' ')).toMatch(/get (advice|help)\./)
    expect(help).toEqual([])
  })

  it('what is taken off is what this method uses', () => {
    const said = ofSkin.map(({ id }) => whenItHurts(knowledge, id)?.first)
    expect(said).toEqual(ofSkin.map(({ method }) => method.takeOff))
    expect(new Set(said).size).toBeGreaterThan(1)
  })

  it('a burn is cooled under running water for 20 minutes', () => {
    expect(whenItHurts(knowledge, 'heat/hot-water-bottle')?.skin.join(' ')).toMatch(/running water for 20 minutes/)
  })

  it('frozen skin is warmed gently, and gets no advice for burns', () => {
    const skin = whenItHurts(knowledge, 'cold/cold-pack')?.skin.join(' ')
    expect(skin).toMatch(/warm it gently/)
    expect(skin).not.toMatch(/running water/)
  })
})

describe('when warmth and cold in turn, or a cream, hurts', () => {
  it.each(ways.map(({ id }) => id).filter(id => id.startsWith('alternate')))('%s tells a burn from frozen skin', id => {
    const { first, skin } = whenItHurts(knowledge, id) ?? never()
    expect(first).toBe('Take it off.')
    expect(skin.find(text => /after cold/.test(text))).toMatch(/warm it gently/)
    expect(skin.find(text => /after warmth/.test(text))).toMatch(/running water for 20 minutes/)
  })

  it('a cream is washed off first', () => {
    const { first, skin } = whenItHurts(knowledge, 'topical-creams/thin-layer') ?? never()
    expect(first).toBe('Wash it off with soap and cool water.')
    expect(skin.at(-1)).toMatch(/blisters: get medical help today\./)
  })
})

describe('when anything else hurts', () => {
  it('an exercise is released slowly, and its remedy lists reasons to get help', () => {
    for (const id of Object.keys(exercises)) {
      const { first, skin, help } = whenItHurts(knowledge, id) ?? never()
      expect(first, id).toBe('Let go slowly, and rest.')
      expect(skin, id).toEqual([])
      expect(help.length, id).toBeGreaterThan(0)
    }
  })

  it.each(others.map(({ id }) => id))('%s is stopped', id => {
    expect(whenItHurts(knowledge, id)).toMatchObject({ first: 'Stop, and rest.', skin: [] })
    expect(whenItHurts(knowledge, id)?.help.length).toBeGreaterThan(0)
  })

  it('a remedy without a given method uses its first', () => {
    expect(whenItHurts(knowledge, 'heat')?.first).toBe('Take the bottle off.')
  })

  it('an unknown id has no result', () => {
    for (const id of ['', 'nothing', 'toString', 'constructor/heat', 'nothing/heat'])
      expect(whenItHurts(knowledge, id), id).toBeUndefined()
  })
})

const never = (): never => {
  throw new Error('it says nothing')
}
