/**
 * A woman of 41 with no kidney disease and no medicines, and what she ate yesterday: the diary for tests of the food
 * screens.
 */
import type { Page } from '@playwright/test'
import { seedDiary } from './seed-diary.ts'

const stamp = (place: number, at: string) => ({
  id: `0193${String(place).padStart(4, '0')}-0000-7000-8000-000000000000`,
  v: 2 as const,
  at,
})
const now = new Date()
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 19)

export async function seedEater(page: Page): Promise<void> {
  await page.goto('/icon.svg')
  await page.evaluate(() => localStorage.setItem('unknot-no-medicines', 'yes'))
  await seedDiary(page, [
    { ...stamp(1, `${daysAgo(2)}Z`), type: 'profile-said', birthYear: now.getFullYear() - 41, sex: 'female' },
    { ...stamp(2, `${daysAgo(2)}Z`), type: 'profile-said', conditions: [], medicines: [] },
    { ...stamp(3, `${daysAgo(1)}Z`), type: 'ate', food: 'Banana', foodId: '173944', grams: 118 },
    { ...stamp(4, `${daysAgo(1)}Z`), type: 'ate', food: 'Whole milk', foodId: '171265', grams: 244 },
    {
      ...stamp(5, `${daysAgo(1)}Z`),
      type: 'food-added',
      food: 'own:1',
      name: 'Oat bar',
      grams: 40,
      holds: { calcium: 120 },
    },
  ])
}
