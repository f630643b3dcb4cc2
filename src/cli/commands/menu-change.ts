/** `unknot menu change`: the one, two or three changes to a usual day that close most of the nutrient gap. */
import { Command } from 'commander'
import {
  bringsWords,
  countWords,
  foodTable,
  headWords,
  parseProfile,
  remainsWords,
  type SmallestChange,
  smallestChange,
} from '../../library/nutrition.ts'
import { foods } from '../../server/food-tools.ts'
import { BadInput, isTyped } from '../input.ts'
import { withPersonFlags, words } from '../person-flags.ts'
import { answerLines, jsonLines } from '../profiles.ts'

interface Options {
  readonly json?: boolean
  readonly day?: readonly string[]
  readonly eaten?: readonly object[]
  readonly [name: string]: unknown
}

const mend = 'give {"age":34,"sex":"female","eaten":[{"food":9000053,"grams":268}]} as one object, or one a line'

export const menuChangeCommand = (): Command =>
  withPersonFlags(
    new Command('change').description(
      'The one, two or three changes to a usual day that close most of the gap: something added, swapped, or more of it.',
    ),
  )
    .option('--day <foods>', 'the usual day by name, as "toast and jam, 2 tea with milk, dal"', words)
    .option('--json', 'print JSON, a line a day')
    .addHelpText(
      'after',
      `
None of the five nutrients is proven to prevent cramps in well-nourished people.

Examples:
  unknot menu change --age 41 --sex female --day "toast and jam, ham sandwich, dal, white rice" --conditions "" --medicines ""
  echo '{"age":34,"sex":"female","eaten":[{"food":9000053,"grams":268}]}' | unknot menu change --json`,
    )
    .action(async ({ json: asJson = false, day, ...said }: Options) => {
      const isSaid = day !== undefined || Object.keys(said).length > 0 || isTyped()
      const eaten = [...(said.eaten ?? []), ...(day ?? []).map(portionOf)]
      const lines = isSaid ? [{ line: 1, value: { ...said, eaten } }] : await jsonLines(mend)
      await answerLines(lines, async value => answer(value, asJson), asJson)
    })

/** "2 tea with milk" is two usual portions. An ambiguous name is refused, with its possible meanings. */
function portionOf(text: string): { readonly food: number; readonly grams: number } {
  const [, count = '1', name = text] = /^(\d+(?:\.\d+)?) +(.+)$/.exec(text) ?? []
  const found = foods().find(name)
  const [first] = found
  if (!first) throw new BadInput(`--day: no food is called "${name}": look it up with "unknot foods"`)
  if (first.doubt !== undefined) {
    const like = found.slice(0, 3).map(each => `"${each.name}"`)
    throw new BadInput(`--day: "${name}" is no known food: do you mean ${like.join(', ')}?`)
  }
  const portion = foodTable().portionsOf(foodTable().place.get(first.food) ?? -1)[0]
  return { food: first.food, grams: (portion?.grams ?? 100) * Number(count) }
}

function answer(value: unknown, asJson: boolean): string | { readonly refused: string } {
  const parsed = parseProfile(value)
  if (!parsed.ok) return { refused: parsed.error }
  const result = smallestChange(parsed.profile)
  return asJson ? `${JSON.stringify(result)}\n` : shown(result)
}

function shown(result: SmallestChange): string {
  const { changes, cautions, energy, sodium } = result
  const told = [
    'None of these five is proven to prevent cramps in well-nourished people.',
    ...cautions.filter(({ action }) => action !== 'note').map(({ action, text }) => `${action.toUpperCase()}: ${text}`),
    '',
    `${headWords(result)}${changes.length > 0 ? ':' : '.'}`,
    ...changes.flatMap(change => [
      `  ${change.say}.`,
      `    ${[bringsWords(change, result), `${signed(change.energy)} kcal.`].filter(line => line !== '').join(' ')}`,
    ]),
    remainsWords(result),
    countWords(result),
    `Energy ${energy[0]} to ${energy[1]} kcal, sodium ${sodium[0]} to ${sodium[1]} mg.`,
  ]
  return `${told.filter((line, place) => line !== '' || place < 3).join('\n')}\n\n`
}

const signed = (value: number): string => (value < 0 ? String(value) : `+${value}`)
