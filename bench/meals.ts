/**
 * Days of meals for generated people, in Chromium through the worker of the app: when the first day is shown, when the
 * last, and how many are proven the best. Each person gets a fresh worker, which opens the table of foods and compiles
 * the solver, because that is what the screen does after a change. For comparison, the same programmes are handed whole
 * to HiGHS, GLPK and YALPS. `UNKNOT_PERSONS` sets the number of people, `UNKNOT_WHOLE` the number for the whole
 * programme. Both the wall-clock time and the processor time of the renderer are printed: on a busy machine only the
 * second is meaningful.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { loadavg } from 'node:os'
import { solve } from 'yalps'
import { nutritionKnowledge } from '../src/knowledge/nutrition.gen.ts'
import { cautionsFor } from '../src/nutrition/cautions.ts'
import { openFoods } from '../src/nutrition/food-table.ts'
import { costFor, isOpenOn } from '../src/nutrition/meal-costs.ts'
import { dayProgramme } from '../src/nutrition/meal-model.ts'
import { leastProtein, servedTo } from '../src/nutrition/meal-plates.ts'
import { parseProfile } from '../src/nutrition/person.ts'
import type { Programme, Solver } from '../src/nutrition/programme.ts'
import { type HighsModule, highsSolver, yalpsSolver } from '../src/nutrition/solvers.ts'
import { targetsFor } from '../src/nutrition/targets.ts'
import { madeUpPerson } from '../test/support/persons.ts'
import { openFoodPage, rendererTime } from './food-page.ts'
import { glpkSolver } from './glpk-solver.ts'
import { type Bench, quantile } from './measure.ts'
import { inChromium, whileServed } from './served.ts'

const persons = Number(process.env.UNKNOT_PERSONS ?? 60)
const whole = Number(process.env.UNKNOT_WHOLE ?? 5)
/** For one person with one of the compared solvers. */
const mostSeconds = 10
const daysOfWeek = 7

const table = openFoods(JSON.parse(readFileSync('src/knowledge/foods.gen.json', 'utf8')))
/** A whole day is wanted, so nothing was eaten. Every fourth is vegan. */
const people = Array.from({ length: persons }, (_, index) => {
  const { avoid, ...person } = madeUpPerson(table, index + 1)
  const words = (avoid as readonly string[]).filter(word => word !== 'vegetarian')
  return { ...person, avoid: index % 4 === 3 ? [...words, 'vegan'] : avoid, eaten: [], mode: 'day' }
})

interface MealsTime {
  readonly first: number | undefined
  readonly total: number
  readonly days: number
  readonly proven: number
  /** Of the renderer, in milliseconds. */
  readonly cpu: number
}

export const benchMeals: Bench = async () => {
  const before = loadavg()[0] ?? 0
  const { opening, days, week } = await inTheApp()
  const load = `load ${before.toFixed(1)} to ${(loadavg()[0] ?? 0).toFixed(1)}`
  const answered = days.filter(each => each.days > 0)
  const firsts = answered.map(({ first, total }) => first ?? total)
  const totals = answered.map(({ total }) => total)
  const cpus = answered.map(({ cpu }) => cpu)
  const proven = answered.filter(each => each.proven === each.days).length / Math.max(1, answered.length)
  const spread = (values: readonly number[]) =>
    `median ${quantile(values, 0.5).toFixed(0)} ms, largest ${Math.max(...values).toFixed(0)} ms`
  return [
    {
      what: `first day of meals shown, 95th percentile of ${answered.length} people (${spread(firsts)}; ${load})`,
      figure: `${quantile(firsts, 0.95).toFixed(0)} ms`,
      target: 'at most 1000 ms',
      isMet: quantile(firsts, 0.95) <= 1000,
      against: `a new worker that opens the foods and answers without a solver: ${spread(opening)}`,
    },
    {
      what: `last day of meals, 95th percentile (${spread(totals)}; processor ${spread(cpus)}; ${load})`,
      figure: `${quantile(totals, 0.95).toFixed(0)} ms`,
      target: 'at most 2000 ms',
      isMet: quantile(totals, 0.95) <= 2000,
      against: await wholeProgrammes(),
    },
    {
      what: 'people whose day is proven the best',
      figure: `${(100 * proven).toFixed(1)} %`,
      target: 'at least 95 %',
      isMet: proven >= 0.95,
      against: `${days.length - answered.length} of ${days.length} had no day`,
    },
    {
      what: `a week of meals for ${week.length} people, for each day`,
      figure: `${quantile(
        week.map(({ total, days: made }) => total / Math.max(1, made)),
        0.95,
      ).toFixed(0)} ms at the 95th percentile`,
      target: 'at most 2000 ms',
      isMet: week.every(({ total, days: made }) => total / Math.max(1, made) <= 2000),
      against: `processor ${spread(week.map(({ cpu, days: made }) => cpu / Math.max(1, made)))} a day`,
    },
  ]
}

