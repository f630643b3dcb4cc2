import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { adviceByText, givesAdvice, sentencesOf } from '../support/advice.ts'
import { answerNothing, beginLowBack, onScreen } from './steps.ts'
import { walkCare, walkPlaces, walkPrevent, walkTiers } from './walk.ts'

const advice = adviceByText()

/** Sentences about the app, or beside a sentence with a passport. Each gives its reason for needing none. */
const noAdvice: Readonly<Record<string, string>> = {
  'Tell them when it began.': 'stands beside what to say on the phone, which has a passport',
  'Keep it somewhere else than on this device.': 'about the file of a backup',
  'Keep one diary on your phone and your laptop.': 'about the copies of a diary',
  'Put in all that goes into the pot.': 'about filling in a recipe',
  'Try “lasix 40 mg”, “statin” or “water tablets”.': 'examples of what can be typed',
}

/** Sentences of a screen's own wording, and the entry that must support them there. */
const ownWords: Readonly<Record<string, string>> = {
  'Stay, or move to what hurts least.': '/reference/remedies/relative-rest',
  'Breathe slowly.': '/reference/remedies/relative-rest',
  'After a fall, keep still.': '/reference/remedies/relative-rest',
  'Stop if any is true.': '/reference/remedies/cramp-release',
  'Do not rub it yet.': '/reference/remedies/cramp-release',
  'Now you may rub it gently.': '/reference/remedies/cramp-release',
  'Hold again.': '/reference/remedies/cramp-release',
  'Ask first.': '/reference/pages/food-cautions',
  'Ask before you eat much more potassium.': '/reference/pages/food-cautions',
}

interface Seen {
  readonly screen: string
  /** All text of the screen. */
  readonly text: string
  /** Blocks of text outside buttons, links and labels. */
  readonly blocks: readonly string[]
  /** The addresses of the entries that the passports on the screen open. */
  readonly entries: readonly string[]
}

const see = (page: Page): Promise<Seen> =>
  page.evaluate(() => {
    const tidy = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()
    const copyWithout = (selector: string) => {
      const copy = document.querySelector('main')?.cloneNode(true) as Element | undefined
      for (const part of copy?.querySelectorAll(selector) ?? []) part.remove()
      return copy
    }
    // A link that opens an entry is that entry's own passport.
    const told = copyWithout('a[href^="/reference/"], a[href^="/evidence/"]')
    const blocks = [...(copyWithout('a, button, label, summary')?.querySelectorAll('p, li, dd, h1, h2, h3, b') ?? [])]
    return {
      screen: document.querySelector('[data-screen]')?.getAttribute('data-screen') ?? '',
      text: tidy(told?.textContent),
      blocks: blocks.filter(block => !block.querySelector('p, li, dd')).map(block => tidy(block.textContent)),
      entries: [...document.querySelectorAll('[data-passport]')].flatMap(
        mark => mark.getAttribute('data-passport')?.split(' ') ?? [],
      ),
    }
  })

/** The advice on a screen without a passport, one per line. */
function without(state: string, { text, blocks, entries }: Seen): readonly string[] {
  const known = [...advice].filter(([sentence]) => text.includes(sentence))
  const isVouched = (vouching: ReadonlySet<string>) => entries.some(entry => vouching.has(entry))
  const vouched = known.filter(([, vouching]) => isVouched(vouching)).map(([sentence]) => sentence)
  const bare = known
    .filter(([, vouching]) => !isVouched(vouching))
    .map(([sentence]) => sentence)
    .filter(sentence => !vouched.some(longer => longer.includes(sentence)))
  const own = blocks
    .flatMap(sentencesOf)
    .filter(sentence => givesAdvice(sentence) || sentence in ownWords)
    .filter(sentence => !(sentence in noAdvice) && !known.some(([each]) => each.includes(sentence)))
    .filter(sentence => !entries.includes(ownWords[sentence] ?? ''))
  return [...bare, ...own].map(sentence => `${state}: ${sentence}`)
}

