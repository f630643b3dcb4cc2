/** `unknot triage`: interviews in the terminal, or answers a line for each case on stdin. */
import { Command } from 'commander'
import { type Case, type ExplainedTriage, triage } from '../../library/triage.ts'
import { BadInput, inputLines, isTyped, readCase } from '../input.ts'
import { interview } from '../interview.ts'
import { showTriage } from '../show.ts'

export const triageCommand = (): Command =>
  new Command('triage')
    .description('How soon does this need help? Asks you, or reads cases as JSON, one a line, from stdin.')
    .option('--json', 'print JSON, a line a case')
    .action(async (options: { readonly json?: boolean }) => {
      if (isTyped()) {
        const result = triage(await interview())
        process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : showTriage(result))
      } else await answerLines(options.json === true)
    })

async function answerLines(asJson: boolean): Promise<void> {
  let waiting = ''
  let cases = 0
  for await (const { number, text } of inputLines()) {
    cases += 1
    try {
      const from = readCase(text, `line ${number}`)
      const result = triage(from)
      waiting += asJson ? `${JSON.stringify(lineOf(from, result))}\n` : showTriage(result)
    } catch (problem) {
      if (!(problem instanceof BadInput)) throw problem
      console.error(`unknot: ${problem.message}`)
      process.exitCode = 2
    }
    if (waiting.length > 1 << 16) {
      process.stdout.write(waiting)
      waiting = ''
    }
  }
  process.stdout.write(waiting)
  if (cases === 0) throw new BadInput('stdin is empty: give one case as JSON on each line')
}

/** The answer in the case format of the documentation. */
function lineOf(from: Case, { tier, settled, because, ask }: ExplainedTriage) {
  return { ...(from.id === undefined ? {} : { id: from.id }), tier, settled, because, ask }
}
