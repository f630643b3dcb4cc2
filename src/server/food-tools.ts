/** What food needs besides the engine, on Node: MiniSearch's index, and HiGHS, loaded when a menu is first asked for. */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import MiniSearch from 'minisearch'
import { type FoodSearch, type HighsModule, highsSolver, openSearch, type Solver } from '../library/nutrition.ts'

let search: FoodSearch | undefined
let solver: Promise<Solver> | undefined

export function foods(): FoodSearch {
  search ??= openSearch(MiniSearch)
  return search
}

export function menuSolver(): Promise<Solver> {
  solver ??= load()
  return solver
}

type LoadHighs = (options: { readonly locateFile: () => string }) => Promise<HighsModule>

async function load(): Promise<Solver> {
  const { default: loadHighs } = (await import('highs')) as unknown as { readonly default: LoadHighs }
  return highsSolver(await loadHighs({ locateFile: wasmFile }))
}

/** Beside the bundled command, or in the package when run from source. */
export function wasmFile(): string {
  const beside = fileURLToPath(new URL('highs.wasm', import.meta.url))
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve('highs/runtime')
}
