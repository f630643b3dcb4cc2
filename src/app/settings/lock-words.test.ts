/** What opens the lock, and what is stored of the words. */
import { describe, expect, it } from 'vitest'
import { areRight, lockWith } from './lock-words.ts'

describe('the words of the lock', () => {
  it('open it, and no others do', async () => {
    const lock = await lockWith('four plain words')
    expect(await areRight('four plain words', lock)).toBe(true)
    for (const wrong of ['four plain word', 'fourplainwords', 'words plain four', ''])
      expect(await areRight(wrong, lock), wrong).toBe(false)
  })

  it('open it with other capitals, spaces and accents of another keyboard', async () => {
    const lock = await lockWith('Caf\u00e9 at  noon ')
    expect(await areRight(' cafe\u0301 at noon', lock)).toBe(true)
  })

  it('are not stored, and look different in every lock', async () => {
    const [one, other] = await Promise.all([lockWith('four plain words'), lockWith('four plain words')])
    expect(JSON.stringify(one)).not.toContain('plain')
    expect(one.digest).not.toBe(other.digest)
    expect(one.rounds).toBeGreaterThanOrEqual(600_000)
  })

  it('open a lock of an earlier number of rounds', async () => {
    const { salt } = await lockWith('a')
    const key = await crypto.subtle.importKey('raw', new TextEncoder().encode('four plain words'), 'PBKDF2', false, [
      'deriveBits',
    ])
    const bits = await crypto.subtle.deriveBits(
      { name: 'PBKDF2', hash: 'SHA-256', salt: Buffer.from(salt, 'base64url'), iterations: 1000 },
      key,
      256,
    )
    const lock = { salt, digest: Buffer.from(bits).toString('base64url'), rounds: 1000 }
    expect(await areRight('four plain words', lock)).toBe(true)
  })
})
