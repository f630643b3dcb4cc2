import { expect, test } from '@playwright/test'
import { triageKnowledge } from '../../src/knowledge/triage.gen.ts'
import { complaintAt, regions } from '../../src/knowledge/vocabulary.ts'
import { assess } from '../../src/plan/assess.ts'
import { answerNothing, beginLowBack, next, onScreen, openGate, tick } from './steps.ts'

test('a back spasm goes from the first tap to a finished session', async ({ page }) => {
  await page.clock.install()
  await beginLowBack(page)
  await answerNothing(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You can start to ease this at home')
  await page.getByRole('link', { name: 'See the whole plan' }).click()
  await onScreen(page, 'plan')
  await page.getByRole('link', { name: /^Legs-up rest/ }).click()
  await next(page)
  await next(page)
  await onScreen(page, 'session')
  await expect(page.getByRole('timer')).toBeVisible()
  await page.clock.fastForward('05:00')
  await onScreen(page, 'rate')
  await page.locator('label.chip', { hasText: /^4$/ }).click()
  await next(page)
  await expect(page.getByRole('status')).toContainText('4 of 10')
  await page.getByRole('link', { name: 'Back to the plan' }).click()
  await onScreen(page, 'plan')
})

test('numbness between the legs reaches the call screen and never shows a remedy', async ({ page }) => {
  await beginLowBack(page)
  await openGate(page, 'pelvis', 'numb or tingly')
  await tick(page, /between my legs/)
  await next(page)
  await onScreen(page, 'emergency')
  await expect(page.locator('a.call').first()).toHaveAttribute('href', /^tel:/)
  for (const place of ['/plan', '/result', '/start/heat', '/session/heat/hot-water-bottle', '/session/lb-knee-rolls']) {
    await page.goto(place)
    await expect(page.locator('[data-screen="emergency"], [data-screen="now"]')).toBeVisible()
    await expect(page.locator('[data-screen="session"], [data-screen="start"], [data-screen="plan"]')).toHaveCount(0)
  }
})

test('a calf cramp is two taps from a cold start to moving guidance with its clock running', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: /Cramping right now/ }).click()
  await onScreen(page, 'cramp')
  await page.getByRole('button', { name: 'Calf' }).click()
  const clock = page.getByRole('timer').locator('b')
  await expect(clock).toBeVisible()
  const before = Number(await clock.textContent())
  await expect.poll(async () => Number(await clock.textContent())).toBeLessThan(before)
  await expect(page.getByRole('button', { name: 'One leg newly swollen' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Chest pain' })).toBeVisible()
  await expect(page.getByText('Do not rub it yet.')).toBeVisible()
  await page.getByRole('button', { name: 'None of these' }).click()
  await expect(page.getByText('Now you may rub it gently.')).toBeVisible()
})

/** The lines of the first gate for this place. */
function firstLines(name: string): readonly string[] {
  const region = regions.find(each => name.toLowerCase().startsWith(each))
  if (region === undefined) throw new Error(`there is no region ${name}`)
  const nothing = { present: [], absent: [], unsure: [], context: {}, conditions: [], medicines: [] }
  const { ask } = assess(triageKnowledge, { complaint: complaintAt(region), region, ...nothing })
  return ask?.statements.flatMap(({ lines = [] }) => lines.map(({ text }) => text)) ?? []
}

for (const [region, side] of [
  ['Low back', 'Middle'],
  ['Neck', 'Left'],
  ['Calf, right', undefined],
] as const)
  test(`the check drawn ahead of the tap is the one drawn anew: ${region}`, async ({ page }) => {
    await page.goto('/')
    const ahead = page.locator('main.unseen h1')
    await expect(ahead).toHaveCount(1)
    await expect(ahead).toBeHidden()
    await expect(page.getByRole('main')).toHaveCount(1)
    await page.locator('.body-map').getByRole('button', { name: region, exact: true }).click()
    if (side) await page.getByRole('button', { name: side, exact: true }).click()
    await onScreen(page, 'check')
    await expect(ahead).toHaveCount(0)
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    const rows = page.locator('.gate-lines li')
    await expect(rows).toHaveText([...firstLines(region)])
    const marks = page.locator('.ease [data-passport]')
    await expect(marks).toHaveCount(side ? 1 : 0)
    const drawnAhead = await page.getByRole('main').ariaSnapshot()
    await page.reload()
    await onScreen(page, 'check')
    await expect(rows).toHaveText([...firstLines(region)])
    await expect(marks).toHaveCount(side ? 1 : 0)
    expect(await page.getByRole('main').ariaSnapshot()).toBe(drawnAhead)
  })

test('a check that cannot be rendered ahead leaves the first screen unchanged', async ({ page }) => {
  const problem = page.waitForEvent('console', message => message.text().includes('no check ahead'))
  await page.addInitScript(() => {
    crypto.getRandomValues = () => {
      console.error('no check ahead')
      throw new Error('no check ahead')
    }
  })
  await page.goto('/')
  await problem
  await page.waitForTimeout(500)
  await onScreen(page, 'now')
  await expect(page.locator('.body-map').getByRole('button', { name: 'Low back' })).toBeVisible()
})

for (const [sign, screen] of [
  ['One leg newly swollen', 'result'],
  ['Chest pain', 'emergency'],
  ['Not sure', 'result'],
] as const)
  test(`in a cramp, "${sign}" stops the release and shows the tier`, async ({ page }) => {
    await page.goto('/cramp')
    await page.getByRole('button', { name: 'Calf' }).click()
    await page.getByRole('button', { name: sign }).click()
    await onScreen(page, screen)
    await expect(page.getByRole('timer')).toHaveCount(0)
  })

test('a reload during the check or a session continues where it was', async ({ page }) => {
  await beginLowBack(page)
  await openGate(page, 'ill', 'fever')
  await tick(page, /temperature of 38/)
  await page.reload()
  await expect(page.locator('label.choice', { hasText: /temperature of 38/ }).getByRole('checkbox')).toBeChecked()
  await tick(page, /temperature of 38/)
  await answerNothing(page)
  await page.goto('/start/lb-knee-rolls')
  await next(page)
  await next(page)
  await onScreen(page, 'session')
  await page.getByRole('button', { name: 'Skip to the next step' }).click()
  await page.getByRole('button', { name: 'Pause' }).click()
  const heading = await page.getByRole('heading', { level: 1 }).textContent()
  const seconds = await page.getByRole('timer').locator('b').textContent()
  await page.reload()
  await onScreen(page, 'session')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading ?? '')
  await expect(page.getByRole('timer').locator('b')).toHaveText(seconds ?? '')
  await expect(page.getByRole('button', { name: 'Go on' })).toBeVisible()
})