async function inTheApp() {
  return whileServed(address =>
    inChromium(async browser => {
      const context = await browser.newContext({ serviceWorkers: 'block' })
      const page = await context.newPage()
      const system = await browser.newBrowserCDPSession()
      await openFoodPage(page, address)
      const make = async (profile: object, days: number): Promise<MealsTime> => {
        const began = await rendererTime(system)
        const told = await page.evaluate(
          async what => {
            const { first, total, value } = await globalThis.askFood('meals', what, true)
            const { days: made } = value as { readonly days: readonly { readonly isProven: boolean }[] }
            return { first, total, days: made.length, proven: made.filter(({ isProven }) => isProven).length }
          },
          { profile, own: [], days, seed: 1, measures: 'metric', without: [] },
        )
        return { ...told, cpu: (await rendererTime(system)) - began }
      }
      const opening: number[] = []
      for (let count = 0; count < 10; count++)
        opening.push(await page.evaluate(async () => (await globalThis.askFood('taps', undefined, true)).total))
      const days: MealsTime[] = []
      for (const person of people) days.push(await make(person, 1))
      const week: MealsTime[] = []
      for (const person of people.slice(0, Math.ceil(persons / 10))) week.push(await make(person, daysOfWeek))
      return { opening, days, week }
    }),
  )
}

const loadHighs = createRequire(import.meta.url)('highs') as () => Promise<HighsModule>

/** The first day of a person as one programme. */
function wholeProgramme(input: unknown): Programme {
  const parsed = parseProfile(nutritionKnowledge, table, input)
  if (!parsed.ok) throw new Error(parsed.error)
  const { profile } = parsed
  const open = servedTo(table, profile, cautionsFor(nutritionKnowledge, profile)).filter(choice =>
    isOpenOn(table, profile, choice, []),
  )
  return dayProgramme(table, open, {
    targets: targetsFor(nutritionKnowledge, profile),
    profile,
    protein: leastProtein(profile),
    costOf: costFor(profile, [], 1),
    isElastic: false,
    refused: [],
  })
}

async function wholeProgrammes(): Promise<string> {
  const programmes = people.slice(0, whole).map(wholeProgramme)
  const solvers: Readonly<Record<string, Solver>> = {
    HiGHS: highsSolver(await loadHighs()),
    GLPK: await glpkSolver(),
    YALPS: yalpsSolver(solve),
  }
  const parts: string[] = []
  for (const [name, solver] of Object.entries(solvers)) {
    const times: number[] = []
    let decided = 0
    for (const programme of programmes) {
      const began = performance.now()
      const { status } = await solver(programme, { seconds: mostSeconds })
      times.push((performance.now() - began) / 1000)
      if (status !== 'limit') decided += 1
    }
    if (times.length > 0)
      parts.push(
        `${name} ${quantile(times, 0.5).toFixed(1)} s, ${decided} of ${times.length} solved in ${mostSeconds} s`,
      )
  }
  return `the programme handed whole (median): ${parts.join('; ')}`
}
