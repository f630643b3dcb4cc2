/** Found foods and lists of rich foods as lines of text. */
import type { Nutrient } from '../knowledge/vocabulary.ts'
import type { Amounts, ArticlePlace, FoodWithFacts, RichFood, RichHeld, RichListed } from '../library/nutrition.ts'
import { isNutrient } from '../library/nutrition.ts'

const units: Readonly<Record<Nutrient, string>> = {
  potassium: 'mg',
  magnesium: 'mg',
  calcium: 'mg',
  'vitamin-d': 'µg',
  zinc: 'mg',
}

/** Each food with its usual portion and its nutrients; a food that may not be meant is marked. */
export function showFound(query: string, found: readonly FoodWithFacts[]): string {
  const nutrient = query.trim().toLowerCase().replace(/\s+/g, '-')
  const hint = isNutrient(nutrient) ? `For foods rich in it: unknot foods --rich-in ${nutrient}\n` : ''
  if (found.length === 0) return `${hint}${words.nothing}\n`
  const unsure = found[0]?.doubt === undefined ? '' : `${words.unsure}\n`
  return hint + unsure + found.map(showFood).join('')
}

const words = {
  nothing: 'Not found. Try a plainer word, or add it in the app: Food, Add a food, A food from its label.',
  unsure: 'Not found as typed. Perhaps one of these:',
}

const showFood = ({ food, name, usda, portions: [portion], perPortion, warning, doubt }: FoodWithFacts): string =>
  `${food}  ${name}${doubt === undefined ? '' : '?'}${name === usda ? '' : `  (${usda})`}\n` +
  `         ${portion?.words ?? '100 g'}, ${figure(portion?.grams ?? 100)} g: ${amountsWords(perPortion)}\n` +
  (warning === undefined ? '' : `         ! ${warning}\n`)

/** The list with bars, its cautions before it and the article's foods after it; or why there is none. */
export function showRich(list: RichListed | RichHeld): string {
  const cautions = list.cautions.map(({ text }) => `! ${text}\n`).join('')
  const name = list.richIn.map(named).join(' and ')
  if (list.status === 'held')
    return `No list of foods rich in ${list.held.map(named).join(' and ')} for you.\n${cautions}`
  const most = Math.max(...list.foods.map(barOf), Number.MIN_VALUE)
  const per = { portion: 'a usual portion', '100g': '100 g', '100kcal': '100 kcal' }[list.per]
  const lines = list.foods.map(food => {
    const bar = '█'.repeat(Math.max(1, Math.round((12 * barOf(food)) / most))).padEnd(12)
    const amounts = list.richIn.map((nutrient, at) => {
      const share = food.shares[at]
      const told = `${figure(food.brings[nutrient] ?? 0)} ${units[nutrient]}`
      return share === null || share === undefined ? told : `${told} (${Math.round(100 * share)} %)`
    })
    const portion =
      list.per === 'portion' ? `${food.portion.words}, ${figure(food.grams)} g` : `${figure(food.grams)} g`
    return `${String(food.place).padStart(4)}  ${bar} ${amounts.join(', ')}  ${food.name}, ${portion}\n`
  })
  const unknown = list.unknown === 0 ? '' : `Left out, because the table has no figure: ${list.unknown}.\n`
  return `${cautions}Foods rich in ${name}, by ${per}; % of a day’s target:\n${lines.join('')}${unknown}${showArticle(list.article)}`
}

const barOf = ({ brings, shares }: RichFood): number =>
  shares.length > 1 ? Math.min(...shares.map(share => share ?? 0)) : (shares[0] ?? brings.energy ?? 0)

const showArticle = (places: readonly ArticlePlace[]): string =>
  places.length === 0
    ? ''
    : `The article names:\n${places
        .map(
          ({ named: said, place, word }) =>
            `  ${said}: ${place === null ? 'not in the list' : `place ${place}`}. ${word ?? ''}\n`,
        )
        .join('')}`

const named = (nutrient: string): string => nutrient.replace('vitamin-d', 'vitamin D')

const amountsWords = ({ energy, ...of }: Amounts): string =>
  [
    `${energy === null ? '?' : figure(energy)} kcal`,
    ...Object.entries(of).map(
      ([nutrient, amount]) =>
        `${named(nutrient)} ${amount === null ? '?' : figure(amount)} ${units[nutrient as Nutrient]}`,
    ),
  ].join(', ')

const figure = (value: number): string =>
  value >= 100 ? String(Math.round(value)) : String(Math.round(value * 10) / 10)
