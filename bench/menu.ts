/**
 * Menus for generated people, in Chromium through the worker of the app: when the first and the last is shown, how many
 * are proven, and the memory. For comparison, the straightforward model (whole foods in half steps, a switch for each
 * food) is solved by HiGHS, GLPK and YALPS for some of the same people; the fewest foods are compared with GLPK; and
 * every bound is checked again for 500 people. `UNKNOT_PERSONS` sets the number of people, `UNKNOT_WHOLE` the number
 * for the full model. Both the wall-clock time and the processor time of the renderer are printed: on a busy machine
 * only the second is meaningful.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { loadavg } from 'node:os'
import { solve } from 'yalps'
import { nutritionKnowledge } from '../src/knowledge/nutrition.gen.ts'
import { amountsOf, candidates, groupsOf } from '../src/nutrition/candidates.ts'
import { cautionsFor } from '../src/nutrition/cautions.ts'
import { brokenPromises } from '../src/nutrition/check.ts'
import { dayOf } from '../src/nutrition/day.ts'
import { openFoods } from '../src/nutrition/food-table.ts'
import { closeGap } from '../src/nutrition/menu.ts'
import { menuProgramme } from '../src/nutrition/menu-model.ts'
import { type Profile, parseProfile } from '../src/nutrition/person.ts'
import { type Programme, rowOf, type Solver } from '../src/nutrition/programme.ts'
import { type HighsModule, highsSolver, yalpsSolver } from '../src/nutrition/solvers.ts'
import { targetsFor } from '../src/nutrition/targets.ts'
import { madeUpPerson } from '../test/support/persons.ts'
import { openFoodPage, rendererTime } from './food-page.ts'
import { glpkSolver } from './glpk-solver.ts'
import { type Bench, quantile } from './measure.ts'
import { inChromium, whileServed } from './served.ts'

const persons = Number(process.env.UNKNOT_PERSONS ?? 200)
const whole = Number(process.env.UNKNOT_WHOLE ?? 5)
const bounded = Number(process.env.UNKNOT_BOUNDED ?? 500)
/** For one person, the results of each compared solver. */
const mostSeconds = 10

const table = openFoods(JSON.parse(readFileSync('src/knowledge/foods.gen.json', 'utf8')))
const people = Array.from({ length: persons }, (_, index) => madeUpPerson(table, index + 1))

interface MenuTime {
  readonly first: number | undefined
  readonly total: number
  readonly status: string
  /** Of the renderer, in milliseconds. */
  readonly cpu: number
}

export const benchMenu: Bench = async () => {
  const { loading, times, megabytes } = await inTheApp()
  const answered = times.filter(({ status }) => status === 'optimal' || status === 'feasible')
  const firsts = answered.map(({ first, total }) => first ?? total)
  const totals = answered.map(({ total }) => total)
  const proven = answered.filter(({ status }) => status === 'optimal').length / Math.max(1, answered.length)
  const cpus = answered.map(({ cpu }) => cpu)
  const load = loadavg()[0]?.toFixed(1)
  const wholes = await wholeModel()
  const agreement = await agrees()
  const bounds = await boundsOf()
  const figures = [
    {
      what: `first menu shown, 95th percentile of ${answered.length} people`,
      figure: `${quantile(firsts, 0.95).toFixed(0)} ms`,
      target: 'at most 500 ms',
      isMet: quantile(firsts, 0.95) <= 500,
      against: `loading foods and solver, once: ${loading.toFixed(0)} ms`,
    },
    {
      what: `last menu, 95th percentile (median ${quantile(totals, 0.5).toFixed(0)} ms; processor ${quantile(cpus, 0.5).toFixed(0)} and ${quantile(cpus, 0.95).toFixed(0)} ms; load ${load})`,
      figure: `${quantile(totals, 0.95).toFixed(0)} ms`,
      target: 'at most 2000 ms',
      isMet: quantile(totals, 0.95) <= 2000,
      against: wholes,
    },
    {
      what: 'people whose menu is proven: fewest foods exactly, later aims within 2 %',
      figure: `${(100 * proven).toFixed(1)} %`,
      target: 'at least 95 %',
      isMet: proven >= 0.95,
      against: `${times.length - answered.length} of ${times.length} had none possible`,
    },
    {
      what: 'fewest foods as GLPK finds them, given everything',
      figure: `${agreement.same} of ${agreement.decided}`,
      target: 'all',
      isMet: agreement.same === agreement.decided,
      against: `${agreement.undecided} that GLPK did not decide in ${mostSeconds} s`,
    },
    {
      what: `menus of ${bounds.people} people in which a bound is broken`,
      figure: `${bounds.broken} of ${bounds.menus}`,
      target: 'none',
      isMet: bounds.broken === 0,
      against: 'each bound counted anew from the table, without the solver',
    },
    {
      what: `memory of the page after ${times.length} menus in a row, beyond the same page before its worker began`,
      figure: `${megabytes.toFixed(0)} MB`,
      target: 'at most 150 MB',
      isMet: megabytes <= 150,
      against: 'resident memory of the renderer',
    },
  ]
  return figures
}

