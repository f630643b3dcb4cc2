/**
 * The FHIR form in an independent renderer (Smart Forms of CSIRO), filled in by clicks in a browser: the answers have to
 * give the tier of the check. The renderer brings 740 packages, so it is installed beside itself, and only for this.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { type Browser, chromium, type Page } from 'playwright-core'
import { chromiumFlags, chromiumPath } from '../../build/chromium.ts'
import { caseFromResponse, questionnaire } from '../../src/library/forms.ts'
import { triage } from '../../src/library/triage.ts'
import type { Outcome } from '../drill.ts'

const folder = fileURLToPath(new URL('../renderer/', import.meta.url))
const none = 'None of these'
const opened = { 'gate-pelvis': 'Yes, or not sure' }
const people = [
  { says: 'harmless', gates: {}, findings: {}, tier: 'self-care' },
  { says: 'danger', gates: opened, findings: { 'saddle-numbness': 'Yes' }, tier: 'emergency' },
  {
    says: 'doubt about a danger',
    gates: opened,
    findings: { 'saddle-numbness': 'Not sure', 'saddle-numbness.again': 'Not sure' },
    tier: 'same-day',
  },
] as const

export async function fillInForm(): Promise<Outcome> {
  const name = "the FHIR form gives the same tier in another program's renderer"
  if (!isInstalled()) return { name, problems: ['npm ci failed in test/renderer'], note: 'not run' }
  const page = await bundledPage()
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...chromiumFlags] })
  const problems: string[] = []
  for (const { says, gates, findings, tier } of people) {
    const found = await tierOf(browser, page, gates, findings).catch((problem: unknown) => String(problem))
    if (found !== tier) problems.push(`${says}: ${found}, expected ${tier}`)
  }
  await browser.close()
  return { name, problems, note: people.map(({ says, tier }) => `${says}: ${tier}`).join(', ') }
}

/** npm writes the hidden lock file last, so a half-finished installation does not count. */
function isInstalled(): boolean {
  if (existsSync(`${folder}node_modules/.package-lock.json`)) return true
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  return spawnSync('npm', words, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' }).status === 0
}

/** Fills in the form of the low back: these gates and findings as said, every other question with no. */
async function tierOf(
  browser: Browser,
  page: string,
  gates: Readonly<Record<string, string>>,
  findings: Readonly<Record<string, string>>,
) {
  const tab = await browser.newPage()
  await tab.setContent('<!doctype html><html lang="en"><title>form</title><body></body></html>')
  await tab.addScriptTag({ content: page })
  await tab.evaluate(form => (window as unknown as Drawn).draw(form), questionnaire('low back', 'drill'))
  await tab.locator('[data-linkid="age"] input').fill('41')
  await tab.locator('[data-linkid="hoursSinceOnset"] input').fill('20')
  await pick(tab, 'sex', 'Not said')
  // Answers show more questions, a moment later: it ends when nothing new has come twice.
  const done = new Set<string>(['sex'])
  for (let still = 0; still < 2; still++) {
    for (const id of await shownChoices(tab))
      if (!done.has(id)) {
        await pick(tab, id, gates[id] ?? findings[id] ?? (id.startsWith('gate-') ? none : 'No'))
        done.add(id)
        still = -1
      }
    await tab.waitForTimeout(1000)
  }
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

/** The renderer shows a choice a moment after the click, and may draw the question anew and lose the click. */
async function pick(tab: Page, id: string, answer: string): Promise<void> {
  const radio = tab.locator(`[data-linkid="${id}"]`).getByRole('radio', { name: answer, exact: true })
  for (let time = 0; time < 5; time++) {
    await radio.click({ timeout: 20_000 })
    for (let wait = 0; wait < 20; wait++) {
      if (await radio.isChecked()) return
      await tab.waitForTimeout(100)
    }
  }
  throw new Error(`${id}: "${answer}" cannot be chosen`)
}

async function bundledPage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${folder}page.jsx`],
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
