/** `unknot triage`: interviews in the terminal, or answers each case on stdin. */
import { Command } from 'commander'
import { triage } from '../../library/triage.ts'
import { answerCases } from '../answer.ts'
import { country } from '../country.ts'
import { isTyped } from '../input.ts'
import { interview } from '../interview.ts'
import { print } from '../output.ts'
import { showTriage } from '../show.ts'
import { triageJson } from '../triage-json.ts'

interface Options {
  readonly json?: boolean
  readonly country?: string
}

export const triageCommand = (): Command =>
  new Command('triage')
    .description('How soon does this need help? Asks you, or reads cases as JSON, one a line, from stdin.')
    .option('--json', 'print JSON, a line a case')
    .option('--country <code>', 'where you are, for the emergency number (GB, US, ...)', country)
    .addHelpText(
      'after',
      `
Example:
  echo '{"complaint":"back","region":"low back","present":["saddle-numbness"]}' | unknot triage --json

A case that cannot be read gets {"line", "error"} in its place; the command then ends with 2.`,
    )
    .action(async ({ json: asJson = false, country: where }: Options) => {
      const show = (result: ReturnType<typeof triage>) => showTriage(result, where)
      if (!isTyped()) return answerCases({ answer: triage, show, json: triageJson, asJson })
      const result = triage(await interview())
      await print(asJson ? `${triageJson(result)}\n` : show(result))
    })
