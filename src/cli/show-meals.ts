/** Days of meals as text: each meal with its amounts, time and steps, then the totals and the shopping list. */
import { foodTable, itemWords, type MealDay, type Meals, type Measures, shopFor } from '../library/nutrition.ts'

const heads: Readonly<Record<Meals['status'], string>> = {
  found: 'Every day reaches all five, within every limit.',
  short: 'Not every target is reached.',
  impossible: 'No day of meals keeps every limit as asked.',
  held: 'On hold: no food is proposed. Ask your clinician.',
}
const times = { breakfast: 'Breakfast', lunch: 'Lunch', dinner: 'Dinner', snack: 'Snack', drink: 'Drink' } as const

export function showMeals({ status, days, reasons, cautions }: Meals, measures: Measures): string {
  return [
    'None of these five is proven to prevent cramps in well-nourished people.',
    ...cautions.filter(({ action }) => action !== 'note').map(({ action, text }) => `${action.toUpperCase()}: ${text}`),
    '',
    heads[status],
    ...reasons.map(({ text }) => `  ${text}`),
    ...days.flatMap((day, place) => ['', ...(days.length > 1 ? [`Day ${place + 1}`] : []), ...dayLines(day, measures)]),
    ...(days.length === 0 ? [] : ['', 'Shopping list', ...shopLines(days, measures)]),
    '',
    '',
  ].join('\n')
}

export const dayLines = (day: MealDay, measures: Measures): readonly string[] => [
  ...day.meals.flatMap(({ meal, items, minutes, how }) => [
    `  ${times[meal]}: ${items.map(item => itemWords(foodTable(), item, measures)).join('; ')}`,
    ...(how === undefined ? [] : [`    ${how} (${minutes} min)`]),
  ]),
  `  ${day.energy} kcal, sodium ${day.sodium} mg; ${Object.entries(day.totals)
    .map(([nutrient, { amount, target }]) => `${nutrient} ${round(amount)}${target === null ? '' : ` of ${target}`}`)
    .join(', ')}`,
]

export const shopLines = (days: readonly MealDay[], measures: Measures): readonly string[] =>
  shopFor(foodTable(), days, measures).map(
    ({ section, items }) => `  ${section}: ${items.map(({ name, words }) => `${name} ${words}`).join('; ')}`,
  )

const round = (value: number) => (value >= 100 ? Math.round(value) : Math.round(value * 10) / 10)
