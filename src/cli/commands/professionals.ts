/** `unknot professionals`: who can help, when to choose whom, what to ask them, and where to check them. */
import { Argument, Command } from 'commander'
import {
  type ProfessionalEntry,
  professionalIds,
  professionals,
  registerCountries,
} from '../../library/professionals.ts'
import { country, guessedCountry } from '../country.ts'
import { print } from '../output.ts'
import { today } from '../today.ts'

interface Options {
  readonly country?: string
  readonly json?: boolean
}

const words = {
  past: 'This is past its review date. Do not rely on it.',
  noRegister: (code: string) =>
    `No register is known here for ${code}: your health ministry can name it. Known: ${registerCountries.join(', ')}.`,
  wait: 'Before hands-on care:',
  stop: 'Get help if, after it:',
}

export const professionalsCommand = (): Command =>
  new Command('professionals')
    .description('Who can help: what each may and may not do, when to choose whom, what to ask them.')
    .addArgument(new Argument('[who]', 'only this one').choices(professionalIds))
    .option('--country <code>', 'where you are, for the register to check them in (GB, US, ...)', country)
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Example:
  unknot professionals physiotherapist --country GB

What the article says about them: unknot claims --topic professionals`,
    )
    .action(async (who: string | undefined, { country: given, json }: Options) => {
      const code = given ?? guessedCountry()
      const found = professionals({ who, country: code }, today())
      if (json) return print(`${JSON.stringify(found)}\n`)
      const { wait, stop } = found.handsOn
      const list = (title: string, points: readonly string[]) => [title, ...points.map(text => `  ${text}`)].join('\n')
      const parts = [
        ...found.professionals.map(shown),
        ...(given !== undefined && !found.country ? [words.noRegister(given)] : []),
        list(words.wait, wait),
        list(words.stop, stop),
      ]
      await print(`${parts.join('\n\n')}\n`)
    })

function shown({ name, when, may, mayNot, ask, register, isPastReview, sources }: ProfessionalEntry): string {
  return [
    name,
    `  ${isPastReview ? words.past : `When: ${when}`}`,
    `  May: ${may.join('; ')}.`,
    `  May not: ${mayNot.join('; ')}.`,
    '  Ask:',
    ...ask.map(text => `    ${text}`),
    ...(register === undefined ? [] : [`  Check them: ${register}`]),
    `  Sources: ${sources.join(', ')}`,
  ].join('\n')
}
