/** What the screens of food ask of the worker, and what it answers. The table of foods lives in the worker alone. */

import type { Nutrient } from '../../knowledge/vocabulary.ts'
import type { Caution } from '../../nutrition/cautions.ts'
import type { Portion } from '../../nutrition/food-table.ts'
import type { Intake } from '../../nutrition/intake.ts'
import type { Menu, MenuFood } from '../../nutrition/menu.ts'
import type { OwnFood } from '../../nutrition/own-foods.ts'
import type { Amount } from '../../nutrition/person.ts'
import type { FoundFood } from '../../nutrition/search-foods.ts'
import type { Targets } from '../../nutrition/targets.ts'

/** Where the worker fetches what it needs. */
export interface Places {
  readonly foods: string
  readonly wasm: string
}

export interface Tasks {
  /** The best foods for what was typed; without words, these foods by number. */
  readonly find: {
    readonly with: { readonly query: string; readonly most: number; readonly scope?: 'everyday' | 'all' }
    readonly answer: readonly FoundFood[]
  }
  readonly food: { readonly with: number; readonly answer: FoodShown | undefined }
  readonly day: { readonly with: DayAsked; readonly answer: DayShown }
  /** Better menus come as `better` before the answer. */
  readonly menu: { readonly with: MenuAsked; readonly answer: MenuAnswer }
  /** Each menu comes as `better` when it is done. */
  readonly menus: { readonly with: MenusAsked; readonly answer: MenusAnswer }
}
export type Task = keyof Tasks

export interface FoodShown {
  readonly food: number
  readonly name: string
  readonly portions: readonly Portion[]
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

export type Asked = { readonly number: number; readonly places: Places } & {
  readonly [Name in Task]: { readonly task: Name; readonly with: Tasks[Name]['with'] }
}[Task]

export type Told =
  | { readonly number: number; readonly value: Tasks[Task]['answer'] }
  | { readonly number: number; readonly better: Menu }
  | { readonly number: number; readonly problem: string }
