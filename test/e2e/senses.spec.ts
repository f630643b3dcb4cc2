import { expect, type Page, test } from '@playwright/test'
import { onScreen } from './steps.ts'

/**
 * Real voices, vibration and wake lock are not tested here: only that they are requested, and that nothing breaks
 * without them.
 */
const spies = () => {
  const calls: string[] = []
  Object.assign(window, { calls })
  speechSynthesis.speak = utterance => void calls.push(`say ${utterance.text}`)
  Object.defineProperty(navigator, 'vibrate', { value: () => calls.push('vibrate') })
  Object.defineProperty(navigator, 'wakeLock', {
    value: {
      request: async () => {
        calls.push('awake')
        return { release: async () => void calls.push('asleep') }
      },
    },
  })
}

test('a session speaks, vibrates and keeps the screen on', async ({ page }) => {
  await page.addInitScript(spies)
  await page.goto('/cramp')
  await page.getByRole('button', { name: 'Calf' }).click()
  const calls = () => page.evaluate(() => (window as unknown as { calls: string[] }).calls)
  await expect.poll(calls).toContain('awake')
  await expect.poll(async () => (await calls()).some(call => call.startsWith('say Pull your toes'))).toBe(true)
  expect(await calls()).toContain('vibrate')
  await page.getByRole('button', { name: 'It let go' }).click()
  await onScreen(page, 'let-go')
  await expect.poll(calls).toContain('asleep')
})

test('switched off, it does none of these; without any of them the clock still runs', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('unknot-settings', JSON.stringify({ voice: false, vibration: false }))
    const calls: string[] = []
    Object.assign(window, { calls })
    speechSynthesis.speak = () => void calls.push('say')
    Object.defineProperty(navigator, 'vibrate', { value: () => calls.push('vibrate') })
    Object.defineProperty(navigator, 'wakeLock', { value: { request: () => Promise.reject(new Error('refused')) } })
  })
  await page.goto('/cramp')
  await page.getByRole('button', { name: 'Calf' }).click()
  const clock = page.getByRole('timer').locator('b')
  const before = Number(await clock.textContent())
  await expect.poll(async () => Number(await clock.textContent())).toBeLessThan(before)
  expect(await page.evaluate(() => (window as unknown as { calls: string[] }).calls)).toEqual([])
})

/** The voices that a browser lists, each as local or not; then what is spoken, with which kind of voice. */
async function saidWith(page: Page, voices: readonly boolean[]): Promise<readonly unknown[]> {
  await page.addInitScript(given => {
    const calls: (boolean | undefined)[] = []
    Object.assign(window, { calls })
    // A fake voice is refused where a real one is expected, so it is stored beside the utterance.
    Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', { writable: true, value: null })
    const named = given.map(localService => ({ lang: 'en-GB', localService }))
    speechSynthesis.getVoices = () => named as unknown as SpeechSynthesisVoice[]
    speechSynthesis.speak = ({ voice }) => void calls.push(voice?.localService)
  }, voices)
  await page.goto('/cramp')
  await page.getByRole('button', { name: 'Calf' }).click()
  const clock = page.getByRole('timer').locator('b')
  const before = Number(await clock.textContent())
  await expect.poll(async () => Number(await clock.textContent())).toBeLessThan(before)
  return page.evaluate(() => (window as unknown as { calls: unknown[] }).calls)
}

test('nothing is spoken with a voice of another host', async ({ page }) => {
  expect(await saidWith(page, [false])).toEqual([])
})

test('speaks if a local voice is also listed', async ({ page }) => {
  expect(await saidWith(page, [false, true])).toEqual([true])
})
