/** `unknot knowledge` and `unknot serve --knowledge` as a shell sees them. */
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { freePort } from '../../build/free-port.ts'
import { ended, startUnknot, unknot, withCommand } from '../../test/support/command.ts'
import { signContent } from '../server/knowledge-keys.ts'
import type { Content, SignedFile } from '../update/signed-file.ts'

withCommand()

const folder = mkdtempSync(join(tmpdir(), 'unknot-knowledge-'))
const at = (name: string) => join(folder, name)
let line = ''
afterAll(() => rmSync(folder, { recursive: true }))

/** The signed knowledge with a change to it, signed again. */
function changed(name: string, change: (topics: Record<string, never>) => void): string {
  const { content } = JSON.parse(readFileSync(at('now.json'), 'utf8')) as SignedFile
  const made = JSON.parse(content) as Content
  change(made.topics as Record<string, never>)
  writeFileSync(at(name), signContent(made, readFileSync(at('key.pem'), 'utf8'))?.text ?? '')
  return at(name)
}
const renamed = (topics: { tiers?: { emergency: { label: string } } }) => {
  if (topics.tiers) topics.tiers.emergency.label = 'Renewed'
}

interface Renewable {
  readonly productKinds: Record<string, { evidence: string }>
  readonly nutrition: { readonly cautions: Record<string, { text: string }> }
}

it('makes a key that only its owner reads, pins its public half, and signs with it', async () => {
  const made = await unknot(['knowledge', 'keygen', '--out', at('key.pem')])
  expect(made).toMatchObject({ code: 0, stderr: '' })
  line = made.stdout.trim()
  expect(line).toMatch(/^[0-9a-f]{32}:[A-Za-z0-9+/]{43}=$/)
  expect(statSync(at('key.pem')).mode & 0o077).toBe(0)
  const signed = await unknot(['knowledge', 'sign', '--key', at('key.pem'), '--out', at('now.json')])
  expect(signed).toMatchObject({ code: 0, stdout: `${at('now.json')}: signed by ${line}\n` })
})

it('verifies a signed file with the trusted key, and with no other', async () => {
  expect((await unknot(['knowledge', 'verify', at('now.json'), '--trust', line])).stdout).toMatch(
    /may be taken: signed on/,
  )
  const untrusted = await unknot(['knowledge', 'verify', at('now.json')])
  expect(untrusted).toMatchObject({ code: 2, stdout: '' })
  expect(untrusted.stderr).toMatch(/^unknot: [^\n]*does not trust\n$/)
})

it('a command built with a key file takes what that key signed, without being told', { timeout: 120_000 }, async () => {
  writeFileSync(at('keys.txt'), `# Ours.\n${line}\n`)
  const words = [
    '--import',
    'tsx',
    '-e',
    `import('./build/command.ts').then(m => m.bundleCommand('${at('unknot.js')}'))`,
  ]
  execFileSync('node', words, { env: { ...process.env, UNKNOT_KEY_FILE: at('keys.txt') } })
  expect(execFileSync('node', [at('unknot.js'), 'knowledge', 'verify', at('now.json')]).toString()).toMatch(
    /may be taken: signed on/,
  )
})

it('names every entry that would end lower, and refuses', async () => {
  const softer = changed('softer.json', ({ triage }: { triage?: { redFlags: { id: string; tier: string }[] } }) => {
    for (const rule of triage?.redFlags ?? []) if (rule.id === 'adrenal-crisis') rule.tier = 'soon'
  })
  const { code, stdout, stderr } = await unknot(['knowledge', 'verify', softer, '--trust', line])
  expect(code).toBe(2)
  expect(stdout).toBe('red-flag adrenal-crisis was emergency, is soon\n')
  expect(stderr).toMatch(/^unknot: [^\n]*no clinician has agreed[^\n]*\n$/)
  const served = await unknot(['serve', '--port', String(await freePort()), '--knowledge', softer, '--trust', line])
  expect(served).toMatchObject({ code: 2, stdout: '' })
  expect(served.stderr).toMatch(/^unknot: [^\n]*no clinician has agreed[^\n]*\n$/)
})

it.each([
  [['knowledge', 'sign', '--key', '/dev/null', '--out', 'x.json'], 'no Ed25519 private key'],
  [['knowledge', 'verify', 'nothing.json'], 'cannot be read'],
  [['knowledge', 'verify', 'package.json'], 'no signed knowledge'],
  [['knowledge', 'verify', 'package.json', '--trust', 'me'], 'keygen printed'],
  [['knowledge', 'keygen', '--out', 'package.json'], 'is there already'],
])('refuses %j with one line', async (words, part) => {
  const { code, stdout, stderr } = await unknot(words)
  expect(code).toBe(2)
  expect(stdout).toBe('')
  expect(stderr).toMatch(/^unknot: [^\n]+\n$/)
  expect(stderr).toContain(part)
})

it('a server takes it, in its threads too, and hands it on', { timeout: 120_000 }, async () => {
  const newer = changed('newer.json', topics => {
    renamed(topics)
    const { claims } = topics as { claims?: Record<string, { says: string }> }
    const claim = claims?.['quinine-for-night-cramps']
    if (claim) claim.says = 'Quinine, renewed by a signed file.'
    const { productKinds, nutrition } = topics as unknown as Renewable
    for (const kind of Object.values(productKinds)) kind.evidence = 'Renewed too.'
    for (const caution of Object.values(nutrition.cautions)) caution.text = 'Renewed as well.'
  })
  const port = await freePort()
  const child = startUnknot(['serve', '--port', String(port), '--knowledge', newer, '--trust', line])
  const end = ended(child)
  for (let told = ''; !told.includes('Unknot is at'); ) told += String(await once(child.stdout, 'data'))
  const url = `http://127.0.0.1:${port}`
  const found = (await (await fetch(`${url}/api/claims?words=quinine`)).json()) as { claims?: { says: string }[] }
  expect(JSON.stringify(found)).toContain('renewed by a signed file')
  const held = { age: 34, sex: 'female', conditions: ['kidney-disease'], medicines: [] }
  const menu = await fetch(`${url}/api/menu`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(held),
  })
  expect(await menu.text()).toContain('Renewed as well.')
  expect(await (await fetch(`${url}/knowledge/signed.json`)).text()).toBe(readFileSync(newer, 'utf8'))
  child.kill('SIGTERM')
  expect((await end).stdout).toMatch(/^Knowledge of \d{4}-\d\d-\d\d, signed on /)
})
