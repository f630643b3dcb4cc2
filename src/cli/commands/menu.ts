/** `unknot menu`: foods that close the nutrient gap, for the person given by flags or for each profile on stdin. */
import { Command } from 'commander'
import { type Menu, menu, parseProfile } from '../../library/nutrition.ts'
import { menuSolver } from '../../server/food-tools.ts'
import { isTyped } from '../input.ts'
import { numbers, withPersonFlags } from '../person-flags.ts'
import { answerLines, jsonLines } from '../profiles.ts'
import { menuChangeCommand } from './menu-change.ts'
import { menuMealsCommand } from './menu-meals.ts'

interface Options {
  readonly json?: boolean
  readonly age?: number
  readonly [name: string]: unknown
}

const mend = 'give {"age":34,"sex":"female"} as one object, or one a line'

export const menuCommand = (): Command =>
  withPersonFlags(
    new Command('menu').description(
      'The fewest foods that bring five nutrients to target within every limit, on top of what was eaten.',
    ),
  )
    // The subcommands have flags of the same names: see src/cli/main.ts.
    .enablePositionalOptions()
    .addCommand(menuChangeCommand())
    .addCommand(menuMealsCommand())
    .option('--pin <foods>', 'numbers of foods that must be in it', numbers)
    .option('--mode <mode>', 'gap: on top of what was eaten; day: a whole day')
    .option('--json', 'print JSON, a line a menu')
    .addHelpText(
      'after',
      `
None of the five nutrients is proven to prevent cramps in well-nourished people.

Examples:
  unknot menu --age 34 --sex female --eaten 173944=118 --conditions "" --medicines ""
  echo '{"age":34,"sex":"female","conditions":[],"medicines":[]}' | unknot menu --json`,
    )
    .action(async ({ json: asJson = false, ...said }: Options) => {
      const isSaid = Object.keys(said).length > 0 || isTyped()
      const lines = isSaid ? [{ line: 1, value: said }] : await jsonLines(mend)
      await answerLines(lines, value => answerProfile(value, asJson), asJson)
    })

async function answerProfile(value: unknown, asJson: boolean): Promise<string | { readonly refused: string }> {
  const parsed = parseProfile(value)
  if (!parsed.ok) return { refused: parsed.error }
  const result = await menu(parsed.profile, { solver: await menuSolver() })
  return asJson ? `${JSON.stringify(result)}\n` : shown(result)
}

const heads: Readonly<Record<Menu['status'], string>> = {
  optimal: 'The fewest foods that close the gap',
  feasible: 'Foods that close the gap; fewer may be possible',
  infeasible: 'No menu is possible as asked',
  held: 'On hold: no food is proposed. Ask your clinician',
}
const units = { potassium: 'mg', magnesium: 'mg', calcium: 'mg', 'vitamin-d': 'µg', zinc: 'mg' } as const

function shown({ status, foods, totals, energy, sodium, relax, cautions }: Menu): string {
  const lines = [
    'None of these five is proven to prevent cramps in well-nourished people.',
    ...cautions.filter(({ action }) => action !== 'note').map(({ action, text }) => `${action.toUpperCase()}: ${text}`),
    '',
    foods.length === 0 && status === 'optimal' ? 'Nothing is missing.' : `${heads[status]}:`,
    ...foods.map(({ food, name, portion, grams }) => `  ${name}, ${portion} (${Math.round(grams)} g, food ${food})`),
    ...relax.map(({ text }) => `  ${text}`),
    '',
    ...Object.entries(totals).map(([nutrient, { amount, target, unknown }]) => {
      const unit = units[nutrient as keyof typeof units]
      const of = target === null ? 'no target' : `of ${target} ${unit}`
      const few = unknown > 0 ? ` (${unknown} ${unknown === 1 ? 'food' : 'foods'} unknown)` : ''
      return `  ${nutrient.padEnd(10)} at least ${Math.round(amount * 10) / 10} ${of}${few}`
    }),
    `  energy ${energy} kcal, sodium ${sodium} mg`,
  ]
  return `${lines.join('\n')}\n\n`
}
