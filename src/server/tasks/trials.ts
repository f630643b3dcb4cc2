/**
 * The design and the analysis of a trial. A design that needs more simulated days than one request may use is refused.
 */
import { lookUp } from '../../library/medicines.ts'
import { analyse, type DesignRequest, design, parseAnalysis, parseDesign } from '../../library/trials.ts'
import { withArms } from '../../plan/trial-arms.ts'
import { answerWith, Refused, readJsonText, type Task } from './answer.ts'

/** The simulated days that one design may use, for each line of its power table: some seconds of a processor. */
const mostMadeUpDays = 64_000

/** Fitting counts or yes/no costs about as much as this many days, however short the trial. */
const daysOfAFit = { rating: 0, count: 200, 'yes-no': 200 } as const

const mend = 'send an object as in /openapi.json'

export const designTrial: Task = text => {
  const parsed = parseDesign(readJsonText(text, mend))
  if (!parsed.ok) throw new Refused(parsed.error)
  const request = { ...parsed.value, facts: withArms(parsed.value.facts, parsed.value.arms, lookUp) }
  // First without the power table, which is the expensive part: is there a trial at all, and how long is it?
  const bare = design({ ...request, powerTrials: 0 })
  if (bare.kind === 'invalid') throw new Refused(bare.error)
  if (bare.kind !== 'designed') return answerWith(bare)
  refuseTooMuch(request, bare.length)
  return answerWith(design(request))
}

export const analyseTrial: Task = text => {
  const parsed = parseAnalysis(readJsonText(text, mend))
  if (!parsed.ok) throw new Refused(parsed.error)
  const { read, options } = parsed.value
  return answerWith(analyse(read.records, options))
}

function refuseTooMuch({ powerTrials = 0, outcome }: DesignRequest, days: number): void {
  const most = Math.floor(mostMadeUpDays / (days + daysOfAFit[outcome.model]))
  if (powerTrials > most)
    throw new Refused(
      `powerTrials: ${powerTrials} for a trial of ${days} days is too much work: ask for at most ${most}`,
    )
}