async function inTheApp() {
  return whileServed(address =>
    inChromium(async browser => {
      const context = await browser.newContext({ serviceWorkers: 'block' })
      const page = await context.newPage()
      const system = await browser.newBrowserCDPSession()
      const resident = async () => {
        const { processInfo } = await system.send('SystemInfo.getProcessInfo')
        const sizes = processInfo
          .filter(({ type }) => type === 'renderer')
          .map(({ id }) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1000)
        return Math.max(...sizes)
      }
      const cpuTime = () => rendererTime(system)
      await openFoodPage(page, address)
      // Waits for the page itself, whose memory does not belong to the worker.
      await page.waitForTimeout(3000)
      const before = await resident()
      const loading = await page.evaluate(
        async profile => (await globalThis.askFood('menu', { profile, without: [], own: [] })).total,
        {
          age: 40,
          sex: 'female',
          conditions: ['kidney-disease'],
          medicines: [],
        },
      )
      const times: MenuTime[] = []
      for (const profile of people) {
        const began = await cpuTime()
        const told = await page.evaluate(async each => {
          const { first, total, value } = await globalThis.askFood('menu', { profile: each, without: [], own: [] })
          const { menu } = value as { readonly menu: { readonly status: string } }
          return { first, total, status: menu.status }
        }, profile)
        times.push({ ...told, cpu: (await cpuTime()) - began })
      }
      return { loading, times, megabytes: (await resident()) - before }
    }),
  )
}

const loadHighs = createRequire(import.meta.url)('highs') as () => Promise<HighsModule>

/** The straightforward model: x half portions of each food, and a switch for each, which has the cost. */
function straightforward(profile: Profile) {
  const targets = targetsFor(nutritionKnowledge, profile)
  const day = dayOf(table, profile, targets)
  const choices = candidates(table, profile, cautionsFor(nutritionKnowledge, profile), day)
  const foods = [...new Map(choices.map(choice => [choice.food.id, choice.food])).values()]
  const halves = foods.map(food => amountsOf(food, food.most).length)
  const changes = new Map(choices.map(({ food, change }) => [food.id, change]))
  const first: Programme = {
    columns: [
      ...foods.map(({ id }, place) => ({
        name: `x${id}`,
        cost: 0,
        lower: 0,
        upper: halves[place] ?? 0,
        isInteger: true,
      })),
      ...foods.map(({ id }) => ({ name: `y${id}`, cost: 1, lower: 0, upper: 1, isInteger: true })),
    ],
    rows: [
      ...day.limits.map(({ content, least = -Infinity, most = Infinity }) =>
        rowOf(content, least, most, foods, food => ((table.per100(food.at, content) ?? 0) * food.portion.grams) / 200),
      ),
      ...foods.map(({ id }, place) => ({
        name: `switch${id}`,
        lower: -Infinity,
        upper: 0,
        columns: [place, foods.length + place],
        coefficients: [1, -(halves[place] ?? 0)],
      })),
    ],
  }
  const change = foods.map(({ id }) => changes.get(id) ?? 0)
  const energy = foods.map(food => ((table.per100(food.at, 'energy') ?? 0) * food.portion.grams) / 200)
  const switched = (costs: readonly number[], name: string, most: number) => {
    const row = rowOf(name, -Infinity, most, costs, cost => cost)
    return { ...row, columns: row.columns.map(column => foods.length + column) }
  }
  /** The programme of an objective, within the results of the previous objectives. */
  const aimed = (costOf: (column: number) => number, before: readonly (readonly [number[], number])[]): Programme => ({
    columns: first.columns.map((column, place) => ({ ...column, cost: costOf(place) })),
    rows: [...first.rows, ...before.map(([costs, most], place) => switched(costs, `aim${place}`, most + 1e-6))],
  })
  const ones = foods.map(() => 1)
  return {
    foods: () => first,
    change: (count: number) => aimed(column => change[column - foods.length] ?? 0, [[ones, count]]),
    energy: (count: number, least: number) =>
      aimed(
        column => energy[column] ?? 0,
        [
          [ones, count],
          [change, least],
        ],
      ),
  }
}

