/** `unknot medicines NAME...`: what our sources say about a medicine, or one line for each name on stdin. */
import { Command } from 'commander'
import {
  answerInFull,
  answerTogether,
  type FullAnswer,
  readMedicine,
  type TogetherAnswer,
} from '../../library/medicines.ts'
import { answerLines } from '../answer-lines.ts'
import { BadInput, isTyped } from '../input.ts'
import { print } from '../output.ts'
import { showMedicine, showTogether } from '../show-medicine.ts'

interface MedicinesOptions {
  readonly json?: boolean
  readonly together?: boolean
}

export const medicinesCommand = (): Command =>
  new Command('medicines')
    .description(
      'Is a medicine listed with cramps? Takes names as you would type them, or JSON on stdin, one a line: {"id":"1","typed":"lasix 40 mg"}, or {"id":"2","together":["lasix","digoxin"]} for what one person takes.',
    )
    .argument('[names...]', 'names, with or without strength and form; quote a name of several words')
    .option('--together', 'judge the names together, as what one person takes')
    .option('--json', 'print JSON, a line a name')
    .action(async (names: readonly string[], { json = false, together = false }: MedicinesOptions) => {
      const shown = (typed: string, answer: FullAnswer, id?: string | number) =>
        json ? asLine(answer, id) : showMedicine(typed, answer)
      const asLine = (answer: object, id?: string | number) =>
        `${JSON.stringify({ ...(id === undefined ? {} : { id }), ...answer })}\n`
      const shownTogether = (answer: TogetherAnswer, id?: string | number) =>
        json ? asLine(answer, id) : showTogether(answer)
      if (names.length > 0 && together) await print(shownTogether(answerTogether(names)))
      else if (names.length > 0) await print(names.map(name => shown(name, answerInFull(name))).join(''))
      else if (isTyped()) throw new BadInput('name a medicine: unknot medicines "lasix 40 mg"')
      else
        await answerLines({
          wanted: 'one name as JSON on each line: {"id":"1","typed":"lasix 40 mg"}',
          asJson: json,
          answer: input => {
            const parsed = readMedicine(input)
            if (!parsed.ok) throw new BadInput(parsed.error)
            return parsed.together === undefined
              ? shown(parsed.typed, answerInFull(parsed.typed, parsed.case), parsed.id)
              : shownTogether(answerTogether(parsed.together, parsed.case), parsed.id)
          },
        })
    })
