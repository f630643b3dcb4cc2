/** How a key is pinned: in a key file of the build, as a line of a command, or by a code that a person types. */
import { expect, it } from 'vitest'
import { pinnedKeysDefined } from '../../build/pinned-keys.ts'
import { keyOfLine, keysOfFile, newKey } from '../server/knowledge-keys.ts'
import { readCode, readKeyLine } from './pinned-keys.ts'

const { line } = newKey()
const other = newKey().line.split(':')[1]
const [code = '', publicKey = ''] = line.split(':')

it('a line pins a key only if its code is that of the key', () => {
  expect(keyOfLine(line)).toEqual({ id: code, publicKey })
  expect(keyOfLine(`${code}:${other}`)).toBeUndefined()
  for (const text of ['', 'me', code, `${code}:`, `${code.slice(1)}:${publicKey}`, `${line}x`])
    expect(readKeyLine(text), text).toBeUndefined()
})

it('a key file may have comments, and a bad line in it is named and never skipped', () => {
  expect(keysOfFile('# nobody yet\n\n')).toEqual([])
  expect(keysOfFile(`${line} # Ada\n`)).toEqual([keyOfLine(line)])
  expect(keysOfFile(`${line}\nhello\n`)).toEqual({ bad: 'hello' })
  expect(pinnedKeysDefined()).toEqual({ unknotPinnedKeys: '[]' })
  expect(() => pinnedKeysDefined('package.json')).toThrow(/^package\.json: .* is no key: give the line/)
})

it('a typed code counts in any grouping, and a part of a code does not', () => {
  const grouped = code.toUpperCase().match(/.{4}/g)?.join('-') ?? ''
  expect(readCode(` ${grouped} `)).toBe(code)
  for (const typed of ['', code.slice(1), `${code}0`, code.replace(/./, 'x')]) expect(readCode(typed)).toBeUndefined()
})
