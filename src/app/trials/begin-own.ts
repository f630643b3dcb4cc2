/** Begins a trial of the person's own words: what is a medicine, or a supplement above food, is refused before anything. */
import { notRecognised } from '../../medicines/answer.ts'
import { unfitArm } from '../../plan/trial-arms.ts'
import { defaultEpisodes, defaultLayout } from '../../trials/design.ts'
import type { OutcomeModel } from '../../trials/options.ts'
import type { Protocol } from '../../trials/protocol.ts'
import type { Layout } from '../../trials/schedule.ts'
import { lookUpAll } from '../medicines/door.ts'
import { typed } from './trial-draft.ts'

const words = {
  unfit: (name: string) => `“${name}” is a medicine, or a supplement above what food gives.`,
  unfitWhy: 'Unknot tests comfort measures and habits only. Ask a pharmacist about it.',
}

/** Undefined once the draft is at its next question; else why there is no such trial. */
export async function beginOwn(
  arms: Protocol['arms'],
  model: OutcomeModel,
  way: Layout['kind'],
): Promise<string | undefined> {
  const answers = await lookUpAll(arms.map(({ label }) => label))
  const answerOf = (label: string) => answers[arms.findIndex(arm => arm.label === label)] ?? notRecognised
  const unfit = unfitArm<Protocol['arms'][number]>(arms, answerOf)
  if (unfit) return `${words.unfit(unfit.label)} ${words.unfitWhy}`
  const layout: Layout =
    way === 'episodes' && model === 'rating'
      ? { kind: 'episodes', episodes: defaultEpisodes }
      : defaultLayout(model, arms.length)
  const question = `${arms.map(({ label }) => label).join(' or ')}?`
  typed.type({
    question: question.charAt(0).toUpperCase() + question.slice(1),
    arms,
    model,
    layout,
    facts: {},
    step: 'facts',
  })
  return undefined
}
