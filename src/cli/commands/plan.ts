/** `unknot plan`: the next 48 hours for one case, from stdin or from the interview. */
import { Command } from 'commander'
import { plan } from '../../library/plan.ts'
import { isTyped, readOneCase } from '../input.ts'
import { interview } from '../interview.ts'
import { showPlan } from '../show.ts'

export const planCommand = (): Command =>
  new Command('plan')
    .description('What to do in the next 48 hours. Asks you, or reads one case as JSON from stdin.')
    .option('--json', 'print JSON')
    .action(async ({ json }: { readonly json?: boolean }) => {
      const from = isTyped() ? await interview() : await readOneCase()
      const result = plan(from, new Date().toISOString().slice(0, 10))
      process.stdout.write(json ? `${JSON.stringify(result)}\n` : showPlan(result))
    })
