/** `unknot form`: the check as a FHIR Questionnaire, and answers to it in and out. */
import { Command, Option } from 'commander'
import { type Region, regions } from '../../knowledge/vocabulary.ts'
import { caseFromResponse, questionnaire, responseFrom } from '../../library/forms.ts'
import { parseCase, triage } from '../../library/triage.ts'
import { BadInput, isTyped } from '../input.ts'
import { print } from '../output.ts'

export const formCommand = (version: string): Command =>
  new Command('form')
    .description('The check as a form: FHIR R4 Questionnaire out, QuestionnaireResponse in and out.')
    .addHelpText(
      'after',
      `
Example:
  unknot form questionnaire --region "low back" > form.json
  unknot form read < response.json               the tier of a filled form
  unknot form response < case.json               a case as a filled form

See docs/forms.md.`,
    )
    .addCommand(
      new Command('questionnaire')
        .description('Prints the form for one place of the body.')
        .addOption(new Option('--region <place>', 'where it hurts').choices(regions).makeOptionMandatory())
        .action(({ region }: { readonly region: Region }) =>
          print(`${JSON.stringify(questionnaire(region, version))}\n`),
        ),
    )
    .addCommand(
      new Command('read')
        .description('Reads a QuestionnaireResponse from stdin and prints the tier, as unknot triage --json does.')
        .action(async () => {
          const parsed = caseFromResponse(await input('a QuestionnaireResponse'))
          if (!parsed.ok) throw new BadInput(parsed.error)
          await print(`${JSON.stringify({ ...triage(parsed.case), case: parsed.case })}\n`)
        }),
    )
    .addCommand(
      new Command('response')
        .description('Reads a case from stdin and prints it as a QuestionnaireResponse.')
        .action(async () => {
          const parsed = parseCase(await input('a case'))
          if (!parsed.ok) throw new BadInput(parsed.error)
          const { region } = parsed.case
          if (region === undefined) throw new BadInput('region is missing: a form is for one place of the body')
          const { settled } = triage(parsed.case)
          await print(`${JSON.stringify(responseFrom(parsed.case, region, settled))}\n`)
        }),
    )

const mostBytes = 1_000_000

async function input(what: string): Promise<unknown> {
  if (isTyped()) throw new BadInput(`give ${what} as JSON on stdin`)
  let text = ''
  for await (const part of process.stdin.setEncoding('utf8')) {
    text += part
    if (text.length > mostBytes) throw new BadInput(`stdin is larger than ${mostBytes} bytes: give ${what}`)
  }
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new BadInput(`stdin is not JSON: give ${what}`)
  }
}
