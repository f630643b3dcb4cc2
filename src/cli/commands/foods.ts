/** `unknot foods WORDS`: finds foods as people type them; or answers each query on stdin. */
import { Command } from 'commander'
import { foods } from '../../server/food-tools.ts'
import { BadInput, isTyped } from '../input.ts'
import { print } from '../output.ts'
import { answerLines, jsonLines } from '../profiles.ts'

const mend = 'give {"id":"1","query":"bannana"} on each line'

export const foodsCommand = (): Command =>
  new Command('foods')
    .description('Finds foods by what you type, slips forgiven. Their numbers go into unknot menu.')
    .argument('[words...]', 'what the food is called')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Examples:
  unknot foods greek yog
  echo '{"id":"1","query":"bannana"}' | unknot foods --json`,
    )
    .action(async (words: readonly string[], { json: asJson = false }: { readonly json?: boolean }) => {
      if (words.length > 0 || isTyped()) {
        const query = words.join(' ')
        if (query.trim() === '') throw new BadInput('name a food: unknot foods banana')
        const found = foods().find(query)
        return print(asJson ? `${JSON.stringify({ query, foods: found })}\n` : shown(found))
      }
      await answerLines(await jsonLines(mend), async value => answerQuery(value), true)
    })

function answerQuery(value: unknown): string | { readonly refused: string } {
  const { id, query } = (typeof value === 'object' && value !== null ? value : {}) as {
    readonly id?: unknown
    readonly query?: unknown
  }
  if (typeof query !== 'string') return { refused: `"query" is missing: ${mend}` }
  return `${JSON.stringify({ ...(id === undefined ? {} : { id }), foods: foods().find(query) })}\n`
}

const shown = (found: ReturnType<ReturnType<typeof foods>['find']>): string =>
  found.length === 0
    ? 'No food like that was found.\n'
    : found.map(({ food, name, usda }) => `${food}  ${name}${name === usda ? '' : `  (${usda})`}\n`).join('')
