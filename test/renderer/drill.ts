/**
 * `npm run renderer`: the FHIR form in an independent renderer (Smart Forms of CSIRO), filled in by clicks in a browser.
 * A danger and a harmless case have to give the tier of the interview. Not part of `npm test`, because the renderer brings
 * 590 packages, which it installs beside itself.
 */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { chromium, type Page } from 'playwright-core'
import { chromiumFlags, chromiumPath } from '../../build/chromium.ts'
import { caseFromResponse, questionnaire } from '../../src/library/forms.ts'
import { triage } from '../../src/library/triage.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
if (!existsSync(`${here}node_modules`))
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit' })
const page = await bundledPage()
const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...chromiumFlags] })
const none = 'None of these'
const cases = [
  { says: 'harmless', gates: {}, findings: {}, tier: 'self-care' },
  {
    says: 'danger',
    gates: { 'gate-pelvis': 'Yes, or not sure' },
    findings: { 'saddle-numbness': 'Yes' },
    tier: 'emergency',
  },
  {
    says: 'doubt about a danger',
    gates: { 'gate-pelvis': 'Yes, or not sure' },
    findings: { 'saddle-numbness': 'Not sure', 'saddle-numbness.again': 'Not sure' },
    tier: 'same-day',
  },
] as const
let wrong = 0
for (const { says, gates, findings, tier } of cases) {
  const found = await tierOf(gates, findings)
  console.log(`${says}: ${found}`)
  if (found !== tier) {
    console.error(`${says}: ${found}, but the interview says ${tier}`)
    wrong += 1
  }
}
await browser.close()
process.exitCode = wrong > 0 ? 1 : 0

/** Fills in the form of the low back: these gates and findings as said, every other question with no. */
async function tierOf(gates: Readonly<Record<string, string>>, findings: Readonly<Record<string, string>>) {
  const tab = await browser.newPage()
  await tab.setContent('<!doctype html><html lang="en"><title>form</title><body></body></html>')
  await tab.addScriptTag({ content: page })
  await tab.evaluate(form => (window as unknown as Drawn).draw(form), questionnaire('low back', 'drill'))
  await tab.locator('[data-linkid="age"] input').fill('41')
  await tab.locator('[data-linkid="hoursSinceOnset"] input').fill('20')
  await pick(tab, 'sex', 'Not said')
  // What is answered can show more, so it goes on until nothing new is there.
  const done = new Set<string>(['sex'])
  for (let before = -1; before !== done.size; ) {
    before = done.size
    for (const id of await shownChoices(tab))
      if (!done.has(id)) {
        await pick(tab, id, gates[id] ?? findings[id] ?? (id.startsWith('gate-') ? none : 'No'))
        done.add(id)
      }
  }
  // The renderer takes typed text a moment later.
  await tab.waitForTimeout(1000)
  const response = await tab.evaluate(() => (window as unknown as Drawn).answers())
  await tab.close()
  const parsed = caseFromResponse(response)
  if (!parsed.ok) throw new Error(parsed.error)
  const { tier, settled } = triage(parsed.case)
  return settled ? tier : `${tier}, not settled`
}

interface Drawn {
  readonly draw: (form: unknown) => Promise<void>
  readonly answers: () => unknown
}

function shownChoices(tab: Page): Promise<readonly string[]> {
  return tab
    .locator('[data-test="q-item-choice-radio-answer-option-box"]')
    .evaluateAll(boxes => boxes.map(box => box.getAttribute('data-linkid') ?? ''))
}

function pick(tab: Page, id: string, answer: string): Promise<void> {
  return tab
    .locator(`[data-linkid="${id}"]`)
    .getByRole('radio', { name: answer, exact: true })
    .check({ timeout: 20_000 })
}

async function bundledPage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${here}page.jsx`],
    bundle: true,
    minify: true,
    write: false,
    jsx: 'automatic',
    loader: { '.woff': 'empty', '.woff2': 'empty', '.css': 'empty' },
    define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
    logLevel: 'error',
    outfile: 'page.js',
  })
  return outputFiles.find(({ path }) => path.endsWith('.js'))?.text ?? ''
}
