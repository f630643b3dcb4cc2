/** Every food screen with real content: a day, a menu, three menus, a usual day, its change, meals, a week. */
import { expect, type Page, test } from '@playwright/test'
import { seedEater } from '../support/eater.ts'
import { axeFindings } from './axe.ts'
import { onScreen } from './steps.ts'

const isDone = (page: Page) =>
  page
    .getByText(/Fewest foods: proven|A better one may exist/)
    .last()
    .waitFor({ timeout: 60_000 })

async function visitFood(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  await seedEater(page)
  const open = async (place: string, screen = place) => {
    await page.goto(`/${place}`)
    await onScreen(page, screen)
  }
  await open('food')
  await page.getByRole('meter', { name: 'Potassium' }).waitFor()
  for (const fold of await page.locator('details > summary').all()) await fold.click()
  await look('food')
  await open('eat')
  await page.getByLabel('Type a food').fill('bannana')
  await page.getByRole('link', { name: 'Banana', exact: true }).waitFor()
  await look('eat')
  await open('eat/173944', 'portion')
  await page.getByRole('button', { name: /^1 medium/ }).waitFor()
  await look('portion')
  await open('own/food', 'own')
  await look('own food')
  await open('own/recipe', 'own')
  await page.getByLabel('Add to the recipe').fill('bannana')
  await page.getByRole('button', { name: 'Banana', exact: true }).click()
  await look('recipe')
  await open('menu')
  await isDone(page)
  for (const fold of await page.locator('details > summary').all()) await fold.click()
  await page.getByRole('button', { name: 'Show three menus' }).click()
  await expect(page.locator('.three .card')).toHaveCount(3, { timeout: 60_000 })
  await look('menu')
  await open('usual')
  await page.getByRole('button', { name: 'Porridge made with milk' }).click()
  await look('usual')
  await open('change')
  await page.locator('.changes li').first().waitFor()
  await look('change')
  await open('meals')
  await page.locator('[data-screen="meals"][data-done]').waitFor({ timeout: 60_000 })
  for (const fold of await page.locator('details > summary').all()) await fold.click()
  await look('meals')
  await open('week')
  await expect(page.locator('.side-by-side > li')).toHaveCount(7, { timeout: 120_000 })
  await look('week')
}

test('axe finds nothing on any food screen, in any theme', async ({ page }) => {
  test.setTimeout(240_000)
  const found: string[] = []
  await visitFood(page, async name => {
    found.push(...(await axeFindings(page)).map(each => `${name}, ${each}`))
  })
  expect(found).toEqual([])
})

test('at 320 pixels no food screen scrolls sideways, and every target is at least 48 pixels', async ({ page }) => {
  test.setTimeout(240_000)
  await page.setViewportSize({ width: 320, height: 640 })
  const wrong: string[] = []
  await visitFood(page, async screen => {
    const found = await page.evaluate(() => {
      const over = document.documentElement.scrollWidth - document.documentElement.clientWidth
      const isShown = (element: Element) => element.checkVisibility() && element.getBoundingClientRect().width > 1
      const small = [...document.querySelectorAll('a[href], button, select, summary, input, label.chip')]
        .filter(
          element =>
            isShown(element) &&
            !element.closest('p:not(.chips):not(.four):not(.row)') &&
            !element.classList.contains('skip') &&
            !element.closest('label.chip input'),
        )
        .filter(element => element.getAttribute('type') !== 'radio')
        .flatMap(element => {
          const { width, height } = element.getBoundingClientRect()
          const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 30)
          return width < 47.5 || height < 47.5
            ? [`${element.tagName} ${name}: ${width.toFixed(0)} x ${height.toFixed(0)}`]
            : []
        })
      return [...(over > 0 ? [`sideways by ${over}`] : []), ...small]
    })
    wrong.push(...found.map(each => `${screen}: ${each}`))
  })
  expect([...new Set(wrong)]).toEqual([])
})

test('with text at 200 % no food screen scrolls sideways, whatever is expanded', async ({ page }) => {
  test.setTimeout(240_000)
  await page.setViewportSize({ width: 390, height: 844 })
  const wide: string[] = []
  await visitFood(page, async screen => {
    const found = await page.evaluate(() => {
      const { style, clientWidth } = document.documentElement
      style.setProperty('font-size', '200%')
      const over = document.documentElement.scrollWidth - clientWidth
      const isBeyond = (element: Element) => element.getBoundingClientRect().right > clientWidth
      const last = [...document.querySelectorAll('main *')].filter(isBeyond).at(-1)
      style.removeProperty('font-size')
      return over > 0 ? [`by ${over}: ${last?.outerHTML.slice(0, 200)}`] : []
    })
    wide.push(...found.map(each => `${screen} ${each}`))
  })
  expect(wide).toEqual([])
})

test('a food is logged and a menu is made and eaten with the keyboard alone', async ({ page }) => {
  test.setTimeout(180_000)
  await seedEater(page)
  await page.goto('/food')
  await onScreen(page, 'food')
  await page.getByRole('meter', { name: 'Potassium' }).waitFor()
  const reach = async (name: RegExp) => {
    for (let tabs = 0; tabs < 80; tabs++) {
      await page.keyboard.press('Tab')
      const focused = await page.evaluate(() => {
        const element = document.activeElement
        return (
          element?.getAttribute('aria-label') ?? element?.closest('label')?.textContent ?? element?.textContent ?? ''
        )
      })
      if (name.test(focused.trim())) return
    }
    throw new Error(`the keyboard does not reach ${name}`)
  }
  const press = async (name: RegExp) => {
    await reach(name)
    await page.keyboard.press('Enter')
  }
  await press(/^Add a food$/)
  await onScreen(page, 'eat')
  await reach(/^Type a food/)
  await page.keyboard.type('bannana')
  await page.getByRole('link', { name: 'Banana', exact: true }).waitFor()
  await press(/^Banana$/)
  await onScreen(page, 'portion')
  await page.getByRole('button', { name: /^1 medium/ }).waitFor()
  await press(/^1 medium/)
  await onScreen(page, 'food')
  await expect(page.getByRole('listitem').filter({ hasText: 'Banana' })).toBeVisible()
  await press(/^Close the gap$/)
  await onScreen(page, 'menu')
  await isDone(page)
  await press(/^Keep: /)
  await expect(page.locator('[aria-pressed="true"][aria-label^="Keep: "]')).toHaveCount(1)
  await isDone(page)
  await press(/^Eat this today$/)
  await onScreen(page, 'food')
})