test('no screen gives advice without a passport that opens its entry', async ({ page }) => {
  test.setTimeout(180_000)
  const bare: string[] = []
  const visited = new Set<string>()
  let vouched = 0
  const look = async (state: string) => {
    const seen = await see(page)
    visited.add(seen.screen)
    vouched += [...advice.keys()].filter(sentence => seen.text.includes(sentence)).length
    bare.push(...without(state, seen))
  }
  await walkCare(page, look)
  await walkTiers(page, look)
  await walkPlaces(page, look)
  expect([...new Set(bare)]).toEqual([])
  expect(vouched).toBeGreaterThan(100)
  const files = readFileSync('src/app/shell/screens.ts', 'utf8').match(/(?<=import\(')[^']+/g) ?? []
  const screens = files.map(file => /data-screen="([\w-]+)"/.exec(readFileSync(`src/app/shell/${file}`, 'utf8'))?.[1])
  expect(screens.filter(screen => screen !== undefined && !visited.has(screen))).toEqual([])
})

test('no answer about medicines, causes or drinks gives advice without a passport', async ({ page }) => {
  const bare: string[] = []
  const opened = new Set<string>()
  await walkPrevent(page, async state => {
    const seen = await see(page)
    for (const entry of seen.entries) opened.add(entry.split('/')[2] ?? '')
    bare.push(...without(state, seen))
  })
  expect([...new Set(bare)]).toEqual([])
  for (const list of ['causes', 'medicines', 'pages']) expect([...opened]).toContain(list)
})

test('the walk detects advice without a passport', async ({ page }) => {
  await page.goto('/learn')
  await onScreen(page, 'learn')
  const plant = (text: string) =>
    page.evaluate(planted => {
      const line = document.createElement('p')
      line.textContent = planted
      document.querySelector('main')?.append(line)
    }, text)
  await plant('Rub it hard.')
  expect(without('planted', await see(page))).toEqual(['planted: Rub it hard.'])
  const [sentence = ''] = advice.keys()
  await plant(sentence)
  expect(without('planted', await see(page))).toContain(`planted: ${sentence}`)
})

test('a passport shows certainty, sources, review date and exclusions, and opens the complete entry', async ({
  page,
}) => {
  await page.goto('/reference/remedies/heat')
  await onScreen(page, 'reference')
  await expect(page.getByText('Scars and grafts burn more easily.')).toBeVisible()
  await page.getByRole('link', { name: 'Superficial heat or cold for low back pain' }).click()
  await expect(page.getByRole('link', { name: 'Warmth', exact: true })).toBeVisible()
  await page.goto('/evidence')
  const mark = page.locator('[data-claim] [data-passport]').first()
  await mark.locator('summary').click()
  await expect(mark).toContainText('No clinician has reviewed this yet.')
  await mark.getByRole('link', { name: 'Read the whole entry' }).click()
  await expect(page.locator('[data-claim]')).toHaveCount(1)
})

test('two years later, everything past its review date says so on every screen, and nothing is recommended', async ({
  page,
}) => {
  test.setTimeout(180_000)
  const wrong: string[] = []
  let marks = 0
  const look = async (state: string) => {
    const found = await page.evaluate(() => {
      const isMarked = (mark: Element) => /Needs review|past its review date/i.test(mark.textContent ?? '')
      const passports = [...document.querySelectorAll('[data-passport]')]
      return {
        marks: passports.length,
        unmarked: passports.filter(mark => !isMarked(mark)).map(mark => mark.getAttribute('data-passport')),
        offers: document.querySelectorAll('.story-now, [role="timer"], a[href^="/start/"]').length,
      }
    })
    marks += found.marks
    wrong.push(...found.unmarked.map(entry => `${state}: ${entry} is not marked`))
    if (found.offers > 0) wrong.push(`${state}: ${found.offers} remedies are offered`)
  }
  await page.clock.setFixedTime(new Date('2028-12-01T10:00:00'))
  await beginLowBack(page)
  await answerNothing(page)
  await look('result')
  await page.goto('/plan')
  await onScreen(page, 'plan')
  await look('plan')
  await walkPlaces(page, look)
  await walkPrevent(page, look)
  await page.goto('/painkillers')
  await expect(page.getByText('This page is past its review date.')).toBeVisible()
  expect(wrong).toEqual([])
  expect(marks).toBeGreaterThan(15)
})
