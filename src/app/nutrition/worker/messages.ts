/** What the screens of food ask of the worker, and what it answers. Only the worker has the table of foods. */

import type { MealTime, Nutrient } from '../../../knowledge/vocabulary.ts'
import type { Caution } from '../../../nutrition/cautions.ts'
import type { Portion } from '../../../nutrition/food-table.ts'
import type { Intake } from '../../../nutrition/intake.ts'
import type { Measures, ShopSection } from '../../../nutrition/meal-words.ts'
import type { MealDay, Meals } from '../../../nutrition/meals.ts'
import type { Menu, MenuFood } from '../../../nutrition/menu.ts'
import type { OwnFood } from '../../../nutrition/own-foods.ts'
import type { Amount } from '../../../nutrition/person.ts'
import type { RichAnswer } from '../../../nutrition/rich-answer.ts'
import type { FoundFood } from '../../../nutrition/search-foods.ts'
import type { SmallestChange } from '../../../nutrition/smallest-change.ts'
import type { Targets } from '../../../nutrition/targets.ts'

/** Where the worker fetches what it needs. */
export interface Places {
  readonly foods: string
  readonly wasm: string
}

/** Each call names the files, because the first call loads the table. */
export interface Asked<What> {
  readonly places: Places
  readonly what: What
}

export interface FoodTasks {
  /** The best foods for what was typed; without words, these foods by number. */
  readonly find: (asked: Asked<FindAsked>) => Promise<readonly FoundFood[]>
  readonly food: (asked: Asked<number>) => Promise<FoodShown | undefined>
  /** The list of foods rich in something, or why there is none. */
  readonly rich: (asked: Asked<RichAsked>) => Promise<RichAnswer>
  readonly day: (asked: Asked<DayAsked>) => Promise<DayShown>
  /** What may be tapped to tell a usual day. */
  readonly taps: (asked: Asked<undefined>) => Promise<readonly MealTaps[]>
  /** The smallest change to a usual day. */
  readonly change: (asked: Asked<ChangeAsked>) => Promise<ChangeAnswer>
  /** Days of meals; each comes when it is done, and the first in better versions. */
  readonly meals: (asked: Asked<MealsAsked>, tell: (day: DayNews) => void) => Promise<MealsAnswer>
  /** Better menus come before the answer. */
  readonly menu: (asked: Asked<MenuAsked>, tell: (better: Menu) => void) => Promise<MenuAnswer>
  /** Each menu comes when it is done. */
  readonly menus: (asked: Asked<MenusAsked>, tell: (menu: Menu) => void) => Promise<MenusAnswer>
}

export interface FindAsked {
  readonly query: string
  readonly most: number
  readonly scope?: 'everyday' | 'all'
}

export interface FoodShown {
  readonly food: number
  readonly name: string
  readonly portions: readonly Portion[]
  readonly warning?: string | undefined
}

/** A question in the one JSON format, and how many foods are wanted. */
export interface RichAsked {
  readonly question: Readonly<Record<string, unknown>>
  readonly most: number
}

/** A profile in the one JSON format; the worker reads it as every interface does. */
export interface DayAsked {
  readonly profile: Readonly<Record<string, unknown>>
  readonly days: readonly (readonly Amount[])[]
  /** Foods of the person's own, which may be among what was eaten. */
  readonly own: readonly OwnFood[]
}

export interface DayShown {
  readonly targets: Targets
  readonly cautions: readonly Caution[]
  /** Of each day asked for. */
  readonly intakes: readonly Readonly<Record<Nutrient, Intake>>[]
  /** Does each of the days have enough entries to count? */
  readonly isWhole: readonly boolean[]
  readonly names: Readonly<Record<number, string>>
}

export interface MealTaps {
  readonly meal: MealTime
  /** One usual portion each. */
  readonly foods: readonly { readonly food: number; readonly name: string; readonly grams: number }[]
}

/** The profile's `eaten` is the usual day. */
export interface ChangeAsked {
  readonly profile: Readonly<Record<string, unknown>>
  readonly own: readonly OwnFood[]
}

export type ChangeAnswer =
  | { readonly ok: true; readonly answer: SmallestChange; readonly targets: Targets }
  | { readonly ok: false; readonly error: string }

export interface MealsAsked extends ChangeAsked {
  readonly days: number
  readonly seed: number
  readonly measures: Measures
  /** Dishes that were swapped out. */
  readonly without: readonly number[]
}

/** A meal in words, with the foods that "Eat this" adds to the diary. */
export interface MealView {
  readonly meal: MealTime
  readonly title: string
  /** The dish, by number, if it can be swapped. */
  readonly dish: number | undefined
  readonly lines: readonly string[]
  readonly ingredients: readonly string[]
  readonly minutes: number | undefined
  readonly how: string | undefined
  readonly foods: readonly { readonly food: number; readonly name: string; readonly grams: number }[]
}

export interface DayView {
  readonly meals: readonly MealView[]
  readonly totals: MealDay['totals']
  readonly energy: number
  readonly sodium: number
  readonly short: MealDay['short']
  readonly isProven: boolean
}

export interface DayNews {
  readonly day: DayView
  readonly place: number
}

export type MealsAnswer =
  | {
      readonly ok: true
      readonly status: Meals['status']
      readonly days: readonly DayView[]
      readonly reasons: readonly string[]
      readonly cautions: readonly Caution[]
      readonly targets: Targets
      readonly shop: readonly ShopSection[]
    }
  | { readonly ok: false; readonly error: string }

export interface MenuAsked {
  readonly profile: Readonly<Record<string, unknown>>
  readonly without: readonly number[]
  readonly own: readonly OwnFood[]
}

export interface MenusAsked extends MenuAsked {
  readonly count: number
  readonly again: 'never' | 'oldest'
}

export type MenusAnswer =
  | {
      readonly ok: true
      readonly menus: readonly Menu[]
      readonly list: readonly Omit<MenuFood, 'mostFor'>[]
      /** Names of the foods that come more than once. */
      readonly repeated: readonly string[]
    }
  | { readonly ok: false; readonly error: string }

export type MenuAnswer = { readonly ok: true; readonly menu: Menu } | { readonly ok: false; readonly error: string }
