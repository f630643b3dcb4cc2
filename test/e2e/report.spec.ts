/** The printed report: a PDF made by a real browser is read back and checked. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import decodeQR from 'qr/decode.js'
import type { DiaryEvent } from '../../src/diary/event.ts'
import { toJson } from '../../src/diary/json.ts'
import { lifeOf } from '../support/life.ts'
import { crowded, weeklyYear } from '../support/report-diary.ts'
import { seedDiary } from '../support/seed-diary.ts'
import { onScreen } from './steps.ts'

const folder = mkdtempSync(join(tmpdir(), 'unknot-report-'))
const run = (command: string, ...args: readonly string[]) =>
  execFileSync(command, args, { encoding: 'utf8', maxBuffer: 100_000_000 })

async function open(page: Page, events: readonly DiaryEvent[]): Promise<void> {
  await page.goto('/icon.svg')
  await seedDiary(page, events)
  await page.goto('/report')
  await onScreen(page, 'report')
  await expect(page.locator('.preview .report-sheet').first()).toBeVisible()
}

/** Prints the page like the person's own print dialog. */
async function print(page: Page, name: string): Promise<string> {
  const file = join(folder, `${name}.pdf`)
  await page.pdf({ path: file, preferCSSPageSize: true, tagged: true, outline: true })
  return file
}

const pagesOf = (pdf: string): number => Number(/^Pages:\s+(\d+)/m.exec(run('pdfinfo', pdf))?.[1])

/** Every word with its position, in points from the top left. */
function wordsOf(
  pdf: string,
): readonly { readonly page: number; readonly word: string; readonly box: readonly number[] }[] {
  const pages = run('pdftotext', '-bbox', pdf, '-').split('<page ').slice(1)
  return pages.flatMap((text, page) =>
    [...text.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g)].map(
      ([, left, top, right, bottom, word = '']) => ({ page, word, box: [left, top, right, bottom].map(Number) }),
    ),
  )
}

/** Red, green and blue of every pixel, at 60 dots per inch. */
function dotsOf(pdf: string, page: number): { readonly width: number; readonly height: number; readonly dots: Buffer } {
  const file = join(folder, `dots-${page}`)
  run('pdftoppm', '-r', '60', '-f', String(page), '-l', String(page), '-singlefile', pdf, file)
  const picture = readFileSync(`${file}.ppm`)
  const head = /^P6\s(\d+) (\d+)\s255\s/.exec(picture.subarray(0, 40).toString('latin1'))
  if (!head) throw new Error('no picture')
  return { width: Number(head[1]), height: Number(head[2]), dots: picture.subarray(head[0].length) }
}

const said = (pdf: string) => run('pdftotext', '-layout', pdf, '-').replace(/\s+/g, ' ')
const pick = (page: Page, name: string) => page.locator('label', { hasText: new RegExp(`^${name}$`) }).click()

