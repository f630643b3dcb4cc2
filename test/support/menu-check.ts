/** Made-up foods with round figures, and a good menu of three of them, for the tests of the check of menus. */
import { type Content, type Nutrient, nutrients } from '../../src/knowledge/vocabulary.ts'
import type { Caution } from '../../src/nutrition/cautions.ts'
import { brokenPromises } from '../../src/nutrition/check.ts'
import type { EverydayFood, FoodTable } from '../../src/nutrition/food-table.ts'
import type { Amount, Profile } from '../../src/nutrition/person.ts'
import type { Target, Targets } from '../../src/nutrition/targets.ts'

type Said = Partial<Record<Content, number | null>>
export interface MadeUp extends Partial<Omit<EverydayFood, 'id' | 'at'>> {
  readonly id: number
  /** Of 100 g; what is left out is 100 of each nutrient, 400 mg sodium and 500 kcal. */
  readonly holds?: Said
  readonly isEveryday?: boolean
}

export const bread: MadeUp = { id: 1, name: 'Bread', group: 'grains', kind: 'Bread' }
export const apple: MadeUp = { id: 2, name: 'Apple', group: 'fruit', kind: 'Apples' }
export const beans: MadeUp = { id: 3, name: 'Beans', group: 'legumes-nuts', kind: 'Beans' }

function tableOf(foods: readonly MadeUp[], together: readonly (readonly [string, number])[] = []): FoodTable {
  const everyday = foods.map(
    ({ id, holds: _holds, isEveryday: _isEveryday, ...own }, at): EverydayFood => ({
      at,
      id,
      name: `Food ${id}`,
      also: '',
      group: 'grains',
      diet: 'vegan',
      contains: [],
      portion: { words: '1 portion', grams: 100 },
      most: 200,
      kind: `Kind ${id}`,
      family: '',
      isSuggested: true,
      isLeafy: false,
      isStaple: true,
      isForPregnancy: true,
      isIngredient: false,
      needsCooking: false,
      ...own,
    }),
  )
  return {
    source: 'made up',
    ids: foods.map(({ id }) => id),
    names: foods.map(({ name }) => name ?? ''),
    groups: [],
    everyday,
    place: new Map(foods.map(({ id }, at) => [id, at])),
    namedAt: new Map(),
    warningOf: () => undefined,
    partsOf: () => [],
    changes: { usual: { breakfast: [], lunch: [], dinner: [], snack: [], drink: [] }, adds: [], jobs: [] },
    meals: {
      dishes: [],
      extras: { breakfast: [], lunch: [], dinner: [], snack: [], drink: [] },
      shop: { sections: [], bought: [] },
    },
    everydayAt: new Map(everyday.filter(({ at }) => foods[at]?.isEveryday !== false).map(food => [food.at, food])),
    together: new Map(together),
    per100: (at, content) => {
      const said = foods[at]?.holds?.[content]
      if (said !== undefined) return said
      return content === 'energy' ? 500 : content === 'sodium' ? 400 : 100
    },
    nameOf: at => everyday[at]?.name ?? '',
    portionsOf: () => [],
  }
}

const anyone: Profile = {
  id: undefined,
  age: 34,
  sex: 'female',
  lifeStage: 'none',
  reference: 'us-canada',
  conditions: [],
  medicines: [],
  eaten: [],
  avoid: [],
  diet: 'omnivore',
  dislike: [],
  usual: [],
  home: [],
  pin: [],
  energy: [1200, 2000],
  mode: 'day',
}

export const target = (
  least: number | null,
  upper: number | null,
  upperScope: Target['upperScope'] = 'all',
): Target => ({
  unit: 'mg',
  target: least,
  kind: 'RDA',
  upper,
  upperScope,
  year: 2026,
  sources: [],
})
const targetsWith = (own: Partial<Record<Nutrient | 'sodium', Target>> = {}): Targets => {
  const { sodium = target(null, 2000), ...others } = own
  const all = Object.fromEntries(nutrients.map(nutrient => [nutrient, target(300, 600)])) as Targets['nutrients']
  return { reference: 'made up', stage: '', nutrients: { ...all, ...others }, sodium }
}

export interface Given {
  readonly foods?: readonly MadeUp[]
  readonly together?: readonly (readonly [string, number])[]
  readonly profile?: Partial<Profile>
  readonly targets?: Partial<Record<Nutrient | 'sodium', Target>>
  readonly cautions?: readonly Partial<Caution>[]
  readonly menu?: readonly Amount[]
  readonly short?: readonly Nutrient[]
}
export const one = ({ id }: MadeUp, grams = 100): Amount => ({ food: id, grams })

/** What the check finds in a good menu of three foods, changed by what is given. */
export const brokenWith = ({
  foods = [bread, apple, beans],
  menu = foods.map(food => one(food)),
  ...given
}: Given = {}) =>
  brokenPromises(
    tableOf(foods, given.together),
    { ...anyone, ...given.profile },
    targetsWith(given.targets),
    (given.cautions ?? []) as readonly Caution[],
    menu,
    given.short,
  )
