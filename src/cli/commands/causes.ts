/** `unknot causes`: interviews in the terminal, or prints one line for each case on stdin. */

import { Command } from 'commander'
import { readCauseCase, type WhyMe, whyMe } from '../../library/causes.ts'
import type { Case } from '../../library/triage.ts'
import { answerLines } from '../answer-lines.ts'
import { BadInput, isTyped } from '../input.ts'
import { answer, interview } from '../interview.ts'
import { print } from '../output.ts'
import * as prompts from '../prompts.ts'
import { showWhyMe } from '../show-causes.ts'

export const causesCommand = (): Command =>
  new Command('causes')
    .description('Why do I cramp? Asks you, or reads cases as JSON, one a line, from stdin.')
    .option('--json', 'print JSON, a line a case')
    .action(async ({ json = false }: { readonly json?: boolean }) => {
      const shown = (result: WhyMe, id?: string) =>
        json ? `${JSON.stringify({ ...(id === undefined ? {} : { id }), ...result })}\n` : showWhyMe(result)
      if (isTyped()) await print(shown(await askCauses(await interview())))
      else
        await answerLines({
          wanted: 'one case as JSON on each line',
          asJson: json,
          answer: input => {
            const parsed = readCauseCase(input)
            if (!parsed.ok) throw new BadInput(parsed.error)
            return shown(whyMe(parsed.case, parsed.asked ? { asked: parsed.asked } : {}), parsed.case.id)
          },
        })
    })

/** Asks questions until none is left that could change the order. */
async function askCauses(start: Case): Promise<WhyMe> {
  let from = start
  const asked: string[] = []
  for (;;) {
    const result = whyMe(from, { asked })
    if (result.kind !== 'causes' || result.next === null) return result
    const { id, text } = result.next
    const given = await answer(
      prompts.select<'present' | 'absent' | 'unsure'>({
        message: text,
        options: [
          { value: 'present', label: 'Yes' },
          { value: 'absent', label: 'No' },
          { value: 'unsure', label: 'Not sure' },
        ],
      }),
    )
    asked.push(id)
    from = { ...from, [given]: [...from[given], id] }
  }
}