async function wholeModel(): Promise<string> {
  const solvers: Readonly<Record<string, Solver>> = {
    HiGHS: highsSolver(await loadHighs()),
    GLPK: await glpkSolver(),
    YALPS: yalpsSolver(solve),
  }
  const parts: string[] = []
  for (const [name, solver] of Object.entries(solvers)) {
    const firsts: number[] = []
    const times: number[] = []
    let decided = 0
    for (const person of people.slice(0, whole)) {
      const model = straightforward(profileOf(person))
      const began = performance.now()
      const left = () => Math.max(0.1, mostSeconds - (performance.now() - began) / 1000)
      const fewest = await solver(model.foods(), { seconds: left() })
      firsts.push((performance.now() - began) / 1000)
      if (fewest.status === 'optimal') {
        const least = await solver(model.change(fewest.cost), { seconds: left() })
        const last =
          least.status === 'optimal'
            ? await solver(model.energy(fewest.cost, least.cost), { seconds: left(), relativeGap: 0.02 })
            : least
        if (last.status === 'optimal') decided += 1
      } else if (fewest.status === 'infeasible') decided += 1
      times.push((performance.now() - began) / 1000)
    }
    if (times.length > 0)
      parts.push(
        `${name} ${quantile(firsts, 0.5).toFixed(1)} s for the fewest foods, ${quantile(times, 0.5).toFixed(1)} s for all aims, ${decided} of ${times.length} proven in ${mostSeconds} s a person`,
      )
  }
  return `the straightforward model handed whole (median): ${parts.join('; ')}`
}

/** Our result compared with GLPK's, which gets every choice and only that objective. */
async function agrees() {
  const [ours, glpk] = [highsSolver(await loadHighs()), await glpkSolver()]
  const counts = { same: 0, decided: 0, undecided: 0 }
  for (const person of people) {
    const profile = profileOf(person)
    const menu = await closeGap(nutritionKnowledge, table, profile, { solver: ours, isFewestEnough: true, seconds: 20 })
    if (menu.foods.length === 0 || menu.status !== 'optimal') continue
    const day = dayOf(table, profile, targetsFor(nutritionKnowledge, profile))
    const choices = candidates(table, profile, cautionsFor(nutritionKnowledge, profile), day)
    const eatenGroups = groupsOf(
      table,
      profile.eaten.map(({ food }) => food),
    )
    // One food fewer must be impossible.
    const rules = { limits: day.limits, families: day.families, eatenGroups, pin: [], mostFoods: menu.foods.length - 1 }
    const { status } = await glpk(menuProgramme(choices, rules, 'foods'), { seconds: mostSeconds })
    if (status === 'limit') counts.undecided += 1
    else {
      counts.decided += 1
      if (status === 'infeasible') counts.same += 1
    }
  }
  return counts
}

/** Are all bounds kept, checked without the programme? */
async function boundsOf() {
  const solver = highsSolver(await loadHighs())
  const counts = { people: bounded, menus: 0, broken: 0 }
  for (let seed = 1; seed <= bounded; seed++) {
    const profile = profileOf(madeUpPerson(table, seed))
    const cautions = cautionsFor(nutritionKnowledge, profile)
    const options = { solver, isFewestEnough: true, seconds: 2, isReasonWanted: false }
    const { foods } = await closeGap(nutritionKnowledge, table, profile, options)
    if (foods.length === 0) continue
    counts.menus += 1
    const broken = brokenPromises(table, profile, targetsFor(nutritionKnowledge, profile), cautions, foods)
    if (broken.length > 0) counts.broken += 1
  }
  return counts
}

function profileOf(input: unknown): Profile {
  const parsed = parseProfile(nutritionKnowledge, table, input)
  if (!parsed.ok) throw new Error(parsed.error)
  return parsed.profile
}
