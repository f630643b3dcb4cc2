/** `unknot hydration`: how to drink, and what the colour of urine says, for one person or for each case on stdin. */
import { Command } from 'commander'
import { type Chart, colourNames, type Hydration, hydration, readHydrationCase } from '../../library/hydration.ts'
import type { Case } from '../../library/triage.ts'
import { answerLines } from '../answer-lines.ts'
import { BadInput, isTyped } from '../input.ts'
import { answer, askFacts, number } from '../interview.ts'
import { print } from '../output.ts'
import * as prompts from '../prompts.ts'
import { headOf, statementOf } from '../show.ts'
import { today } from '../today.ts'

const words = {
  age: 'How old are you, in years?',
  colour: 'What colour is your pee? The first of the day is always darker.',
  noColour: 'I have not looked',
  young: 'Unknot is made for adults: ask a clinician.',
  first: 'Answer this first:',
  most: (millilitres: number) => `Your limit: ${millilitres} ml in an hour.`,
  from65: 'At 65 and over the colour misleads. Drink at meals and when you are thirsty.',
  noChart: 'No colour chart for you.',
  rough: 'The colour is a rough guide only.',
  noAdvice: 'No advice on drinks for you here.',
  stop: 'Get help if:',
}

export const hydrationCommand = (): Command =>
  new Command('hydration')
    .description('How to drink, and the colour of pee. Asks you, or reads cases as JSON, one a line, from stdin.')
    .option('--json', 'print JSON, a line a case')
    .addHelpText(
      'after',
      `
Example:
  echo '{"age":40,"absent":["kidney-disease"],"colour":"straw"}' | unknot hydration --json

A line is a case, with "colour" if you looked: ${colourNames.join(', ')}.
What limits drinking is asked first: "kind" is then "ask", and "facts" holds the questions. Send the line back with
the answers in "present", "absent" or "unsure". Above "soon", "kind" is "help-first", and no drink is advised.`,
    )
    .action(async ({ json = false }: { readonly json?: boolean }) => {
      const shown = (result: Hydration, id?: string) =>
        json ? `${JSON.stringify({ ...(id === undefined ? {} : { id }), ...result })}\n` : show(result)
      if (isTyped()) return print(shown(await asked()))
      await answerLines({
        wanted: 'one case as JSON on each line',
        asJson: json,
        answer: input => {
          const parsed = readHydrationCase(input)
          if (!parsed.ok) throw new BadInput(parsed.error)
          return shown(hydration(parsed.case, today(), parsed.colour), parsed.case.id)
        },
      })
    })

async function asked(): Promise<Hydration> {
  let given: Case = {
    complaint: 'cramp',
    age: await number(words.age, 0, 120),
    ...{ present: [], absent: [], unsure: [], context: {}, conditions: [], medicines: [] },
  }
  for (;;) {
    const result = hydration(given, today())
    if (result.kind === 'ask') {
      given = await askFacts(
        given,
        result.facts.map(({ id }) => id),
      )
      continue
    }
    if (!('chart' in result)) return result
    // Brown is asked for even where the chart is not for this person: it is a danger at any age.
    const names = result.chart.isShown ? colourNames : colourNames.slice(-2)
    const colour = await answer(
      prompts.select({
        message: words.colour,
        options: [...names, words.noColour].map(name => ({ value: name, label: name })),
      }),
    )
    return colour === words.noColour ? result : hydration(given, today(), colour)
  }
}

function show(result: Hydration): string {
  const lines: string[] = []
  if (result.kind === 'help-first') {
    lines.push(...headOf(result.tier, undefined), '')
    for (const reason of result.because)
      lines.push(`  ${'text' in reason ? reason.text : `${statementOf(reason.id)} (${reason.id}, ${reason.tier})`}`)
  }
  if (result.kind === 'too-young') lines.push(words.young)
  if (result.kind === 'ask')
    lines.push(
      words.first,
      ...(result.age ? [`  ${words.age}`] : []),
      ...result.facts.map(({ id, text }) => `  ${text} (${id})`),
    )
  if (result.kind === 'no-advice') lines.push(words.noAdvice, ...result.because.map(({ text }) => `  ${text}`))
  if (result.kind === 'drinks') {
    const { millilitresPerHour: most, steps, points, changes } = result
    lines.push(...changes.map(({ text }) => text), ...(most === undefined ? [] : [words.most(most)]))
    lines.push(...[...steps, ...points].map(text => `  ${text}`))
  }
  if ('chart' in result) lines.push('', ...chartLines(result.chart))
  if (result.kind === 'drinks') lines.push('', words.stop, ...result.stop.map(text => `  ${text}`), '', result.effect)
  return `${lines.join('\n')}\n\n`
}

function chartLines(chart: Chart): readonly string[] {
  if (!chart.isShown)
    return [
      words.noChart,
      ...chart.because.map(({ text }) => `  ${text}`),
      ...(chart.age === undefined ? [] : [`  ${words.from65}`]),
    ]
  const { chosen, text } = chart
  return [...(chosen === undefined || text === undefined ? [] : [`${chosen}: ${text}`]), words.rough]
}
