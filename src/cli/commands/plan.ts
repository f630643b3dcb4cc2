/** `unknot plan`: the next 48 hours, from the interview or for each case on stdin. */
import { Command } from 'commander'
import { plan } from '../../library/plan.ts'
import type { Case } from '../../triage/case.ts'
import { answerCases } from '../answer.ts'
import { country } from '../country.ts'
import { isTyped } from '../input.ts'
import { interview } from '../interview.ts'
import { print } from '../output.ts'
import { showPlan } from '../show.ts'
import { today } from '../today.ts'

interface Options {
  readonly json?: boolean
  readonly country?: string
}

export const planCommand = (): Command =>
  new Command('plan')
    .description('What to do in the next 48 hours. Asks you, or reads cases as JSON, one a line, from stdin.')
    .option('--json', 'print JSON, a line a case')
    .option('--country <code>', 'where you are, for the emergency number (GB, US, ...)', country)
    .addHelpText(
      'after',
      `
Example:
  unknot plan --json < case.json

No remedy is shown before the check is settled: "kind" is then "check-first", and "ask" holds the next page.`,
    )
    .action(async ({ json: asJson = false, country: where }: Options) => {
      const answer = (given: Case) => plan(given, today())
      const show = (result: ReturnType<typeof plan>) => showPlan(result, where)
      if (!isTyped()) return answerCases({ answer, show, asJson })
      const result = answer(await interview())
      await print(asJson ? `${JSON.stringify(result)}\n` : show(result))
    })
