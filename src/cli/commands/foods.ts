/** `unknot foods WORDS` finds foods as people type them; `--rich-in` ranks them; each query on stdin is answered. */
import { Command, Option } from 'commander'
import { nutrients, references } from '../../knowledge/vocabulary.ts'
import { richBases, richFoods, withFacts } from '../../library/nutrition.ts'
import { foods } from '../../server/food-tools.ts'
import { BadInput, isTyped } from '../input.ts'
import { print } from '../output.ts'
import { answerLines, jsonLines } from '../profiles.ts'
import { showFound, showRich } from '../show-foods.ts'

const mend = 'give {"id":"1","query":"bannana"} on each line'

interface Options {
  readonly json?: boolean
  readonly richIn?: string
  readonly per: string
  readonly vegan?: boolean
  /** False with `--no-dairy`, and so on. */
  readonly dairy: boolean
  readonly fish: boolean
  readonly cooking: boolean
  readonly most?: string
  readonly age?: string
  readonly sex?: string
  readonly reference?: string
  readonly conditions?: readonly string[]
  readonly medicines?: readonly string[]
}

export const foodsCommand = (): Command =>
  new Command('foods')
    .description('Finds foods by what you type, or the foods richest in a nutrient, with their amounts and portions.')
    .argument('[words...]', 'what the food is called')
    .option('--rich-in <nutrients>', `the foods richest in ${nutrients.join(', ')}; or in two, with a comma`)
    .addOption(new Option('--per <basis>', 'what they are compared by').choices(richBases).default('portion'))
    .option('--vegan', 'only vegan foods')
    .option('--no-dairy', 'no milk, cheese and the like')
    .option('--no-fish', 'no fish and no shellfish')
    .option('--no-cooking', 'only what is eaten as bought')
    .option('--most <count>', 'how many foods of the list (default: 25, with --json 50)')
    .option('--age <years>', 'for your own daily target')
    .addOption(new Option('--sex <sex>', 'for your own daily target').choices(['female', 'male']))
    .addOption(new Option('--reference <set>', 'whose targets').choices(references))
    .option('--conditions <ids...>', 'what you have, such as kidney-disease, or none; a food may be wrong for you')
    .option('--medicines <names...>', 'what you take, or none')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Examples:
  unknot foods greek yog
  unknot foods --rich-in magnesium --per 100kcal --vegan
  unknot foods --rich-in potassium --conditions none --medicines none
  echo '{"id":"1","query":"bannana"}' | unknot foods --json`,
    )
    .action(async (words: readonly string[], options: Options) => {
      const asJson = options.json ?? false
      if (options.richIn !== undefined) {
        if (words.length > 0) throw new BadInput('give words or --rich-in, not both: unknot foods --rich-in magnesium')
        return listRich(options, asJson)
      }
      if (words.length > 0 || isTyped()) {
        const query = words.join(' ')
        if (query.trim() === '')
          throw new BadInput('name a food, or a nutrient: unknot foods banana, unknot foods --rich-in magnesium')
        const found = withFacts(foods().find(query))
        return print(asJson ? `${JSON.stringify({ query, foods: found })}\n` : showFound(query, found))
      }
      await answerLines(await jsonLines(mend), async value => answerQuery(value), true)
    })

async function listRich(options: Options, asJson: boolean): Promise<void> {
  const { richIn, per, age, sex, reference, conditions, medicines } = options
  const most = options.most === undefined ? (asJson ? 50 : 25) : Number(options.most)
  if (!Number.isInteger(most) || most < 1) throw new BadInput(`--most is "${options.most}": give a whole number from 1`)
  const found = richFoods({
    richIn,
    per,
    filters: [
      ...(options.vegan ? ['vegan'] : []),
      ...(options.dairy ? [] : ['no-dairy']),
      ...(options.fish ? [] : ['no-fish']),
      ...(options.cooking ? [] : ['no-cooking']),
    ],
    ...(age === undefined ? {} : { age: Number.isNaN(Number(age)) ? age : Number(age) }),
    ...(sex === undefined ? {} : { sex }),
    ...(reference === undefined ? {} : { reference }),
    ...(conditions === undefined ? {} : { conditions: withoutNone(conditions) }),
    ...(medicines === undefined ? {} : { medicines: withoutNone(medicines) }),
  })
  if (!found.ok) throw new BadInput(found.error)
  const list = found.list.status === 'held' ? found.list : { ...found.list, foods: found.list.foods.slice(0, most) }
  await print(asJson ? `${JSON.stringify(list)}\n` : showRich(list))
}

/** "none" is an answer; a list that was not given is not. */
const withoutNone = (words: readonly string[]): readonly string[] => words.filter(word => word !== 'none')

function answerQuery(value: unknown): string | { readonly refused: string } {
  const { id, query } = (typeof value === 'object' && value !== null ? value : {}) as {
    readonly id?: unknown
    readonly query?: unknown
  }
  if (typeof query !== 'string') return { refused: `"query" is missing: ${mend}` }
  return `${JSON.stringify({ ...(id === undefined ? {} : { id }), foods: withFacts(foods().find(query)) })}\n`
}
