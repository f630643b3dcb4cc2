import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressOf } from './address.ts'

describe('an address', () => {
  it('gives a screen and an id', () => {
    expect(addressOf('/')).toEqual({ screen: '', id: '' })
    expect(addressOf('/session/heat/hot-water-bottle')).toEqual({ screen: 'session', id: 'heat/hot-water-bottle' })
    expect(addressOf('/eat/own%3A1')).toEqual({ screen: 'eat', id: 'own:1' })
  })

  it('that cannot be decoded gives nothing', () => {
    for (const path of ['/reference/%', '/day/%E0%A4%A', '/session/%zz']) expect(addressOf(path)).toBeUndefined()
  })

  it('with the name of an inherited property gives nothing', () => {
    for (const path of ['/session/constructor', '/reference/remedies/__proto__', '/start/toString'])
      expect(addressOf(path)).toBeUndefined()
  })

  it('never throws, whatever it contains', () => {
    fc.assert(fc.property(fc.string(), text => void addressOf(`/${text}`)))
    fc.assert(
      fc.property(
        fc.string().filter(text => !text.split('/').some(part => part in Object.prototype)),
        text => {
          expect(addressOf(`/x/${encodeURIComponent(text)}`)?.id).toBe(text)
        },
      ),
    )
  })
})
