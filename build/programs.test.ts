import { describe, expect, it } from 'vitest'
import { ensurePrograms, type Machine } from './programs.ts'

const bringing: Readonly<Record<string, string>> = {
  chromium: 'chromium',
  age: 'age',
  'poppler-utils': 'pdfinfo',
  bsdutils: 'script',
  playwright: 'chromium',
  postgresql: 'postgres',
}

/** A fake machine with some commands, on which installed programs become available, unless installation fails. */
function machine(has: readonly string[], more: Partial<Machine> & { readonly isOffline?: boolean } = {}) {
  const there = new Set(has)
  const ran: string[] = []
  const said: string[] = []
  const { isOffline = false, ...rest } = more
  const made: Machine = {
    hasChromium: () => there.has('chromium'),
    chromiumNamed: undefined,
    has: command => there.has(command),
    hasPostgres: () => there.has('postgres'),
    platform: 'linux',
    distribution: 'debian',
    isRoot: true,
    canSudo: () => false,
    run: command => {
      ran.push(command.join(' '))
      if (isOffline) return false
      if (command.includes('install'))
        for (const word of command) if (bringing[word] !== undefined) there.add(bringing[word])
      return true
    },
    say: line => void said.push(line),
    ...rest,
  }
  return { made, ran, said }
}

const all = ['chromium', 'age', 'pdfinfo', 'script', 'postgres']

describe('the programs that the tests use', () => {
  it('are left alone if present', () => {
    const { made, ran, said } = machine([...all, 'apt-get'])
    expect(ensurePrograms(made)).toBe(true)
    expect({ ran, said }).toEqual({ ran: [], said: [] })
  })

  it('are installed by root on a fresh Debian, with a message', () => {
    const { made, ran, said } = machine(['apt-get', 'postgres'])
    expect(ensurePrograms(made)).toBe(true)
    expect(ran).toEqual([
      'apt-get update -q',
      'env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 install -y -q --no-install-recommends chromium fonts-liberation age poppler-utils bsdutils',
    ])
    expect(said[0]).toBe('The tests need chromium, age, pdfinfo, script, which are not installed here.')
  })

  it('are installed with sudo if it needs no password, and only if missing', () => {
    const { made, ran } = machine(['apt-get', 'sudo', 'chromium', 'script', 'pdfinfo', 'postgres'], {
      isRoot: false,
      canSudo: () => true,
    })
    expect(ensurePrograms(made)).toBe(true)
    expect(ran).toHaveLength(2)
    expect(ran[1]).toMatch(/^sudo -n env .* apt-get .* install -y -q --no-install-recommends age$/)
  })

  it('on Ubuntu, takes Chromium from Playwright, because the package only asks for a snap', () => {
    const { made, ran } = machine(['apt-get', 'script', 'postgres'], { distribution: 'ubuntu' })
    expect(ensurePrograms(made)).toBe(true)
    expect(ran.at(-1)).toBe('npx playwright install --with-deps chromium')
    expect(ran.at(-2)).toMatch(/install -y -q --no-install-recommends age poppler-utils$/)
  })

  it.each([
    [
      'a person without rights',
      { isRoot: false },
      'sudo apt-get update -q && sudo env DEBIAN_FRONTEND=noninteractive apt-get',
    ],
    ['no network', { isOffline: true }, 'apt-get update -q && env DEBIAN_FRONTEND=noninteractive apt-get'],
  ])('where they cannot be installed, for %s, one line says what to run', (_, more, line) => {
    const { made, said } = machine(['apt-get', 'sudo'], more)
    expect(ensurePrograms(made)).toBe(false)
    expect(said.at(-1)).toContain(`Run this once, then this again: ${line}`)
    expect(said.at(-1)).not.toContain('\n')
  })

  it('install PostgreSQL too where they can; without it the tests run all the same, and a line says what is not tested', () => {
    const debian = machine([...all.filter(name => name !== 'postgres'), 'apt-get'])
    expect(ensurePrograms(debian.made)).toBe(true)
    expect(debian.ran.at(-1)).toMatch(/apt-get .* install -y -q --no-install-recommends postgresql$/)
    const without = machine([...all.filter(name => name !== 'postgres'), 'apt-get'], { isOffline: true })
    expect(ensurePrograms(without.made)).toBe(true)
    expect(without.said.at(-1)).toMatch(/PostgreSQL is not there: sync is tested on libSQL alone/)
    const mac = machine(['chromium', 'age', 'pdfinfo', 'script'], { platform: 'darwin', isRoot: false })
    expect(ensurePrograms(mac.made)).toBe(true)
    expect(mac.ran).toEqual([])
  })

  it('runs nothing if sudo would ask for a password', () => {
    const { made, ran } = machine(['apt-get', 'sudo'], { isRoot: false, canSudo: () => false })
    ensurePrograms(made)
    expect(ran).toEqual([])
  })

  it('on macOS and other systems, installs nothing and says what to install', () => {
    const mac = machine(['script'], { platform: 'darwin', isRoot: false })
    expect(ensurePrograms(mac.made)).toBe(false)
    expect(mac.said.at(-1)).toContain('brew install age poppler && npx playwright install chromium')
    const other = machine(['chromium', 'script'], { distribution: 'fedora' })
    expect(ensurePrograms(other.made)).toBe(false)
    expect(other.said.at(-1)).toContain('Install age, pdfinfo with the package manager')
    expect([...mac.ran, ...other.ran]).toEqual([])
  })

  it('reports a CHROMIUM that names no program, and installs no other Chromium', () => {
    const { made, ran, said } = machine(['apt-get', 'age', 'pdfinfo', 'script'], { chromiumNamed: '/opt/none' })
    expect(ensurePrograms(made)).toBe(false)
    expect(said).toEqual(['CHROMIUM is /opt/none, which is no program: set it to the path of a Chromium, or unset it.'])
    expect(ran).toEqual([])
  })
})
