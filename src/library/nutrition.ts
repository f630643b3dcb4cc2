/**
 * Food, joined to the built knowledge: `unknot/nutrition`. The solver and the text index are passed in, so that the
 * library needs no dependency: `highsSolver(await loadHighs())` of `highs`, or `yalpsSolver(solve)` of `yalps`;
 * `MiniSearch` of `minisearch`.
 */
import { articleFoods } from '../knowledge/article-foods.gen.ts'
import { foodsText } from '../knowledge/foods.gen.ts'
import { nutritionKnowledge } from '../knowledge/nutrition.gen.ts'
import { type Caution, cautionsFor } from '../nutrition/cautions.ts'
import { type FoodFacts, foodFacts } from '../nutrition/food-facts.ts'
import type { FoodFile } from '../nutrition/food-file.ts'
import { type FoodTable, openFoods } from '../nutrition/food-table.ts'
import { type Measures, shopFor } from '../nutrition/meal-words.ts'
import { type Meals, type MealsOptions, mealsFor } from '../nutrition/meals.ts'
import { closeGap, type Menu, type MenuOptions } from '../nutrition/menu.ts'
import { type DifferentOptions, differentMenus } from '../nutrition/menus.ts'
import { type Eater, type ParsedProfile, type Profile, parseProfile as parseWith } from '../nutrition/person.ts'
import { type RichAnswer, richAnswer } from '../nutrition/rich-answer.ts'
import { type FoodSearch, type FoundFood, foodSearch, type TextIndexClass } from '../nutrition/search-foods.ts'
import { type SmallestChange, smallestChange as smallestChangeWith } from '../nutrition/smallest-change.ts'
import { type Targets, targetsFor } from '../nutrition/targets.ts'

export type { ArticlePlace } from '../nutrition/article-foods.ts'
export type { Caution } from '../nutrition/cautions.ts'
export { bringsWords, countWords, headWords, remainsWords } from '../nutrition/change-words.ts'
export type { Amounts, FoodFacts } from '../nutrition/food-facts.ts'
export type { Doubt } from '../nutrition/food-fit.ts'
export type { EverydayFood, FoodTable } from '../nutrition/food-table.ts'
export { type Intake, intakeOf } from '../nutrition/intake.ts'
export {
  ingredientWords,
  itemWords,
  type Measures,
  measureSystems,
  type ShopSection,
  shopFor,
} from '../nutrition/meal-words.ts'
export type { Meal, MealDay, MealItem, Meals, MealsOptions } from '../nutrition/meals.ts'
export type { Menu, MenuFood, MenuOptions } from '../nutrition/menu.ts'
export type { DifferentOptions } from '../nutrition/menus.ts'
export { amountsOf, type OwnFood, withOwnFoods } from '../nutrition/own-foods.ts'
export { type Period, type PeriodNutrient, periodOf } from '../nutrition/period.ts'
export type { Profile } from '../nutrition/person.ts'
export {
  dietProgramme,
  type Item,
  type Limit,
  type Programme,
  type Solved,
  type Solver,
} from '../nutrition/programme.ts'
export type { RichAnswer, RichListed } from '../nutrition/rich-answer.ts'
export {
  isNutrient,
  type RichBasis,
  type RichFilter,
  type RichFood,
  type RichHeld,
  type RichList,
  richBases,
  richFilters,
} from '../nutrition/rich-in.ts'
export type { FoodSearch, FoundFood } from '../nutrition/search-foods.ts'
export type { Change, ChangedTotal, SmallestChange } from '../nutrition/smallest-change.ts'
export { type HighsModule, highsSolver, yalpsSolver } from '../nutrition/solvers.ts'
export type { Targets } from '../nutrition/targets.ts'

let opened: FoodTable | undefined

/** The table of 7,754 foods, opened on first use. */
export function foodTable(): FoodTable {
  opened ??= openFoods(JSON.parse(foodsText) as FoodFile)
  return opened
}

/** Reads a profile from parsed JSON. The error is one line: what, where, how to fix it. */
export const parseProfile = (input: unknown): ParsedProfile => parseWith(nutritionKnowledge, foodTable(), input)

/** A few foods on top of what was eaten, or a whole day, that bring five nutrients to target within every limit. */
export const menu = (profile: Profile, options: MenuOptions): Promise<Menu> =>
  closeGap(nutritionKnowledge, foodTable(), profile, options)

/**
 * The one, two or three changes to a usual day (`eaten` of the profile) that close most of what is missing, each with
 * what it brings. Fewer are proven not to do it.
 */
export const smallestChange = (profile: Profile): SmallestChange =>
  smallestChangeWith(nutritionKnowledge, foodTable(), profile)

/**
 * A day or a week of meals from everyday dishes that reaches every target within every limit; no dish twice in three
 * days. Every day is solved exactly and checked twice.
 */
export const meals = (profile: Profile, options: MealsOptions): Promise<Meals> =>
  mealsFor(nutritionKnowledge, foodTable(), profile, options)

/** The days with their one shopping list, by shop section. */
export const withShop = (found: Meals, measures: Measures) => ({
  ...found,
  shop: shopFor(foodTable(), found.days, measures),
})

/** Three menus to choose from, or one for each day of a week, without repeating a food while there is another. */
export const menus = (profile: Profile, options: DifferentOptions): Promise<readonly Menu[]> =>
  differentMenus(nutritionKnowledge, foodTable(), profile, options)

/** The daily target and upper limit, by age, sex, pregnancy and breastfeeding. */
export const targets = (eater: Eater): Targets => targetsFor(nutritionKnowledge, eater)

/** Warnings to show before any advice on food or supplements, the gravest first. */
export const cautions = (eater: Eater): readonly Caution[] => cautionsFor(nutritionKnowledge, eater)

/**
 * Finds foods as people type them. Building the index takes about a hundred milliseconds, so keep the returned
 * function.
 */
export const openSearch = (TextIndex: TextIndexClass): FoodSearch => foodSearch(TextIndex, foodTable())

/** A found food with its amounts and portions. */
export type FoodWithFacts = FoundFood & FoodFacts

/** Energy, the five nutrients and the portions of found foods. */
export const withFacts = (found: readonly FoundFood[]): readonly FoodWithFacts[] =>
  found.map(food => ({ ...food, ...foodFacts(foodTable(), foodTable().place.get(food.food) ?? -1) }))

/**
 * Foods ranked by what they bring of `richIn`: one nutrient, or two with a comma between. `per`: portion, 100g or
 * 100kcal. `filters`: vegan, no-dairy, no-fish, no-cooking. `age`, `sex`, `lifeStage`, `reference`, `conditions` and
 * `medicines`, `diet`, `avoid` and `dislike` as in a profile, all optional. The error is one line: what, where, how to fix it.
 */
export const richFoods = (input: Readonly<Record<string, unknown>>): RichAnswer =>
  richAnswer({ nutrition: nutritionKnowledge, article: articleFoods }, foodTable(), input)
