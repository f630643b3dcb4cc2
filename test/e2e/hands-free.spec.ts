/**
 * A session without a touch. The recogniser is faked, as are the headset's keys: no real microphone, language pack or
 * headset was tried. What is real here is the browser: its policy, its sound, its focus.
 */
import { expect, type Page, test } from '@playwright/test'
import { answerNothing, beginLowBack, next, onScreen } from './steps.ts'

/** Put into the page as text, because the functions of a test are not those of a page. */
const fakes = `
  const all = []
  class Faked {
    static async available(options) { calls.push(['available', options]); return globalThis.packs ?? 'available' }
    static async install() { calls.push(['install']); return true }
    #isLocal = false
    get processLocally() { return this.#isLocal }
    set processLocally(value) { this.#isLocal = value }
    start() { this.isOpen = true; all.push(this); calls.push(['start', this.processLocally]) }
    abort() { this.isOpen = false; this.onend?.() }
  }
  const calls = []
  const keys = {}
  let isSpeaking = false
  Object.assign(globalThis, {
    calls, keys,
    SpeechRecognition: Faked,
    openRecognisers: () => all.filter(each => each.isOpen).length,
    hear: (transcript, from = all.findLast(each => each.isOpen)) => from?.onresult?.({ resultIndex: 0, results: [Object.assign([{ transcript }], { isFinal: true })] }),
    hearLate: transcript => globalThis.hear(transcript, all.at(-1)),
    speaks: is => { isSpeaking = is },
  })
  Object.defineProperty(speechSynthesis, 'speaking', { get: () => isSpeaking })
  Object.defineProperty(speechSynthesis, 'pending', { get: () => false })
  speechSynthesis.speak = () => {}
  const setActionHandler = navigator.mediaSession.setActionHandler.bind(navigator.mediaSession)
  navigator.mediaSession.setActionHandler = (action, handler) => { keys[action] = handler; setActionHandler(action, handler) }
  const RealAudio = Audio
  globalThis.Audio = function (address) { globalThis.audio = new RealAudio(address); return globalThis.audio }
`
const within = <Value>(page: Page, expression: string): Promise<Value> => page.evaluate(expression)
const isOpen = async (page: Page) => (await within<number>(page, 'openRecognisers()')) > 0

/** Says something once the microphone is open again: around a cue it is closed. */
async function say(page: Page, words: string): Promise<void> {
  await page.waitForTimeout(700)
  await expect.poll(() => isOpen(page)).toBe(true)
  await within(page, `hear(${JSON.stringify(words)})`)
}

/** From a cold start to "Get ready" with a hot-water bottle. */
async function warm(page: Page): Promise<void> {
  await beginLowBack(page)
  await answerNothing(page)
  await page.goto('/start/heat')
  await next(page)
  await page.getByRole('button', { name: /^Begin: Hot-water bottle/ }).click()
  await onScreen(page, 'session')
}
const openPanel = (page: Page) => page.locator('.hands-free summary').click()
const heading = (page: Page) => expect(page.getByRole('heading', { level: 1 }))

test('a word moves the session, and only on this device: nothing is loaded, nothing is heard before a tap', async ({
  page,
}) => {
  await page.addInitScript({ content: fakes })
  await warm(page)
  await openPanel(page)
  expect(await within(page, 'calls')).toEqual([])
  await page.getByText('Listen to me').click()
  await expect(page.locator('.hands-free summary')).toHaveText('Listening')
  expect(await within(page, 'calls')).toEqual([
    ['available', { langs: ['en-GB'], processLocally: true }],
    ['start', true],
  ])
  await say(page, 'talk about the next train')
  await heading(page).toHaveText('Get ready')
  await say(page, 'Next.')
  await heading(page).toHaveText('Warmth')
  await say(page, 'pause')
  await heading(page).toHaveText('Paused')
  await say(page, 'next')
  await heading(page).toHaveText('Warmth')
  await say(page, 'next')
  await heading(page).toHaveText('Check your skin')
  await say(page, 'next')
  await page.waitForTimeout(300)
  await heading(page).toHaveText('Check your skin')
  await say(page, 'stop')
  await onScreen(page, 'hurts')
  await heading(page).toHaveText('Take the bottle off.')
  expect(await within<unknown[][]>(page, 'calls').then(calls => calls.map(([name]) => name))).not.toContain('install')
})

