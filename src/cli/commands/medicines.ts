/** `unknot medicines NAME...`: what our sources say about a medicine; or answers a line for each name on stdin. */
import { Command } from 'commander'
import { answerInFull, type FullAnswer, readMedicine } from '../../library/medicines.ts'
import { answerLines } from '../answer-lines.ts'
import { BadInput, isTyped } from '../input.ts'
import { print } from '../output.ts'
import { showMedicine } from '../show-medicine.ts'

export const medicinesCommand = (): Command =>
  new Command('medicines')
    .description(
      'Is a medicine listed with cramps? Takes names as you would type them, or JSON on stdin, one a line: {"id":"1","typed":"lasix 40 mg"}.',
    )
    .argument('[names...]', 'names, with or without strength and form; quote a name of several words')
    .option('--json', 'print JSON, a line a name')
    .action(async (names: readonly string[], { json = false }: { readonly json?: boolean }) => {
      const shown = (typed: string, answer: FullAnswer, id?: string | number) =>
        json ? `${JSON.stringify({ ...(id === undefined ? {} : { id }), ...answer })}\n` : showMedicine(typed, answer)
      if (names.length > 0) await print(names.map(name => shown(name, answerInFull(name))).join(''))
      else if (isTyped()) throw new BadInput('name a medicine: unknot medicines "lasix 40 mg"')
      else
        await answerLines({
          wanted: 'one name as JSON on each line: {"id":"1","typed":"lasix 40 mg"}',
          asJson: json,
          answer: input => {
            const parsed = readMedicine(input)
            if (!parsed.ok) throw new BadInput(parsed.error)
            return shown(parsed.typed, answerInFull(parsed.typed, parsed.case), parsed.id)
          },
        })
    })
