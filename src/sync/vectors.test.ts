/** The vectors of docs/sync-vectors.json, and the parts of the protocol against published vectors and Node's own crypto. */
import { createHash, createHmac, createPublicKey, hkdfSync, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/ciphers/utils.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { describe, expect, it } from 'vitest'
import { canonical } from '../diary/merge.ts'
import type { KeptEvent } from '../diary/upgrade.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { readNote } from './find-log.ts'
import { emptyHead, headWith } from './fingerprint.ts'
import { logKeys, type Part, tokenHash } from './keys.ts'
import { pad, padme } from './padding.ts'
import { isSignedBy, publicKeyOf, signReceipt } from './receipt.ts'
import { readRecoveryCode, recoveryCode } from './recovery-code.ts'
import { logName, open, seal } from './seal.ts'
import { followKey, readerKeys, readerOf, readShareCode, secretOf, shareId, writeShareCode } from './share.ts'

const vectors = JSON.parse(readFileSync('docs/sync-vectors.json', 'utf8')) as {
  readonly secret: string
  readonly recoveryCode: string
  readonly keys: readonly (Readonly<Record<string, string>> & { readonly part: Part; readonly epoch: number })[]
  readonly padding: readonly { readonly length: number; readonly padded: number }[]
  readonly envelopes: readonly {
    readonly event: KeptEvent
    readonly text: string
    readonly id: string
    readonly nonce: string
    readonly sealed: string
    readonly head: typeof emptyHead
  }[]
  readonly note: { readonly note: object; readonly sealed: string }
  readonly receipt: Readonly<Record<'signingKey' | 'publicKey' | 'log' | 'droppedAt' | 'signature', string>> & {
    readonly count: number
  }
  readonly share: Readonly<Record<'secret' | 'id' | 'until' | 'about' | 'part', string>> &
    Readonly<Record<'readToken' | 'readTokenHash' | 'followKey' | 'code', string>>
}
const secret = hexToBytes(vectors.secret)
const diary = logKeys(secret, 'diary', 0)

describe('docs/sync-vectors.json', () => {
  it('gives the recovery code of the secret, and the secret of the code', () => {
    expect(recoveryCode(secret)).toBe(vectors.recoveryCode)
    expect(readRecoveryCode(vectors.recoveryCode)).toEqual({ ok: true, secret })
  })

  it('makes the code and the token of a share, and reads the code', () => {
    const { part, ...share } = vectors.share
    const now = logKeys(secret, part as Part, 0)
    const own = secretOf(share.secret)
    const { readToken } = readerKeys(own, now)
    const code = {
      secret: own,
      until: Date.parse(share.until),
      about: share.about,
      logs: { now: { logId: now.logId, key: now.key } },
    }
    expect({
      id: shareId(share),
      readToken,
      readTokenHash: readerOf(share, now).hash,
      followKey: bytesToHex(followKey(own)),
      code: writeShareCode(code),
    }).toEqual({
      id: share.id,
      readToken: share.readToken,
      readTokenHash: share.readTokenHash,
      followKey: share.followKey,
      code: share.code,
    })
    expect(readShareCode(share.code)).toEqual(code)
    const byNode = hkdfSync('sha256', own, 'unknot-sync-1', `reader/${logName(now)}`, 32)
    expect(readToken).toBe(Buffer.from(byNode).toString('base64url'))
  })

  it.each(vectors.keys)('derives the keys of $part, epoch $epoch', ({ part, epoch, ...expected }) => {
    const keys = logKeys(secret, part, epoch)
    expect({
      logId: bytesToHex(keys.logId),
      log: logName(keys),
      writeToken: keys.writeToken,
      readToken: keys.readToken,
      writeTokenHash: tokenHash(keys.writeToken),
      key: bytesToHex(keys.key),
      idKey: bytesToHex(keys.idKey),
    }).toEqual(expected)
  })

  it('derives them as HKDF and SHA-256 of Node do', () => {
    const derived = (ikm: Uint8Array | string, info: string, length: number) =>
      Buffer.from(hkdfSync('sha256', ikm, 'unknot-sync-1', info, length))
    for (const { part, epoch, logId, key, idKey, writeToken = '', readToken, writeTokenHash } of vectors.keys) {
      const of = (purpose: string, length: number) => derived(secret, `${part}/${epoch}/${purpose}`, length)
      expect([of('log-id', 16).toString('hex'), of('key', 32).toString('hex')]).toEqual([logId, key])
      expect(of('id-key', 32).toString('hex')).toBe(idKey)
      expect(of('write-token', 32).toString('base64url')).toBe(writeToken)
      expect(derived(writeToken, 'read-token', 32).toString('base64url')).toBe(readToken)
      expect(createHash('sha256').update(writeToken).digest('hex')).toBe(writeTokenHash)
    }
  })

  it.each(vectors.padding)('pads $length bytes to $padded', ({ length, padded }) => {
    expect(pad(new Uint8Array(length)).length).toBe(padded)
  })

  it('seals each event as written, and opens it', () => {
    let head = emptyHead
    for (const { event, text, id, nonce, sealed, head: expected } of vectors.envelopes) {
      expect(canonical(event)).toBe(text)
      const envelope = seal(diary, event, () => hexToBytes(nonce))
      expect({ id: envelope.id, sealed: toBase64(envelope.sealed) }).toEqual({ id, sealed })
      expect(open(diary, envelope)).toEqual(event)
      expect(createHmac('sha256', diary.idKey).update(text).digest('hex').slice(0, 32)).toBe(id)
      head = headWith(head, id)
      expect(head).toEqual(expected)
    }
    const ids = vectors.envelopes.map(({ id }) => BigInt(`0x${id}`))
    const combined = ids
      .reduce((all, id) => all ^ id)
      .toString(16)
      .padStart(32, '0')
    expect(head.fingerprint).toBe(combined)
  })

  it('opens the note of a dropped log', () => {
    expect(readNote(diary, fromBase64(vectors.note.sealed) ?? new Uint8Array())).toEqual(vectors.note.note)
  })

  it('signs the receipt as written, and Node verifies it', () => {
    const { signingKey, publicKey, signature, ...dropped } = vectors.receipt
    expect(publicKeyOf(hexToBytes(signingKey))).toBe(publicKey)
    expect(signReceipt(hexToBytes(signingKey), dropped)).toEqual({ ...dropped, signature })
    expect(isSignedBy(publicKey, dropped.log, { ...dropped, signature })).toBe(true)
    for (const changed of [{ count: 4 }, { droppedAt: '2026-11-30T08:00:02.000Z' }])
      expect(isSignedBy(publicKey, dropped.log, { ...dropped, ...changed, signature })).toBe(false)
    expect(isSignedBy(publicKey, 'AAAAAAAAAAAAAAAAAAAAAA', { ...dropped, signature })).toBe(false)
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' })
    const text = Buffer.from(`unknot-sync-1 receipt ${canonical(dropped)}`)
    expect(verify(null, text, key, Buffer.from(signature, 'base64url'))).toBe(true)
  })
})

describe('published vectors', () => {
  it('HKDF-SHA-256: RFC 5869, test cases 1 and 3', () => {
    const ikm = new Uint8Array(22).fill(0x0b)
    const okm = (salt: string, info: string) => bytesToHex(hkdf(sha256, ikm, hexToBytes(salt), hexToBytes(info), 42))
    expect(okm('000102030405060708090a0b0c', 'f0f1f2f3f4f5f6f7f8f9')).toBe(
      '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
    )
    expect(okm('', '')).toBe('8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8')
  })

  it('XChaCha20-Poly1305: draft-irtf-cfrg-xchacha-03, appendix A.3.1', () => {
    const run = (first: number, length: number) => Uint8Array.from({ length }, (_, at) => first + at)
    const plain =
      "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it."
    const cipher = xchacha20poly1305(run(0x80, 32), run(0x40, 24), hexToBytes('50515253c0c1c2c3c4c5c6c7'))
    expect(bytesToHex(cipher.encrypt(utf8ToBytes(plain)))).toBe(
      'bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49',
    )
  })

  it('PADMÉ: the values in the tests of TankerHQ/sdk-native, and the bound of the paper', () => {
    expect([2, 9, 20, 42, 666, 1999].map(padme)).toEqual([2, 10, 20, 44, 672, 2048])
    for (let length = 2; length < 100_000; length++) {
      const padded = padme(length)
      if (padded < length || padded > length * 1.12) throw new Error(`${length} -> ${padded}`)
    }
  })

  it('BIP-39: 24 words of trezor/python-mnemonic, vectors.json', () => {
    expect(recoveryCode(new Uint8Array(32))).toBe(`${'abandon '.repeat(23)}art`)
    expect(recoveryCode(new Uint8Array(32).fill(0x80))).toBe(
      'letter advice cage absurd amount doctor acoustic avoid letter advice cage absurd amount doctor acoustic avoid letter advice cage absurd amount doctor acoustic bless',
    )
  })

  it('base64url: as Node writes it, and nothing else is read', () => {
    for (let length = 0; length < 70; length++) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 37 + length * 101) % 256)
      const text = Buffer.from(bytes).toString('base64url')
      expect(toBase64(bytes)).toBe(text)
      expect(fromBase64(text)).toEqual(bytes)
    }
    for (const wrong of ['A', 'AB', 'AA==', 'A+AA', 'A/AA', 'AAé']) expect(fromBase64(wrong), wrong).toBeUndefined()
  })
})