test('it is deaf while the app speaks, and hears nothing after the session: no word answers a danger sign', async ({
  page,
}) => {
  await page.addInitScript({ content: fakes })
  await warm(page)
  await openPanel(page)
  await page.getByText('Listen to me').click()
  await expect.poll(() => isOpen(page)).toBe(true)
  await within(page, 'speaks(true)')
  await page.getByRole('button', { name: 'I’m ready' }).click()
  await heading(page).toHaveText('Warmth')
  await expect.poll(() => isOpen(page)).toBe(false)
  await within(page, 'hearLate("next")')
  await page.waitForTimeout(1000)
  await heading(page).toHaveText('Warmth')
  expect(await isOpen(page)).toBe(false)
  await within(page, 'speaks(false)')
  await expect.poll(() => isOpen(page)).toBe(true)
  await page.getByRole('link', { name: 'Emergency' }).click()
  await onScreen(page, 'emergency')
  // The address follows the paint; a step back before that leaves the app.
  await expect(page).toHaveURL(/\/emergency$/)
  expect(await isOpen(page)).toBe(false)
  await within(page, 'hearLate("stop")')
  await page.goBack()
  await onScreen(page, 'session')
  await page.waitForTimeout(1000)
  expect(await isOpen(page)).toBe(false)
})

for (const [status, why] of [
  ['unavailable', 'Not here. This browser does not promise that your voice stays on this device.'],
  ['downloadable', 'Not here. This device has no English speech pack, and Unknot loads none.'],
] as const)
  test(`where on-device English is ${status}, nothing is heard, and the screen says why`, async ({ page }) => {
    await page.addInitScript({ content: `${fakes}; globalThis.packs = '${status}'` })
    await warm(page)
    await openPanel(page)
    await page.getByText('Listen to me').click()
    await expect(page.getByText(why)).toBeVisible()
    await expect(page.getByLabel('Listen to me')).not.toBeChecked()
    const called = await within<unknown[][]>(page, 'calls')
    expect(called.map(([name]) => name).filter(name => name !== 'available')).toEqual([])
  })

test('this browser as it is keeps the microphone to the app itself, and its own answer is believed', async ({
  page,
}) => {
  const policies: (string | undefined)[] = []
  page.on('response', answer => {
    if (answer.request().isNavigationRequest()) policies.push(answer.headers()['permissions-policy'])
  })
  await warm(page)
  expect(policies.filter(policy => policy !== undefined).every(policy => policy?.includes('microphone=(self)'))).toBe(
    true,
  )
  await openPanel(page)
  await page.getByText('Listen to me').click()
  await expect(page.locator('.hands-free .note').first()).toHaveText(/^Not here\.|^Say next/)
})

test('the keys of a headset pause and go on, through a silence that really plays', async ({ page }) => {
  const problems: string[] = []
  page.on('console', message => message.type() === 'error' && problems.push(message.text()))
  await page.addInitScript({ content: fakes })
  await warm(page)
  await page.getByRole('button', { name: 'I’m ready' }).click()
  await openPanel(page)
  expect(await within(page, 'typeof audio')).toBe('undefined')
  await page.getByText('Headset keys').click()
  await expect.poll(() => within(page, 'audio.currentTime > 0 && !audio.paused && audio.duration > 5')).toBe(true)
  await within(page, 'keys.pause()')
  await heading(page).toHaveText('Paused')
  await expect.poll(() => within(page, 'audio.paused')).toBe(true)
  expect(await within(page, 'navigator.mediaSession.playbackState')).toBe('paused')
  await within(page, 'keys.play()')
  await heading(page).toHaveText('Warmth')
  await expect.poll(() => within(page, 'audio.paused')).toBe(false)
  await page.getByText('Headset keys').click()
  await expect.poll(() => within(page, 'audio.paused')).toBe(true)
  expect(await within(page, 'keys.pause')).toBeNull()
  expect(problems.filter(text => /media|audio|policy/i.test(text))).toEqual([])
})

