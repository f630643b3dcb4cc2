/**
 * With any content of localStorage, valid parts are kept, invalid parts are put aside and reported, and nothing throws.
 */
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LocalStorage } from '../../../test/support/local-storage.ts'
import {
  forgetAside,
  isFlag,
  isNumber,
  isText,
  listOf,
  objectOf,
  oneOf,
  putAside,
  readKept,
  type Shape,
  shapedAs,
} from './local-storage.ts'

interface Wishes {
  readonly name: string
  readonly isOn: boolean
  readonly most: number
  readonly unit: 'ml' | 'oz'
  readonly list: readonly string[]
}
const shape: Shape<Wishes> = {
  name: isText,
  isOn: isFlag,
  most: isNumber,
  unit: oneOf('ml', 'oz'),
  list: listOf(isText),
}
const right: Wishes = { name: 'a', isOn: true, most: 3, unit: 'ml', list: ['b'] }

let storage = new LocalStorage()
const withKept = (text: string) => {
  storage = new LocalStorage({ wishes: text })
  vi.stubGlobal('localStorage', storage)
}
beforeEach(() => {
  putAside.value = {}
  withKept('')
})
afterEach(() => vi.unstubAllGlobals())

describe('what is stored in the browser', () => {
  it('is read as it was written', () => {
    withKept(JSON.stringify(right))
    expect(readKept('wishes', shape)).toEqual(right)
    expect(putAside.value).toEqual({})
  })

  it.each(['{', '[]', '"x"', 'null', '7', '', '{"name":'])(
    '%j is put aside unchanged, and the defaults are used',
    text => {
      withKept(text)
      expect(readKept('wishes', shape)).toEqual({})
      expect(putAside.value).toEqual({ wishes: text })
      expect(storage.getItem('unknot-aside-wishes')).toBe(text)
      expect(storage.getItem('wishes')).toBeNull()
    },
  )

  it('loses only the invalid part, and reports it once', () => {
    withKept(JSON.stringify({ ...right, most: 'many', unit: 'cups', list: ['b', 7] }))
    expect(readKept('wishes', shape)).toEqual({ name: 'a', isOn: true })
    expect(Object.keys(putAside.value)).toEqual(['wishes'])
    putAside.value = {}
    expect(readKept('wishes', shape)).toEqual({ name: 'a', isOn: true })
    expect(putAside.value).toEqual({})
  })

  it('is not reported as damaged if another version wrote more fields, which are ignored', () => {
    withKept('{"name":"a","colour":"teal","__proto__":{"isOn":true}}')
    expect(readKept('wishes', shape)).toEqual({ name: 'a' })
    expect(putAside.value).toEqual({})
  })

  it('has its shape or is left out, whatever was stored', () => {
    const isRight = shapedAs(shape, ['name', 'isOn', 'most', 'unit', 'list'])
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc.record({ name: fc.anything(), most: fc.anything(), list: fc.anything() }).map(each => JSON.stringify(each)),
    )
    fc.assert(
      fc.property(text, each => {
        withKept(each)
        return isRight(readKept('wishes', shape))
      }),
    )
  })

  it('is empty if the browser refuses to read or write', () => {
    const refuses = () => {
      throw new DOMException('no', 'SecurityError')
    }
    vi.stubGlobal('localStorage', { getItem: refuses, setItem: refuses })
    expect(readKept('wishes', shape)).toEqual({})
    vi.stubGlobal('localStorage', { getItem: () => '{', setItem: refuses })
    expect(readKept('wishes', shape)).toEqual({})
    expect(putAside.value).toEqual({ wishes: '{' })
  })

  it('is deleted with everything else after it was put aside, and restored by the undo', () => {
    withKept('{')
    readKept('wishes', shape)
    const putBack = forgetAside()
    expect(storage.getItem('unknot-aside-wishes')).toBeNull()
    expect(putAside.value).toEqual({})
    putBack()
    expect(storage.getItem('unknot-aside-wishes')).toBe('{')
  })
})

it('the checks accept only finite numbers as numbers, and no list as an object', () => {
  expect([0, -1.5].every(isNumber)).toBe(true)
  expect([Number.NaN, Infinity, '1', null].some(isNumber)).toBe(false)
  expect(objectOf(isText)({ a: 'x' })).toBe(true)
  for (const value of [['x'], { a: 7 }, null, 'x']) expect(objectOf(isText)(value)).toBe(false)
  expect(shapedAs<{ a: string; b: string }>({ a: isText, b: isText }, ['b'])({ a: 'x' })).toBe(true)
  expect(shapedAs<{ a: string; b: string }>({ a: isText, b: isText }, ['b'])({ b: 'x' })).toBe(false)
})
