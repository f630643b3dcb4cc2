/** The worker of food: opens the table of foods, searches it, sums a day, and lets HiGHS make the menus. */
import loadHighs from 'highs'
import MiniSearch from 'minisearch'
import { articleFoods } from '../../../knowledge/article-foods.gen.ts'
import { nutritionKnowledge } from '../../../knowledge/nutrition.gen.ts'
import { mealTimes, nutrients } from '../../../knowledge/vocabulary.ts'
import { cautionsFor } from '../../../nutrition/cautions.ts'
import type { FoodFile } from '../../../nutrition/food-file.ts'
import { type FoodTable, openFoods } from '../../../nutrition/food-table.ts'
import { intakeOf } from '../../../nutrition/intake.ts'
import { shopFor } from '../../../nutrition/meal-words.ts'
import { mealsFor } from '../../../nutrition/meals.ts'
import { closeGap, type Menu } from '../../../nutrition/menu.ts'
import { differentMenus, repeated, shoppingList } from '../../../nutrition/menus.ts'
import { withOwnFoods } from '../../../nutrition/own-foods.ts'
import { type ParsedProfile, parseProfile } from '../../../nutrition/person.ts'
import type { Solver } from '../../../nutrition/programme.ts'
import { type RichAnswer, richAnswer } from '../../../nutrition/rich-answer.ts'
import { type FoodSearch, foodSearch } from '../../../nutrition/search-foods.ts'
import { smallestChange } from '../../../nutrition/smallest-change.ts'
import { type HighsModule, highsSolver } from '../../../nutrition/solvers.ts'
import { targetsFor } from '../../../nutrition/targets.ts'
import { isWholeDay } from '../../../nutrition/whole-days.ts'
import type { SignedFile } from '../../../update/signed-file.ts'
import { answerCalls } from '../../state/worker/answer-calls.ts'
import { readTaken } from '../../state/worker/taken-file.ts'
import { viewOf } from './meal-view.ts'
import type {
  ChangeAnswer,
  ChangeAsked,
  DayAsked,
  DayNews,
  DayShown,
  FoodShown,
  FoodTasks,
  MealsAnswer,
  MealsAsked,
  MealTaps,
  MenuAnswer,
  MenuAsked,
  MenusAnswer,
  MenusAsked,
  Places,
  RichAsked,
} from './messages.ts'

let table: Promise<FoodTable> | undefined
let search: FoodSearch | undefined
let compiled: Promise<WebAssembly.Module> | undefined

const tasks: FoodTasks = {
  find: async ({ places, what }) => {
    search ??= foodSearch(MiniSearch, await openTable(places))
    return search.find(what.query, what.most, what.scope)
  },
  food: async ({ places, what }) => showFood(await openTable(places), what),
  day: async ({ places, what }) => showDay(await openTable(places), what),
  rich: async ({ places, what }) => showRich(await openTable(places), what),
  taps: async ({ places }) => showTaps(await openTable(places)),
  change: async ({ places, what }) => changeDay(await openTable(places), what),
  meals: async ({ places, what }, tell) => makeMeals(await openTable(places), what, places, tell),
  menu: async ({ places, what }, tell) => makeMenu(await openTable(places), what, places, tell),
  menus: async ({ places, what }, tell) => makeMenus(await openTable(places), what, places, tell),
}

function openTable({ foods }: Places): Promise<FoodTable> {
  table ??= fetch(foods).then(async response => {
    if (!response.ok) throw new Error(`the foods did not come: ${response.status}`)
    await takeNewer()
    return openFoods((await response.json()) as FoodFile)
  })
  table.catch(() => {
    table = undefined
  })
  return table
}

/** Limits and cautions of the signed file that the app has taken. The app verifies it at each start, before any worker runs. */
async function takeNewer(): Promise<void> {
  const text = await readTaken().catch(() => undefined)
  if (text === undefined) return
  const { content } = JSON.parse(text) as SignedFile
  const { topics } = JSON.parse(content) as { readonly topics: { readonly nutrition: typeof nutritionKnowledge } }
  Object.assign(nutritionKnowledge, topics.nutrition)
}

function showFood(foods: FoodTable, id: number): FoodShown | undefined {
  const at = foods.place.get(id)
  if (at === undefined) return undefined
  return { food: id, name: foods.nameOf(at), portions: foods.portionsOf(at), warning: foods.warningOf(at) }
}

const showTaps = (foods: FoodTable): readonly MealTaps[] =>
  mealTimes.map(meal => ({
    meal,
    foods: foods.changes.usual[meal].flatMap(food => {
      const named = foods.namedAt.get(foods.place.get(food) ?? -1)
      return named ? [{ food, name: named.name, grams: named.portion.grams }] : []
    }),
  }))

function changeDay(table: FoodTable, { profile, own }: ChangeAsked): ChangeAnswer {
  const foods = withOwnFoods(table, own)
  const parsed = readProfile(foods, profile)
  if (!parsed.ok) return { ok: false, error: parsed.error }
  const answer = smallestChange(nutritionKnowledge, foods, parsed.profile)
  return { ok: true, answer, targets: targetsFor(nutritionKnowledge, parsed.profile) }
}

