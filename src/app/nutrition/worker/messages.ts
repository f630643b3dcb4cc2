/** What the screens of food ask of the worker, and what it answers. The table of foods lives in the worker alone. */

import type { MealTime, Nutrient } from '../../../knowledge/vocabulary.ts'
import type { Caution } from '../../../nutrition/cautions.ts'
import type { Portion } from '../../../nutrition/food-table.ts'
import type { Intake } from '../../../nutrition/intake.ts'
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

/** With each call come the places, because whichever is the first opens the table. */
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