for (const [paper, width, height] of [
  ['A4', 595, 842],
  ['Letter', 612, 792],
] as const)
  test.describe(`on ${paper}`, () => {
    test('a year with a spasm every week is one complete page, tagged, black and white, in every theme', async ({
      page,
    }) => {
      await open(page, weeklyYear(Date.now()))
      await page.getByText('What it shows').click()
      await pick(page, paper)
      await page.getByRole('button', { name: 'Night' }).first().click()
      const pdf = await print(page, `year-${paper}`)
      expect(pagesOf(pdf)).toBe(1)
      const info = run('pdfinfo', pdf)
      const [, wide, high] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(info)?.map(Number) ?? []
      expect([Math.round(wide ?? 0), Math.round(high ?? 0)]).toEqual([width, height])
      expect(info).toMatch(/^Tagged:\s+yes/m)
      const structure = run('pdfinfo', '-struct-text', pdf)
      expect(structure.match(/^ *H1 /gm)).toHaveLength(1)
      expect((structure.match(/^ *H2 /gm) ?? []).length).toBeGreaterThanOrEqual(6)
      expect(structure).toMatch(/^ *Table/m)
      expect(structure).toMatch(/^ *Figure/m)

      const text = said(pdf)
      for (const part of [
        'Female, born 1985: 52 spasms and 26 cramps',
        'Warning signs in the last check: none ticked',
        'Earlier warning signs, and their end: 1 yes, 1 not sure',
        'How it is now',
        'Its end',
        'Episodes: 52 spasms and 26 cramps',
        'Warmth: hot-water bottle',
        'Heat noticeably better than ice',
        'Medicines: 2 of 3 listed with cramps',
        'Could one of my medicines be part of this?',
        'No clinician has reviewed its content yet.',
      ])
        expect(text).toContain(part)
      expect(text).not.toContain('Print, or save as PDF')
      expect(text).not.toContain('Emergency ')

      const outside = wordsOf(pdf).filter(
        ({ box: [left = 0, top = 0, right = 0, bottom = 0] }) =>
          left < 20 || top < 20 || right > width - 20 || bottom > height - 14,
      )
      expect(outside).toEqual([])
      const { dots, width: across, height: down } = dotsOf(pdf, 1)
      expect(dots.length).toBe(across * down * 3)
      let colours = 0
      let ink = 0
      for (let dot = 0; dot < dots.length; dot += 3) {
        const [red = 0, green = 0, blue = 0] = [dots[dot], dots[dot + 1], dots[dot + 2]]
        if (Math.max(red, green, blue) - Math.min(red, green, blue) > 8) colours += 1
        if (red < 128) ink += 1
      }
      expect(colours).toBe(0)
      expect(ink / (across * down)).toBeGreaterThan(0.01)
      expect(ink / (across * down)).toBeLessThan(0.12)
    })

    test('details are a second page on request, with every episode', async ({ page }) => {
      await open(page, weeklyYear(Date.now()))
      await page.getByText('What it shows').click()
      await pick(page, paper)
      await pick(page, 'Add a page of details')
      const pdf = await print(page, `details-${paper}`)
      expect(pagesOf(pdf)).toBe(2)
      const second = wordsOf(pdf).filter(word => word.page === 1)
      expect(second.filter(({ word }) => word === 'spasm')).toHaveLength(52)
      const inOrder = run('pdftotext', '-raw', pdf, '-').replace(/\s+/g, ' ')
      expect(inOrder).toMatch(/Why an n-of-1 trial\..*Blinding\..*Protocol\. SHA-256/)
    })

    test('more of everything than a page holds is still one page, and says what it left out', async ({ page }) => {
      await open(page, crowded(Date.now()))
      await page.getByText('What it shows').click()
      await pick(page, paper)
      const pdf = await print(page, `crowded-${paper}`)
      expect(pagesOf(pdf)).toBe(1)
      expect(said(pdf)).toMatch(/and \d+ more in the diary/)
      expect(said(pdf)).toContain('No clinician has reviewed its content yet.')
    })
  })

test('reports of many generated diaries are one page each, from the command too', async ({ page }) => {
  const pages: number[] = []
  for (const [index, count] of [30, 300, 1500, 6000].entries()) {
    const file = join(folder, `life-${index}`)
    writeFileSync(`${file}.json`, toJson(lifeOf(index, count, Date.now())))
    const { status, stderr } = spawnSync('node', [
      'dist/cli/main.js',
      'report',
      `${file}.json`,
      '--paper',
      'letter',
      '--out',
      `${file}.html`,
    ])
    expect(stderr.toString()).toBe('')
    expect(status).toBe(0)
    await page.goto(`file://${file}.html`)
    pages.push(pagesOf(await print(page, `life-${index}`)))
  }
  expect(pages).toEqual([1, 1, 1, 1])
})

