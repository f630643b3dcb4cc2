/** Finds foods for typed text, and makes menus. The table of foods and the solver are loaded on first use. */
import {
  type Measures,
  meals,
  measureSystems,
  menu,
  parseProfile,
  richFoods,
  smallestChange,
  withFacts,
  withShop,
} from '../../library/nutrition.ts'
import { foods, menuSolver } from '../food-tools.ts'
import { answerWith, Refused, readJsonText, type Task } from './answer.ts'

/**
 * A menu has three stages; each may take this share of the time, so that the last has begun before the time is over.
 */
const shareOfAStage = 0.3

export const findFoods: Task = words => answerWith({ foods: withFacts(foods().find(words)) })

/** `most`: how many of the list are sent. */
export const listRichFoods: Task = text => {
  const { most, ...question } = readJsonText(text, 'send one question') as Record<string, unknown>
  const found = richFoods(question)
  if (!found.ok) throw new Refused(found.error)
  const { list } = found
  return answerWith(list.status === 'held' ? list : { ...list, foods: list.foods.slice(0, Number(most)) })
}

export const makeMenu: Task = async (text, { seconds, onBetter }) => {
  const parsed = parseProfile(readJsonText(text, 'send one profile object'))
  if (!parsed.ok) throw new Refused(parsed.error)
  const solver = await menuSolver()
  const found = await menu(parsed.profile, {
    solver,
    seconds: seconds * shareOfAStage,
    onBetter: better => onBetter(JSON.stringify(better)),
  })
  return answerWith(found)
}

export const changeDay: Task = text => {
  const parsed = parseProfile(readJsonText(text, 'send one profile object, with the usual day as "eaten"'))
  if (!parsed.ok) throw new Refused(parsed.error)
  return answerWith(smallestChange(parsed.profile))
}

/** A day is up to three solver calls; the first is there long before the last. */
export const makeMeals: Task = async (text, { seconds }) => {
  const sent = readJsonText(text, 'send one profile object')
  const isObject = typeof sent === 'object' && sent !== null && !Array.isArray(sent)
  const { days = 1, seed = 1, measures = 'metric', ...profile } = (isObject ? sent : {}) as Record<string, unknown>
  if (!isWhole(days, 1, 7)) throw new Refused(`days is ${JSON.stringify(days)}: give a whole number from 1 to 7`)
  if (!isWhole(seed, 0, 1_000_000)) throw new Refused(`seed is ${JSON.stringify(seed)}: give a whole number from 0`)
  const system = measureSystems.find(each => each === measures)
  if (!system) throw new Refused(`measures is ${JSON.stringify(measures)}: give one of ${measureSystems.join(', ')}`)
  const parsed = parseProfile(isObject ? profile : sent)
  if (!parsed.ok) throw new Refused(parsed.error)
  const solver = await menuSolver()
  const found = await meals(parsed.profile, { solver, days, seed, seconds: seconds * shareOfAStage })
  return answerWith(withShop(found, system satisfies Measures))
}

const isWhole = (value: unknown, least: number, most: number): value is number =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most
