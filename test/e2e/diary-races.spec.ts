/** Entries that are added while the diary is loading stay visible, whichever answer comes last. */
import { expect, type Page, test } from '@playwright/test'
import type { DiaryEvent, EventBody } from '../../src/diary/event.ts'
import { uuidV7 } from '../../src/ids.ts'
import { seedDiary } from '../support/seed-diary.ts'
import { copies, count } from './diary-copies.ts'
import { onScreen } from './steps.ts'

/** Messages to and from the keeper can be held back, so that tests control the order. */
type Gate = 'ask reconcile' | 'answer reconcile' | 'answer refold'

interface Gates {
  readonly closed: Set<string>
  readonly held: Map<string, () => void>
}

const withGates = (page: Page, ...closed: readonly Gate[]) =>
  page.addInitScript(gates => {
    const own: Gates = { closed: new Set(gates), held: new Map() }
    const pass = (gate: string, go: () => void) => {
      if (own.closed.delete(gate)) own.held.set(gate, go)
      else go()
    }
    Object.assign(globalThis, { gates: own })
    globalThis.Worker = class extends Worker {
      private task = ''
      override postMessage(message: { readonly task?: string }) {
        this.task = message.task ?? ''
        pass(`ask ${this.task}`, () => super.postMessage(message))
      }
      override addEventListener(type: string, hear: (event: Event) => void) {
        super.addEventListener(type, (event: Event) => pass(`answer ${this.task}`, () => hear(event)))
      }
    }
  }, closed)

const gatesOf = (page: Page) => page.evaluateHandle(() => (globalThis as unknown as { readonly gates: Gates }).gates)
const close = async (page: Page, gate: Gate) =>
  (await gatesOf(page)).evaluate(({ closed }, name) => closed.add(name), gate)
const untilHeld = (page: Page, gate: Gate) =>
  expect.poll(async () => (await gatesOf(page)).evaluate(({ held }, name) => held.has(name), gate)).toBe(true)
const letGo = async (page: Page, gate: Gate) =>
  (await gatesOf(page)).evaluate(({ held }, name) => held.get(name)?.(), gate)

/** Events of the last hours, in order. */
async function told(page: Page, ...bodies: readonly EventBody[]): Promise<void> {
  const from = Date.now() - 3_600_000
  const events = bodies.map((body, place): DiaryEvent => {
    const at = from + place * 1000
    return { ...body, id: uuidV7(at, new Uint8Array(10)), v: 2, at: `${new Date(at).toISOString().slice(0, 19)}Z` }
  })
  await page.goto('/icon.svg')
  await seedDiary(page, events)
}

const untilKept = (page: Page, events: number) =>
  expect.poll(async () => (await copies(page)).inDatabase).toHaveLength(events)
const isMadeEqual = (page: Page) =>
  expect.poll(() => page.evaluate(() => performance.getEntriesByName('diary-made-equal').length)).toBe(1)

/** The report's questions, once the start has read and compared everything. */
async function withQuestions(page: Page, ...questions: readonly string[]) {
  await told(page, ...questions.map(text => ({ type: 'question-added', text }) as const))
  await withGates(page)
  await page.goto('/report')
  await onScreen(page, 'report')
  await isMadeEqual(page)
  await page.getByText(/^What do you want to ask?/).click()
  return (question: string) => page.getByRole('button', { name: `Remove: ${question}` }).click()
}

test('an undo while the two copies are compared stays in effect', async ({ page }) => {
  await told(page, { type: 'question-added', text: 'May I run?' })
  await withGates(page, 'ask reconcile', 'answer reconcile')
  await count(page, 3)
  await untilKept(page, 2)
  await untilHeld(page, 'ask reconcile')
  await letGo(page, 'ask reconcile')
  await untilHeld(page, 'answer reconcile')
  await page.getByRole('button', { name: 'Undo' }).click()
  await untilKept(page, 3)
  await letGo(page, 'answer reconcile')
  await isMadeEqual(page)
  await expect(page.getByRole('heading', { name: 'No cramps in the last 14 days' })).toBeVisible()
})

test('an undo that arrives before its event still counts', async ({ page }) => {
  const remove = await withQuestions(page, 'May I run?')
  await close(page, 'answer refold')
  await remove('May I run?')
  await untilHeld(page, 'answer refold')
  await page.getByRole('button', { name: 'Undo' }).click()
  await untilKept(page, 3)
  await letGo(page, 'answer refold')
  await page.waitForTimeout(500)
  await expect(page.locator('.told')).toHaveText(['May I run?'])
})

test('a late, older read does not restore removed entries', async ({ page }) => {
  const remove = await withQuestions(page, 'May I run?', 'May I swim?', 'May I dance?')
  await close(page, 'answer refold')
  await remove('May I run?')
  await untilHeld(page, 'answer refold')
  await remove('May I swim?')
  await expect(page.locator('.told')).toHaveText(['May I dance?'])
  await letGo(page, 'answer refold')
  await page.waitForTimeout(500)
  await expect(page.locator('.told')).toHaveText(['May I dance?'])
})