test('the period is chosen, a part is left out, and the page says so', async ({ page }) => {
  await open(page, weeklyYear(Date.now()))
  const sheet = page.locator('.preview .report-sheet').first()
  await pick(page, '30 days')
  await expect(sheet.getByRole('heading', { level: 1 })).toContainText(/: [45] spasms/)
  await page.getByText('What it shows').click()
  await pick(page, 'Medicines')
  await expect(sheet.getByRole('heading', { name: /^Medicines/ })).toHaveCount(0)
  await expect(sheet.getByText('Left out by the person: medicines.')).toBeVisible()
  await page.getByLabel('Your name, if you want it on the page').fill('Anna Example')
  await expect(sheet.getByRole('heading', { level: 1 })).toContainText('Anna Example, female, born 1985')
  await page.reload()
  await expect(sheet.getByRole('heading', { level: 1 })).toContainText('Anna Example')
  await page.evaluate(() => Object.defineProperty(window, 'print', { value: () => (document.title = 'printed') }))
  await page.getByRole('button', { name: 'Print, or save as PDF' }).click()
  await expect(page).toHaveTitle('printed')
  await pick(page, 'My own days')
  await expect(page.getByText('Set a first day and a last day.')).toBeVisible()
  await page.getByLabel('First day').fill('2020-01-01')
  await page.getByLabel('Last day').fill('2020-02-01')
  await expect(sheet).toContainText('1 Jan 2020 to 1 Feb 2020')
})

test('a question is added, survives a reload while typing, is removed and restored', async ({ page }) => {
  await open(page, lifeOf(7, 300, Date.now()))
  await page.getByLabel('Your question').fill('May I go on with')
  await page.reload()
  await page.getByLabel('Your question').fill(`${await page.getByLabel('Your question').inputValue()} my runs?`)
  await page.getByRole('button', { name: 'Add the question' }).click()
  const onPage = page.locator('.preview').getByText('May I go on with my runs?')
  await expect(onPage).toBeVisible()
  await page.getByRole('button', { name: 'Remove: May I go on with my runs?' }).click()
  await expect(onPage).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(onPage).toBeVisible()
})

test('the chart has an equivalent table, and can be scrolled with the keyboard', async ({ page }) => {
  await open(page, weeklyYear(Date.now()))
  await page.getByText('The chart as a table').click()
  const table = page.locator('.report-twin table')
  const counts = await table
    .locator('tbody tr')
    .evaluateAll(rows => rows.map(row => Number(row.children[2]?.textContent)))
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(52)
  await page.getByRole('group', { name: 'Episodes: 52 spasms and 26 cramps' }).focus()
  await expect(page.getByRole('img', { name: /^Chart: the worst pain/ })).toBeVisible()
})

test('a phone’s camera reads the summary from the code', async ({ page }) => {
  await open(page, weeklyYear(Date.now()))
  await page.getByText('As a code to scan').click()
  const code = page.getByRole('img', { name: /^Code to scan/ })
  // A camera retries until it reads; content that loads meanwhile may move the code under the bar.
  let text = ''
  await expect(async () => {
    await code.evaluate(element => element.scrollIntoView({ block: 'center' }))
    text = decodeQR(await dotsSeen(page, (await code.screenshot()).toString('base64')))
  }).toPass()
  expect(text).toContain('Warning signs in the last check: none ticked.')
  expect(text).toContain('No clinician reviewed this.')
  expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(420)
})

/** The pixels of a picture, decoded by the browser: red, green, blue and alpha of each. */
async function dotsSeen(page: Page, picture: string) {
  const { data, width, height } = await page.evaluate(async base64 => {
    const image = new Image()
    image.src = `data:image/png;base64,${base64}`
    await image.decode()
    const { width: across, height: down } = image
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: across, height: down })
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    context.drawImage(image, 0, 0)
    return { data: [...context.getImageData(0, 0, across, down).data], width: across, height: down }
  }, picture)
  return { data: Uint8Array.from(data), width, height }
}