function showRich(foods: FoodTable, { question, most }: RichAsked): RichAnswer {
  const found = richAnswer({ nutrition: nutritionKnowledge, article: articleFoods }, foods, question, 'kept')
  if (!found.ok) throw new Error(found.error)
  const { list } = found
  return { ok: true, list: list.status === 'held' ? list : { ...list, foods: list.foods.slice(0, most) } }
}

/** Foods that are in no table (of a recipe changed since, of a diary from elsewhere) add nothing that is known. */
function readProfile(foods: FoodTable, profile: Readonly<Record<string, unknown>>): ParsedProfile {
  const known = (list: unknown, of: (entry: unknown) => unknown) =>
    Array.isArray(list) ? list.filter(entry => foods.place.has(of(entry) as number)) : []
  const usual = known(profile.usual, food => food)
  const eaten = known(profile.eaten, entry => (entry as { readonly food: number }).food)
  return parseProfile(nutritionKnowledge, foods, { ...profile, usual, eaten }, 'kept')
}

function showDay(table: FoodTable, { profile, days, own }: DayAsked): DayShown {
  const foods = withOwnFoods(table, own)
  const parsed = readProfile(foods, profile)
  if (!parsed.ok) throw new Error(parsed.error)
  const ids = new Set(days.flatMap(day => day.map(({ food }) => food)))
  return {
    targets: targetsFor(nutritionKnowledge, parsed.profile),
    cautions: cautionsFor(nutritionKnowledge, parsed.profile),
    intakes: days.map(
      day =>
        Object.fromEntries(
          nutrients.map(nutrient => [nutrient, intakeOf(foods, day, nutrient)]),
        ) as DayShown['intakes'][number],
    ),
    isWhole: days.map(day => isWholeDay(foods, day)),
    names: Object.fromEntries([...ids].map(id => [id, foods.nameOf(foods.place.get(id) ?? -1)])),
  }
}

/** The later aims matter less than an answer: stopped, the menu says so. */
const patience = { seconds: 8, laterSeconds: 1.5 }
const inTurn = { seconds: 4, laterSeconds: 0.5 }

async function makeMenu(
  table: FoodTable,
  { profile, without, own }: MenuAsked,
  places: Places,
  onBetter: (menu: Menu) => void,
): Promise<MenuAnswer> {
  const foods = withOwnFoods(table, own)
  const parsed = readProfile(foods, profile)
  if (!parsed.ok) return { ok: false, error: parsed.error }
  const options = { solver: await solverAt(places), without, onBetter, ...patience }
  return { ok: true, menu: await closeGap(nutritionKnowledge, foods, parsed.profile, options) }
}

/** A day is seldom looked for longer than a second; the last is there after two. */
const mealSeconds = 2

async function makeMeals(
  table: FoodTable,
  { profile, own, days, seed, measures, without }: MealsAsked,
  places: Places,
  onDay: (news: DayNews) => void,
): Promise<MealsAnswer> {
  const foods = withOwnFoods(table, own)
  const parsed = readProfile(foods, profile)
  if (!parsed.ok) return { ok: false, error: parsed.error }
  // The first day needs no solver, so it does not wait for one.
  const loading = solverAt(places)
  const found = await mealsFor(nutritionKnowledge, foods, parsed.profile, {
    solver: async (programme, options) => (await loading)(programme, options),
    days,
    seed,
    without,
    seconds: mealSeconds,
    onDay: (day, place) => onDay({ day: viewOf(foods, day, measures), place }),
  })
  return {
    ok: true,
    status: found.status,
    days: found.days.map(day => viewOf(foods, day, measures)),
    reasons: found.reasons.map(({ text }) => text),
    cautions: found.cautions,
    targets: targetsFor(nutritionKnowledge, parsed.profile),
    shop: shopFor(foods, found.days, measures),
  }
}

async function makeMenus(
  table: FoodTable,
  { profile, without, own, count, again }: MenusAsked,
  places: Places,
  onMenu: (menu: Menu) => void,
): Promise<MenusAnswer> {
  const foods = withOwnFoods(table, own)
  const parsed = readProfile(foods, profile)
  if (!parsed.ok) return { ok: false, error: parsed.error }
  const options = { solver: await solverAt(places), without, count, again, onMenu, ...inTurn }
  const menus = await differentMenus(nutritionKnowledge, foods, parsed.profile, options)
  const names = repeated(menus).map(food => foods.nameOf(foods.place.get(food) ?? -1))
  return { ok: true, menus, list: shoppingList(foods, menus), repeated: names }
}

/** Compiles while it loads, which also lets the browser keep the machine code. A server may send another type. */
const compile = (wasm: string): Promise<WebAssembly.Module> =>
  WebAssembly.compileStreaming(fetch(wasm)).catch(async () =>
    WebAssembly.compile(await (await fetch(wasm)).arrayBuffer()),
  )

/**
 * A new solver for each request, because WebAssembly memory never shrinks. The program is compiled once.
 */
async function solverAt({ wasm }: Places): Promise<Solver> {
  compiled ??= compile(wasm)
  const program = await compiled
  const highs = await loadHighs({
    instantiateWasm: (imports: WebAssembly.Imports, isReady: (instance: WebAssembly.Instance) => void) => {
      void WebAssembly.instantiate(program, imports).then(isReady)
      return {}
    },
  } as Parameters<typeof loadHighs>[0])
  return highsSolver(highs as unknown as HighsModule)
}

answerCalls(tasks)
