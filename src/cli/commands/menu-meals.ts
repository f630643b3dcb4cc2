/** `unknot menu meals`: a day or a week of breakfasts, lunches, dinners and snacks, with one shopping list. */
import { Command, InvalidArgumentError, Option } from 'commander'
import { type Measures, meals, measureSystems, parseProfile, withShop } from '../../library/nutrition.ts'
import { menuSolver } from '../../server/food-tools.ts'
import { isTyped } from '../input.ts'
import { withPersonFlags } from '../person-flags.ts'
import { answerLines, jsonLines } from '../profiles.ts'
import { showMeals } from '../show-meals.ts'

interface Options {
  readonly json?: boolean
  readonly days: number
  readonly seed: number
  readonly measures: Measures
  readonly [name: string]: unknown
}

const mend = 'give {"age":34,"sex":"female"} as one object, or one a line'

export const menuMealsCommand = (): Command =>
  withPersonFlags(
    new Command('meals').description(
      'A day or a week of meals from everyday dishes that reaches five nutrients within every limit.',
    ),
  )
    .option('--days <count>', 'how many days, 1 to 7', wholeFrom(1, 7), 1)
    .option('--seed <number>', 'another number gives another menu', wholeFrom(0, 1_000_000), 1)
    .addOption(new Option('--measures <system>', 'amounts of cooks').choices(measureSystems).default('metric'))
    .option('--json', 'print JSON, a line a person')
    .addHelpText(
      'after',
      `
None of the five nutrients is proven to prevent cramps in well-nourished people.

Examples:
  unknot menu meals --age 34 --sex female --avoid vegetarian --conditions "" --medicines "" --days 7
  echo '{"age":34,"sex":"female","conditions":[],"medicines":[]}' | unknot menu meals --json`,
    )
    .action(async ({ json: asJson = false, days, seed, measures, ...said }: Options) => {
      const isSaid = Object.keys(said).length > 0 || isTyped()
      const lines = isSaid ? [{ line: 1, value: said }] : await jsonLines(mend)
      const answer = async (value: unknown) => {
        const parsed = parseProfile(value)
        if (!parsed.ok) return { refused: parsed.error }
        const found = await meals(parsed.profile, { solver: await menuSolver(), days, seed })
        return asJson ? `${JSON.stringify(withShop(found, measures))}\n` : showMeals(found, measures)
      }
      await answerLines(lines, answer, asJson)
    })

function wholeFrom(least: number, most: number) {
  return (text: string): number => {
    const value = Number(text)
    if (!Number.isInteger(value) || value < least || value > most)
      throw new InvalidArgumentError(`give a whole number from ${least} to ${most}.`)
    return value
  }
}
