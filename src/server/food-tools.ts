/** The tools that food needs on Node: MiniSearch's index, and HiGHS, loaded for the first menu. */
import { existsSync, readdirSync } from 'node:fs'
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

/**
 * The solver of the app when published; otherwise beside the bundled command, or in the package `highs` when run from
 * source.
 */
function wasmFile(): string {
  const [assets = '', beside = ''] = ['../app/assets/', 'highs.wasm'].map(place =>
    fileURLToPath(new URL(place, import.meta.url)),
  )
  const ofApp = existsSync(assets) ? readdirSync(assets).find(name => /^highs-[\w-]+\.wasm$/.test(name)) : undefined
  if (ofApp !== undefined) return assets + ofApp
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve('highs/runtime')
}
