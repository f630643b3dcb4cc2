/** A thread that makes one menu at a time, so that the server answers others meanwhile. Given the foods and the solver's file. */
import { parentPort, workerData } from 'node:worker_threads'
import { nutritionKnowledge } from '../knowledge/nutrition.gen.ts'
import type { FoodFile } from '../nutrition/food-file.ts'
import { openFoods } from '../nutrition/food-table.ts'
import { closeGap, type Menu } from '../nutrition/menu.ts'
import type { Profile } from '../nutrition/person.ts'
import { type HighsModule, highsSolver } from '../nutrition/solvers.ts'

export interface MenuWorkerData {
  readonly foods: string
  readonly wasm: string
}

export interface MenuAsked {
  readonly profile: Profile
  /** The longest time of one stage. */
  readonly seconds: number
}

/** Better menus on the way, then the answer. */
export type MenuTold = { readonly better: Menu } | { readonly menu: Menu } | { readonly problem: string }

type LoadHighs = (options: { readonly locateFile: () => string }) => Promise<HighsModule>

const { foods, wasm } = workerData as MenuWorkerData
const table = openFoods(JSON.parse(foods) as FoodFile)
const { default: loadHighs } = (await import('highs')) as unknown as { readonly default: LoadHighs }
const solver = highsSolver(await loadHighs({ locateFile: () => wasm }))

const tell = (told: MenuTold) => parentPort?.postMessage(told)

parentPort?.on('message', ({ profile, seconds }: MenuAsked) => {
  closeGap(nutritionKnowledge, table, profile, { solver, seconds, onBetter: better => tell({ better }) }).then(
    menu => tell({ menu }),
    (problem: unknown) => tell({ problem: String(problem) }),
  )
})
