/** The design of a trial, asked in a terminal. */

import {
  type DesignRequest,
  defaultEpisodes,
  defaultLayout,
  factStatements,
  type OutcomeModel,
  type TrialFact,
  trialFacts,
} from '../library/trials.ts'
import { outcomeQuestions } from './outcome-questions.ts'
import * as prompts from './prompts.ts'

const words = {
  intro: 'Unknot: a fair trial on yourself. It tells about you only, and it promises no better pain.',
  question: 'What do you want to find out?',
  first: 'The first thing to compare',
  second: 'The second',
  third: 'A third, or leave it empty',
  outcome: 'What will you record?',
  outcomes: {
    rating: 'Pain from 0 to 10, once a day',
    count: 'How many cramps each night',
    'yes-no': 'Whether there was a cramp each night',
  },
  facts: 'Which of these are true? Space ticks, Enter goes on. Tick nothing if none is true.',
  way: 'How do the bad days come?',
  ways: { periods: 'On many days a week: compare by days', episodes: 'Now and then: compare spasm by spasm' },
  expectation: 'Which do you expect to win? 0: surely the first. 10: surely the second.',
  number: 'Give a number from 0 to 10',
  name: 'Give it a name',
  stopped: 'Stopped. Nothing was kept.',
}

/** Asks for everything a design needs. Exits if the person cancels. */
export async function askDesign(seed: number): Promise<DesignRequest> {
  prompts.intro(words.intro)
  const needed = (text: string | undefined) => (text?.trim() ? undefined : words.name)
  const question = await answer(prompts.text({ message: words.question, validate: needed }))
  const first = await answer(prompts.text({ message: words.first, validate: needed }))
  const second = await answer(prompts.text({ message: words.second, validate: needed }))
  const model = await answer(
    prompts.select<OutcomeModel>({
      message: words.outcome,
      options: (['rating', 'count', 'yes-no'] as const).map(value => ({ value, label: words.outcomes[value] })),
    }),
  )
  const third = model === 'rating' ? await answer(prompts.text({ message: words.third, defaultValue: '' })) : ''
  const arms = [first, second, third].filter(label => label.trim() !== '').map(label => ({ label: label.trim() }))
  const way =
    model === 'rating'
      ? await answer(
          prompts.select<'periods' | 'episodes'>({
            message: words.way,
            options: (['periods', 'episodes'] as const).map(value => ({ value, label: words.ways[value] })),
          }),
        )
      : 'periods'
  const ticked = await answer(
    prompts.multiselect<TrialFact>({
      message: words.facts,
      required: false,
      options: trialFacts.map(value => ({ value, label: factStatements[value] })),
    }),
  )
  const expectation = await answer(
    prompts.text({
      message: words.expectation,
      validate: text => (/^(10|\d(\.\d)?)$/.test(text ?? '') ? undefined : words.number),
    }),
  )
  return {
    question,
    arms,
    outcome: { model, question: outcomeQuestions[model] },
    facts: Object.fromEntries(trialFacts.map(fact => [fact, ticked.includes(fact)])),
    layout: way === 'episodes' ? { kind: 'episodes', episodes: defaultEpisodes } : defaultLayout(model, arms.length),
    expectation: Number(expectation),
    seed,
  }
}

async function answer<T>(asked: Promise<T>): Promise<Exclude<T, symbol>> {
  const given = await asked
  if (!prompts.isCancel(given)) return given as Exclude<T, symbol>
  prompts.cancel(words.stopped)
  process.exit(130)
}
