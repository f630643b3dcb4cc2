import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { onScreen } from './steps.ts'

const file = (name: string, text = readFileSync(`test/exchange/${name}`, 'utf8')) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
})

const axe = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** To the screen of imports as a person goes there, and no network from then on. */
async function openImport(page: Page): Promise<void> {
  await page.goto('/backup')
  await onScreen(page, 'backup')
  await page.getByRole('link', { name: 'Bring in another diary' }).click()
  await onScreen(page, 'import')
}

/** Nothing that happens here may need the network. */
async function cutNetwork(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.waitForFunction(async () => {
    const names = await caches.keys()
    const found = await Promise.all(
      names.map(async name => (await (await caches.open(name)).keys()).map(({ url }) => url)),
    )
    return found.flat().some(url => url.includes('import.worker'))
  })
  await page.context().setOffline(true)
}

const choose = (page: Page, name: string, text?: string) =>
  page.getByLabel('File from another app').setInputFiles(file(name, text))

test('a file of another app is shown, added with the network cut, seen in History, undone by one tap, and added anew', async ({
  page,
}) => {
  await openImport(page)
  await cutNetwork(page)
  await choose(page, 'bearable.csv')
  await expect(page.getByRole('heading', { name: 'This is from Bearable' })).toBeFocused()
  await expect(page.getByText('6 entries new here. 0 here already.')).toBeVisible()
  await expect(page.getByLabel('Medicines taken 2')).toBeChecked()
  await expect(page.getByLabel('Nights of sleep 1')).toBeChecked()
  await page.getByLabel('Notes 3').uncheck()
  await expect(page.getByRole('button', { name: 'Add 3 entries' })).toBeVisible()
  await page.getByLabel('Notes 3').check()
  await expect(page.getByText('Bearable tells no time zone.', { exact: false })).toBeVisible()
  await expect(page.getByText('lines 8, 9')).toBeVisible()
  await page.getByRole('button', { name: 'Add 6 entries' }).click()
  await expect(page.getByRole('status')).toContainText('6 entries added.')

  await page.goto('/history')
  await onScreen(page, 'history')
  await expect(page.getByText('Slept 7 h 25 min')).toBeVisible()
  await expect(page.getByText('7 entries', { exact: true })).toBeVisible()

  await page.goto('/import')
  await onScreen(page, 'import')
  await choose(page, 'bearable.csv')
  await expect(page.getByText('There is nothing to add. 6 here already.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Add/ })).toHaveCount(0)

  await page.goto('/history')
  await page.getByRole('button', { name: 'Undo: 6 entries added' }).click()
  await expect(page.locator('.entries .is-struck')).toHaveCount(7)

  await page.goto('/import')
  await choose(page, 'bearable.csv')
  await page.getByRole('button', { name: 'Add 6 entries' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.goto('/diary')
  await onScreen(page, 'diary')
  await expect(page.getByText('Ibuprofen')).toHaveCount(0)
})

test('by keyboard alone: a file is chosen, looked at and added', async ({ page }) => {
  await openImport(page)
  const chooser = page.waitForEvent('filechooser')
  await page.getByLabel('File from another app').focus()
  await page.keyboard.press('Enter')
  await (await chooser).setFiles(file('daylio-2018.csv'))
  await expect(page.getByRole('heading', { name: 'This is from Daylio' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Add 2 entries' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toContainText('2 entries added.')
})

for (const theme of ['light', 'dark', 'night'])
  test(`what a file would add is read by everyone, and fits 320 pixels (${theme})`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.addInitScript(
      chosen => localStorage.setItem('unknot-settings', JSON.stringify({ theme: chosen })),
      theme,
    )
    await openImport(page)
    const found: string[] = []
    for (const [name, text] of [['nomie.json'], ['shop.csv', 'a,b\n'], ['daylio-2018.csv']] as const) {
      await choose(page, name, text)
      await expect(page.getByRole('heading', { name: 'This is from' }).or(page.getByRole('alert'))).toBeVisible()
      await page.evaluate(axe)
      found.push(
        ...(await page.evaluate(async () => {
          const { axe: engine } = window as unknown as {
            axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
          }
          const { violations } = await engine.run()
          const over = document.documentElement.scrollWidth - document.documentElement.clientWidth
          const small = [...document.querySelectorAll('main :is(.btn, .kinds label)')].filter(
            target => target.getBoundingClientRect().height < 48,
          )
          return [
            ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
            ...(over > 0 ? [`too wide by ${over}`] : []),
            ...small.map(target => `too small: ${target.textContent}`),
          ]
        })),
      )
      if (text === undefined) await page.getByRole('button', { name: 'Leave it' }).click()
    }
    expect(found).toEqual([])
  })

test('a dropped file is read too, and each format is known by what stands in it', async ({ page }) => {
  await openImport(page)
  const known: Readonly<Record<string, string>> = {
    'apple-health.xml': 'Apple Health',
    'nomie.json': 'Nomie',
    'perfice-backup.json': 'Perfice',
    'fhir-bundle.json': 'FHIR',
  }
  for (const [name, program] of Object.entries(known)) {
    const text = readFileSync(`test/exchange/${name}`, 'utf8')
    await page.locator('.drop').evaluate((zone, content) => {
      const data = new DataTransfer()
      data.items.add(new File([content], 'a name that says nothing'))
      zone.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    }, text)
    await expect(page.getByRole('heading', { name: `This is from ${program}` })).toBeVisible()
    await page.getByRole('button', { name: 'Leave it' }).click()
  }
})

test('a file that nobody knows is answered with one clear line, and code in a file stays text', async ({ page }) => {
  let isFooled = false
  page.on('dialog', dialog => {
    isFooled = true
    void dialog.dismiss()
  })
  await openImport(page)
  await choose(page, 'shop.csv', 'name,price\nPad,9\n')
  await expect(page.getByRole('alert')).toContainText('shop.csv: not a file that Unknot knows')
  await choose(page, 'broken.json', '{"nomie":{"number":"6.0"},"events":[')
  await expect(page.getByRole('alert')).toContainText('cut off')
  const note = '<img src=x onerror=alert(1)><script>alert(1)</script>'
  await choose(
    page,
    'daylio.csv',
    `full_date,date,weekday,time,mood,activities,note_title,note\n2024-03-01,,,8:00,good,,,"${note}"\n`,
  )
  await page.getByRole('button', { name: 'Add 1 entry' }).click()
  await page.goto('/history')
  await expect(page.getByText('onerror=alert(1)', { exact: false })).toBeVisible()
  expect(isFooled).toBe(false)
})

test('60 MB of Apple Health are read while the page stays awake, and can be stopped', async ({ page }) => {
  await openImport(page)
  await page.evaluate(() => {
    const day = (at: number) =>
      new Date(Date.UTC(2020, 0, 1) + at * 600_000).toISOString().slice(0, 19).replace('T', ' ')
    const pieces: string[] = ['<?xml version="1.0"?><HealthData locale="en_GB">\n']
    for (let at = 0, size = 0; size < 60_000_000; at++) {
      const record = `<Record type="HKQuantityTypeIdentifierStepCount" sourceName="Watch" unit="count" startDate="${day(at)} +0100" endDate="${day(at + 1)} +0100" value="7"/>\n`
      size += record.length
      pieces.push(record)
    }
    pieces.push('</HealthData>\n')
    const data = new DataTransfer()
    data.items.add(new File(pieces, 'export.xml'))
    const input = document.querySelector<HTMLInputElement>('input[type=file]')
    if (!input) throw new Error('there is no field for a file')
    let last = performance.now()
    const state = { worst: 0 }
    Object.assign(window, { state })
    const tick = () => {
      state.worst = Math.max(state.worst, performance.now() - last)
      last = performance.now()
      setTimeout(tick, 20)
    }
    tick()
    Object.assign(window, { again: data.files })
    input.files = data.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await expect(page.getByRole('progressbar')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'This is from Apple Health' })).toBeVisible({ timeout: 60_000 })
  // A frozen page would be still for as long as the file takes, which is seconds.
  expect(await page.evaluate(() => (window as unknown as { state: { worst: number } }).state.worst)).toBeLessThan(1000)
  await page.getByRole('button', { name: 'Leave it' }).click()
  await page.getByLabel('File from another app').evaluate((field: HTMLInputElement) => {
    field.files = (window as unknown as { again: FileList }).again
    field.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('status')).toContainText('Stopped. Nothing was added.')
  await choose(page, 'apple-health.xml')
  await expect(page.getByRole('button', { name: 'Add 6 entries' })).toBeVisible()
})