test('the locked file opens with the age program and the passphrase, and contains the page', async ({ page }) => {
  await open(page, weeklyYear(Date.now()))
  await page.getByText('As a locked file').click()
  await page.getByLabel('Words that lock it').fill('short')
  await page.getByRole('button', { name: 'Save the locked file' }).click()
  await expect(page.getByRole('alert')).toContainText('at least 12 letters')
  await page.getByLabel('Words that lock it').fill('horse battery staple lamp')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the locked file' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^unknot-report-\d{4}-\d\d-\d\d\.html\.age$/)
  const file = join(folder, 'report.age')
  await download.saveAs(file)
  expect(readFileSync(file).includes('52 spasms')).toBe(false)
  const opened = join(folder, 'opened.html')
  // `age` asks for the passphrase on a terminal, which `script` provides.
  execFileSync('script', ['-qec', `age --decrypt -o ${opened} ${file}`, '/dev/null'], {
    input: 'horse battery staple lamp\n',
  })
  expect(readFileSync(opened, 'utf8')).toContain('52 spasms and 26 cramps')
})

test('the whole report can be sent as text, and is linked from the diary and from who can help', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, weeklyYear(Date.now()))
  await page.evaluate(() => Object.defineProperty(navigator, 'share', { value: undefined }))
  await page.getByRole('button', { name: 'As text' }).click()
  await expect(page.getByRole('status')).toContainText('The text is copied.')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    'What was tried (single results, no proof)',
  )
  await page.goto('/diary')
  await page.getByRole('link', { name: 'Make a report' }).click()
  await onScreen(page, 'report')
  await page.goto('/professionals')
  await page.getByRole('link', { name: 'Make the report' }).click()
  await onScreen(page, 'report')
})

test('without a diary the screen says what it will be made from', async ({ page }) => {
  await page.goto('/report')
  await expect(page.getByText('Nothing to show yet.')).toBeVisible()
  await page.getByRole('link', { name: 'Add a cramp or spasm' }).click()
  await onScreen(page, 'add')
})

test('a visit: an appointment, a suggested question in a tap, what to say, and what was advised', async ({ page }) => {
  await open(page, weeklyYear(Date.now()))
  await page.goto('/visit')
  await onScreen(page, 'visit')
  await pick(page, 'Today')
  await pick(page, 'Family doctor')
  await page.getByRole('button', { name: 'Keep the appointment' }).click()
  await expect(page.locator('[data-visit]')).toContainText('Family doctor')
  const chosen = 'In my own trial heat did better. May I go on with it?'
  await page.getByRole('button', { name: chosen }).click()
  await expect(page.locator('[data-ask="3"]')).toContainText('Three are chosen.')
  await expect(page.locator('[data-say] .quote')).toContainText('I want to ask: Could one of my medicines')
  await page.getByLabel('What did they advise?').fill('Walk each day.')
  await page.getByRole('button', { name: 'Keep the advice' }).click()
  await expect(page.locator('[data-before]')).toContainText('Walk each day.')
  await page.goto('/report')
  const sheet = page.locator('.preview .report-sheet').first()
  await expect(sheet).toContainText(chosen)
  await expect(sheet).toContainText('Walk each day.')
})

test('an appointment goes into the calendar, and says nothing of health', async ({ page }) => {
  await open(page, weeklyYear(Date.now()))
  await page.goto('/visit')
  await pick(page, 'Tomorrow')
  await page.getByLabel('Time, if you know').fill('09:30')
  await page.getByRole('button', { name: 'Keep the appointment' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Put it in my calendar' }).click(),
  ])
  const file = join(folder, 'visit.ics')
  await download.saveAs(file)
  const text = readFileSync(file, 'utf8')
  expect(text).toMatch(/DTSTART:\d{8}T093000/)
  expect(text.match(/BEGIN:VALARM/g)).toHaveLength(2)
  expect(text).not.toMatch(/spasm|cramp|pain|doctor/i)
  await page.getByRole('button', { name: 'Cancel it' }).click()
  await expect(page.locator('[data-visit]')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.locator('[data-visit]')).toHaveCount(1)
})
