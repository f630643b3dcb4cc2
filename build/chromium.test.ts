import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { findChromium, isProgram } from './chromium.ts'

const ofPlaywright = () => '/cache/playwright/chrome'
const found = (environment: Readonly<Record<string, string>>, files: readonly string[]) =>
  findChromium({ environment, isProgram: file => files.includes(file), ofPlaywright })

it('is the one in CHROMIUM, else one on the PATH, else the one that Playwright downloaded, else none', () => {
  const everywhere = ['/my/chrome', '/usr/bin/chromium', ofPlaywright()]
  expect(found({ CHROMIUM: '/my/chrome', PATH: '/usr/bin' }, everywhere)).toBe('/my/chrome')
  expect(found({ PATH: '/bin:/usr/bin' }, everywhere)).toBe('/usr/bin/chromium')
  expect(found({ PATH: '/bin' }, everywhere)).toBe(ofPlaywright())
  expect(found({ PATH: '/usr/bin' }, [])).toBeUndefined()
})

it('is never another one if CHROMIUM names no program', () => {
  expect(found({ CHROMIUM: '/none', PATH: '/usr/bin' }, ['/usr/bin/chromium', ofPlaywright()])).toBeUndefined()
})

it('prefers Chrome to the stub that Ubuntu calls chromium-browser', () => {
  const both = ['/usr/bin/chromium-browser', '/opt/bin/google-chrome']
  expect(found({ PATH: '/usr/bin:/opt/bin' }, both)).toBe('/opt/bin/google-chrome')
})

it('a program is an executable file, not a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'unknot-programs-'))
  const [program, text] = [join(folder, 'program'), join(folder, 'text')]
  mkdirSync(join(folder, 'age'))
  writeFileSync(program, '#!/bin/sh\n')
  chmodSync(program, 0o755)
  writeFileSync(text, '')
  chmodSync(text, 0o644)
  const answers = [program, text, join(folder, 'age'), join(folder, 'none')].map(isProgram)
  rmSync(folder, { recursive: true })
  expect(answers).toEqual([true, false, false, false])
})
