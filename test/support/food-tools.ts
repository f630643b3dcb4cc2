/** The real table, the real knowledge and both solvers, for the tests of food. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { solve } from 'yalps'
import { nutritionKnowledge } from '../../src/knowledge/nutrition.gen.ts'
import { openFoods } from '../../src/nutrition/food-table.ts'
import { type Profile, parseProfile } from '../../src/nutrition/person.ts'
import { type HighsModule, highsSolver, yalpsSolver } from '../../src/nutrition/solvers.ts'

export const table = openFoods(JSON.parse(readFileSync('src/knowledge/foods.gen.json', 'utf8')))
export const knowledge = nutritionKnowledge
const loadHighs = createRequire(import.meta.url)('highs') as () => Promise<HighsModule>

export const highs = highsSolver(await loadHighs())
export const yalps = yalpsSolver(solve)

export function profileOf(input: unknown): Profile {
  const parsed = parseProfile(knowledge, table, input)
  if (!parsed.ok) throw new Error(parsed.error)
  return parsed.profile
}
