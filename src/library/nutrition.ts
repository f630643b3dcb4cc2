/**
 * Food joined to what Unknot knows: `unknot/nutrition`. The solver and the text index are passed in, so that the library
 * needs no package: `highsSolver(await loadHighs())` of `highs`, or `yalpsSolver(solve)` of `yalps`; `MiniSearch` of
 * `minisearch`.
 */
import { foodsText } from '../knowledge/foods.gen.ts'
import { nutritionKnowledge } from '../knowledge/nutrition.gen.ts'
import { type Caution, cautionsFor } from '../nutrition/cautions.ts'
import type { FoodFile } from '../nutrition/food-file.ts'
import { type FoodTable, openFoods } from '../nutrition/food-table.ts'
import { closeGap, type Menu, type MenuOptions } from '../nutrition/menu.ts'
import { type DifferentOptions, differentMenus } from '../nutrition/menus.ts'
import { type Eater, type ParsedProfile, type Profile, parseProfile as parseWith } from '../nutrition/person.ts'
import { type FoodSearch, foodSearch, type TextIndexClass } from '../nutrition/search-foods.ts'
import { type Targets, targetsFor } from '../nutrition/targets.ts'

export type { Caution } from '../nutrition/cautions.ts'
export type { EverydayFood, FoodTable } from '../nutrition/food-table.ts'
export { type Intake, intakeOf } from '../nutrition/intake.ts'
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
export type { FoodSearch, FoundFood } from '../nutrition/search-foods.ts'
export { type HighsModule, highsSolver, yalpsSolver } from '../nutrition/solvers.ts'
export type { Targets } from '../nutrition/targets.ts'

let opened: FoodTable | undefined

/** The table of 7,754 foods; opened once, when it is first asked for. */
export function foodTable(): FoodTable {
  opened ??= openFoods(JSON.parse(foodsText) as FoodFile)
  return opened
}

/** Reads a profile from parsed JSON; the error is one line: what, where, how to mend. */
export const parseProfile = (input: unknown): ParsedProfile => parseWith(nutritionKnowledge, foodTable(), input)

/** A few foods on top of what was eaten, or a whole day, that bring five nutrients to target within every limit. */
export const menu = (profile: Profile, options: MenuOptions): Promise<Menu> =>
  closeGap(nutritionKnowledge, foodTable(), profile, options)

/** Three menus to choose from, or one a day of a week: no food twice while there is another. */
export const menus = (profile: Profile, options: DifferentOptions): Promise<readonly Menu[]> =>
  differentMenus(nutritionKnowledge, foodTable(), profile, options)

/** How much a day, and how much is too much, by age, sex, pregnancy and breastfeeding. */
export const targets = (eater: Eater): Targets => targetsFor(nutritionKnowledge, eater)

/** What must be said before any advice on food or supplements, the gravest first. */
export const cautions = (eater: Eater): readonly Caution[] => cautionsFor(nutritionKnowledge, eater)

/** Finds foods as people type them. The index takes a hundred milliseconds or so; keep what is returned. */
export const openSearch = (TextIndex: TextIndexClass): FoodSearch => foodSearch(TextIndex, foodTable())