test('time comes from the clock: a page frozen for a minute continues a minute later', async ({ page }) => {
  await page.clock.install()
  await page.goto('/cramp')
  await page.getByRole('button', { name: 'Calf' }).click()
  await page.clock.pauseAt(new Date(Date.now() + 600_000))
  await expect(page.getByRole('timer').locator('b')).toHaveText('0')
})

test('"not sure" asks again in simpler words, and still not sure is same-day at least', async ({ page }) => {
  await beginLowBack(page)
  await openGate(page, 'chest', 'pain or pressure there')
  await page.getByLabel(/^Not sure: I have chest pain/).check({ force: true })
  await next(page)
  await expect(page.getByText('My chest feels')).toBeVisible()
  await page.getByText('Still not sure').click()
  await next(page)
  await page.goto('/result')
  await onScreen(page, 'result')
  await expect(page.locator('[data-screen="result"]')).toHaveAttribute('data-tier', 'same-day')
})

test('an excluded remedy is left out, with the reason', async ({ page }) => {
  await beginLowBack(page)
  await answerNothing(page)
  await page.goto('/start/heat')
  await tick(page, /cannot feel hot or cold/)
  await next(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not for you now')
  await expect(page.getByText('Skin that cannot feel heat can burn before you notice.')).toBeVisible()
  await page.goto('/session/heat/hot-water-bottle')
  await expect(page.getByRole('timer')).toHaveCount(0)
})

test('deleting everything can be undone', async ({ page }) => {
  const halfTyped = () => page.evaluate(() => Object.keys(localStorage).filter(key => key.startsWith('unknot-draft')))
  await beginLowBack(page)
  await openGate(page, 'pelvis', 'feel or hold pee')
  await tick(page, 'I no longer feel when my bladder is full')
  expect(await halfTyped()).toHaveLength(1)
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Delete everything' }).click()
  await expect(page.getByText('Everything is deleted.')).toBeVisible()
  expect(await halfTyped()).toEqual([])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: 'Delete everything' })).toBeVisible()
  await page.goto('/')
  await page.getByRole('link', { name: 'Finish the check' }).click()
  await expect(page.getByRole('button', { name: 'Go on', exact: true })).toBeVisible()
})

test('the address follows the screen, and Back returns to the previous position', async ({ page }) => {
  await page.goto('/')
  await onScreen(page, 'now')
  await page.getByRole('button', { name: 'Calf, left' }).click()
  await onScreen(page, 'check')
  await expect(page).toHaveURL(/\/check$/)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.goBack()
  await onScreen(page, 'now')
  await expect(page).toHaveURL(/:\d+\/$/)

  await page.setViewportSize({ width: 390, height: 400 })
  await page.goto('/learn')
  await onScreen(page, 'learn')
  await page.evaluate(() => scrollTo(0, 200))
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(200)
  await page.evaluate(() => document.querySelector<HTMLAnchorElement>('a[href="/professionals"]')?.click())
  await onScreen(page, 'professionals')
  await expect(page).toHaveURL(/\/professionals$/)
  expect(await page.evaluate(() => scrollY)).toBe(0)
  await page.goBack()
  await onScreen(page, 'learn')
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(200)
})
