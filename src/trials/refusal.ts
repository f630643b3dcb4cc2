/**
 * When a trial is refused before any statistics, and why. A trial on yourself suits only a lasting, steady complaint
 * and a comfort measure or habit that starts and stops acting quickly (Guyatt et al., CMAJ 1988;139:497).
 */

/** The facts that must be known before a trial is offered. Unknown is never no: missing facts are asked. */
export const trialFacts = [
  'red-flag',
  'first-or-worsening',
  'rare',
  'prescribed-medicine',
  'supplement',
  'slow-or-lasting',
  'pregnant',
  'heat-or-cold-caution',
] as const
export type TrialFact = (typeof trialFacts)[number]

/** True if it applies. */
export type TrialFacts = Readonly<Partial<Record<TrialFact, boolean>>>

export interface Refusal {
  readonly fact: TrialFact
  readonly why: string
  /** What to do instead. */
  readonly instead: string
}

/** One statement each, to be ticked if it applies. */
export const factStatements: Readonly<Record<TrialFact, string>> = {
  'red-flag': 'I have a warning sign that is not cleared up yet.',
  'first-or-worsening': 'This is my first spasm, it began in the last weeks, or it is getting worse.',
  rare: 'I have pain on fewer than 3 days a week, or fewer than 3 cramps a week.',
  'prescribed-medicine': 'The trial would change a medicine that was prescribed.',
  supplement: 'The trial would test a medicine, or a supplement above what food gives.',
  'slow-or-lasting': 'What I want to test takes weeks to act, or goes on acting for weeks.',
  pregnant: 'I am pregnant or may be.',
  'heat-or-cold-caution': 'I was told to avoid heat or cold, or I feel heat and cold badly there.',
}

const refusals: Readonly<Record<TrialFact, Omit<Refusal, 'fact'>>> = {
  'red-flag': {
    why: 'A warning sign comes first.',
    instead: 'Do the check and get help as it says.',
  },
  'first-or-worsening': {
    why: 'A new spasm mostly eases by itself. Each remedy that comes later would look better.',
    instead: 'Follow the plan now. If spasms come back, compare remedies spasm by spasm.',
  },
  rare: {
    why: 'With so few bad days a trial by days would hardly ever reach an answer.',
    instead: 'Compare remedies spasm by spasm: one is drawn for each spasm.',
  },
  'prescribed-medicine': {
    why: 'Unknot never changes a prescribed medicine.',
    instead: 'Ask the person who prescribed it.',
  },
  supplement: {
    why: 'Unknot tests comfort measures and habits only.',
    instead: 'Ask a pharmacist.',
  },
  'slow-or-lasting': {
    why: 'What acts slowly or for long would spill over into the next days and look like no difference.',
    instead: 'Choose something that acts within days.',
  },
  pregnant: {
    why: 'In pregnancy pain and cramps change from week to week, and some remedies need advice first.',
    instead: 'Ask your midwife or doctor.',
  },
  'heat-or-cold-caution': {
    why: 'Heat and cold may harm skin that does not feel them well.',
    instead: 'Ask a clinician first, or compare something else.',
  },
}

export interface Screening {
  readonly refusals: readonly Refusal[]
  /** Unknown facts. */
  readonly ask: readonly TrialFact[]
}

/**
 * `isByEpisode`: a remedy drawn for each spasm suits rare and recurring spasms, so those two facts do not refuse it.
 */
export function screen(facts: TrialFacts, isByEpisode: boolean): Screening {
  const counted = trialFacts.filter(fact => !(isByEpisode && (fact === 'rare' || fact === 'first-or-worsening')))
  return {
    refusals: counted.filter(fact => facts[fact] === true).map(fact => ({ fact, ...refusals[fact] })),
    ask: counted.filter(fact => facts[fact] === undefined),
  }
}