test('the space bar is ready, pauses and goes on, and never presses twice', async ({ page }) => {
  await warm(page)
  await page.keyboard.press('Space')
  await heading(page).toHaveText('Warmth')
  await page.keyboard.press('Space')
  await heading(page).toHaveText('Paused')
  await page.keyboard.press('Space')
  await heading(page).toHaveText('Warmth')
  // With the focus on a button the browser presses it: once, and not a second time for the session.
  await page.getByRole('button', { name: 'Pause' }).focus()
  await page.keyboard.press('Space')
  await heading(page).toHaveText('Paused')
  await page.locator('.hands-free summary').focus()
  await page.keyboard.press('Space')
  await expect(page.getByText('Soft flash')).toBeVisible()
  await heading(page).toHaveText('Paused')
})

/** The flashes that began, each as the time of its beginning. */
const countFlashes = `
  globalThis.flashes = 0
  new MutationObserver(changes => {
    for (const { addedNodes } of changes) for (const node of addedNodes) if (node.className === 'flash') globalThis.flashes++
  }).observe(document, { childList: true, subtree: true })
`
const flashes = (page: Page) => within<number>(page, 'flashes')

test('a flash is off until it is wanted; then one comes at a change, and not at two in a moment', async ({ page }) => {
  await page.addInitScript({ content: countFlashes })
  await warm(page)
  await page.getByRole('button', { name: 'I’m ready' }).click()
  await heading(page).toHaveText('Warmth')
  expect(await flashes(page)).toBe(0)
  await openPanel(page)
  await page.getByText('Soft flash').click()
  const skip = page.getByRole('button', { name: 'Skip to the next step' })
  await skip.click()
  await heading(page).toHaveText('Check your skin')
  await expect.poll(() => flashes(page)).toBe(1)
  await skip.click()
  await skip.click()
  await heading(page).toHaveText('Check your skin')
  expect(await flashes(page)).toBe(1)
  await page.waitForTimeout(2100)
  await skip.click()
  await expect.poll(() => flashes(page)).toBe(2)
})

test('no flash where less motion is asked for, whatever was chosen', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.addInitScript({
    content: `${countFlashes}; localStorage.setItem('unknot-settings', JSON.stringify({ flash: true }))`,
  })
  await warm(page)
  await page.getByRole('button', { name: 'I’m ready' }).click()
  await page.getByRole('button', { name: 'Skip to the next step' }).click()
  await heading(page).toHaveText('Check your skin')
  await openPanel(page)
  await expect(page.getByText('No flash: your device asks for less motion.')).toBeVisible()
  expect(await flashes(page)).toBe(0)
})

test('no flash for a person who told of fits under About me', async ({ page }) => {
  await page.addInitScript({
    content: `${countFlashes}; localStorage.setItem('unknot-settings', JSON.stringify({ flash: true }))`,
  })
  await page.goto('/about-me')
  await page.getByText('Epilepsy', { exact: true }).click()
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(page.getByText('Kept.')).toBeVisible()
  await warm(page)
  await page.getByRole('button', { name: 'I’m ready' }).click()
  await page.getByRole('button', { name: 'Skip to the next step' }).click()
  await heading(page).toHaveText('Check your skin')
  await openPanel(page)
  await expect(page.getByText('No flash for you: you told Unknot about fits. A flash may set one off.')).toBeVisible()
  await expect(page.getByLabel('Soft flash')).toBeDisabled()
  expect(await flashes(page)).toBe(0)
})
