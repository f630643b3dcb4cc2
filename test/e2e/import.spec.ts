import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { gzipSync, zipSync } from 'fflate'
import { onScreen } from './steps.ts'

const file = (name: string, content: string | Uint8Array = readFileSync(`test/exchange/${name}`, 'utf8')) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(content),
})

const axe = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** Goes to the import screen like a person would, without network from then on. */
async function openImport(page: Page): Promise<void> {
  await page.goto('/backup')
  await onScreen(page, 'backup')
  await page.getByRole('link', { name: 'Bring in another diary' }).click()
  await onScreen(page, 'import')
}

/** Nothing here may need the network. */
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

const choose = (page: Page, name: string, content?: string | Uint8Array) =>
  page.getByLabel('File from another app').setInputFiles(file(name, content))

test('a file of another app is previewed, added offline, listed in History, undone by one tap, and added again', async ({
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
  await expect(page.getByText('The date "32nd Mar 2024"')).toBeVisible()
  await expect(
    page.getByText('The file holds 10 records: 6 to add, 0 here, 4 not understood, 0 left out.'),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Add 6 entries' }).click()
  await expect(page.getByRole('status')).toContainText('6 entries added.')

  await page.goto('/history/entries')
  await onScreen(page, 'history')
  await expect(page.getByText('Slept 7 h 25 min')).toBeVisible()
  await expect(page.getByText('7 entries', { exact: true })).toBeVisible()

  await page.goto('/import')
  await onScreen(page, 'import')
  await choose(page, 'bearable.csv')
  await expect(page.getByText('There is nothing to add. 6 here already.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Add/ })).toHaveCount(0)

  await page.goto('/history/entries')
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

test('with the keyboard alone, a file is chosen, previewed and added', async ({ page }) => {
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

test('a dropped file is read too, and each format is recognised by its content', async ({ page }) => {
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

test('an unknown file gives one clear message, and code in a file stays text', async ({ page }) => {
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
  await page.goto('/history/entries')
  await expect(page.getByText('onerror=alert(1)', { exact: false })).toBeVisible()
  expect(isFooled).toBe(false)
})

const bytes = (name: string) => new Uint8Array(readFileSync(`test/exchange/${name}`))

test('every export of a zip is offered, and added by itself; gzip is read too, and a broken zip is refused', async ({
  page,
}) => {
  await openImport(page)
  const zip = zipSync({
    'a/daylio.csv': bytes('daylio-2018.csv'),
    'export.xml': bytes('apple-health.xml'),
    'b.jpg': new Uint8Array(9),
  })
  await choose(page, 'all.zip', zip)
  await expect(page.getByRole('heading', { name: 'This zip holds 2 exports' })).toBeVisible()
  await expect(page.getByText('Files in the zip that are no diary, and are not read: 1.')).toBeVisible()
  await page.getByRole('button', { name: 'Daylio: a/daylio.csv (2 new entries)' }).click()
  await page.getByRole('button', { name: 'Add 2 entries' }).click()
  await expect(page.getByRole('button', { name: 'Daylio: a/daylio.csv (0 new entries)' })).toBeVisible()
  await page.getByRole('button', { name: 'Apple Health: export.xml (6 new entries)' }).click()
  await expect(page.getByText('2 of Heart rate')).toBeVisible()
  await page.getByRole('button', { name: 'Add 6 entries' }).click()
  await page.getByRole('button', { name: 'Leave it' }).click()
  await choose(page, 'cut.zip', zip.slice(0, -30))
  await expect(page.getByRole('alert')).toContainText('cut.zip: a zip that is cut off')
  await choose(page, 'daylio.csv.gz', gzipSync(bytes('daylio-2018.csv')))
  await expect(page.getByText('There is nothing to add. 2 here already.')).toBeVisible()
})

test('dates that can be read two ways are asked about, and the app can be named', async ({ page }) => {
  await openImport(page)
  const rows = '3/4/2024,,,8:00,good,,,x\n5/6/2024,,,8:00,good,,,y\n'
  await choose(page, 'daylio.csv', `full_date,date,weekday,time,mood,activities,note_title,note\n${rows}`)
  await expect(page.getByRole('heading', { name: 'How does daylio.csv write its dates?' })).toBeVisible()
  await expect(page.getByText('3/4/2024')).toBeVisible()
  await page.getByRole('button', { name: 'The day comes first' }).click()
  await expect(page.getByText('From 3 Apr 2024 to 5 Jun 2024.')).toBeVisible()
  await page.getByRole('button', { name: 'Leave it' }).click()
  await page.getByLabel('Which app is it from?').selectOption('bearable')
  await choose(page, 'daylio-2018.csv')
  await expect(page.getByRole('heading', { name: 'This is from Bearable' })).toBeVisible()
})

test('a table of one’s own is read by its columns, which are kept for the next one', async ({ page }) => {
  await openImport(page)
  const table = 'Day,Score,Where,Words\n27 March 2024,6,left calf,woke up\n'
  await choose(page, 'own.csv', table)
  await expect(page.getByRole('alert')).toContainText('own.csv: not a file that Unknot knows')
  await expect(page.getByRole('cell', { name: 'woke up' })).toBeVisible()
  await expect(page.getByLabel('Pain, 0 to 10')).toHaveValue('Score')
  await page.getByRole('combobox', { name: 'Note', exact: true }).selectOption('Words')
  await page.evaluate(axe)
  const faults = await page.evaluate(async () => {
    const { axe: engine } = window as unknown as { axe: { run: () => Promise<{ violations: { id: string }[] }> } }
    return (await engine.run()).violations.map(({ id }) => id)
  })
  expect(faults).toEqual([])
  await page.getByRole('button', { name: 'Read it' }).click()
  await expect(page.getByLabel('Spasms and cramps 1')).toBeChecked()
  await page.getByRole('button', { name: /^Add/ }).click()
  await page.reload()
  await choose(page, 'own.csv', table.replace('woke up', 'again'))
  await expect(page.getByRole('combobox', { name: 'Note', exact: true })).toHaveValue('Words')
})

test('60 MB of Apple Health are read while the page stays responsive, and can be cancelled', async ({ page }) => {
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
  // A frozen page would not respond for as long as the file takes, which is seconds.
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
