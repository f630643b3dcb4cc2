/** Every entry that has to be reviewed, with how much harm it can do when it is wrong. */
import type { ReviewEntry, ReviewKind } from '../../src/evidence/review.ts'
import { type Harm, harms, type Tier } from '../../src/knowledge/vocabulary.ts'
import type { Entry } from './files.ts'
import type { Knowledge } from './read.ts'
import { textsAt } from './texts.ts'

interface Reviewed {
  readonly compiled: string
  readonly reviewedBy: string
  readonly nextReview: string
  /** How far its sources were read; for a cause this is its list of evidence, and says nothing of the kind. */
  readonly evidence?: unknown
  /** Medicines say so in their own word. */
  readonly confidence?: string
  readonly sources?: readonly (string | { readonly source: string })[]
}

/** All of them, in the order of the topics. */
export function reviewEntriesOf(knowledge: Knowledge): readonly ReviewEntry[] {
  const memory = new Set(knowledge.sources.filter(({ value }) => value.verified === 'memory').map(({ id }) => id))
  const rows = <T extends Reviewed>(
    kind: ReviewKind,
    entries: readonly Entry<T>[],
    titleOf: (value: T) => string,
    harmOf: (value: T) => Harm,
  ): readonly ReviewEntry[] =>
    entries.map(({ id, value }) => {
      const sources = sourcesOf(value)
      const { compiled, reviewedBy, nextReview } = value
      const evidence = typeof value.evidence === 'string' ? value.evidence : value.confidence
      const fromMemory = evidence === undefined ? sources.every(source => memory.has(source)) : evidence === 'memory'
      return {
        ...{ kind, id, title: titleOf(value), harm: harmOf(value) },
        ...{ compiled, reviewedBy, nextReview, sources, fromMemory },
      }
    })
  const one = <T>(entry: Entry<T> | undefined): readonly Entry<T>[] => (entry ? [entry] : [])
  return [
    ...rows(
      'finding',
      knowledge.findings,
      ({ statement }) => statement,
      ({ tierAlone }) => worst(Object.values(tierAlone).map(ofTier)),
    ),
    ...rows(
      'red-flag',
      knowledge.redFlags,
      ({ why }) => why,
      ({ tier }) => ofTier(tier),
    ),
    ...rows(
      'person-fact',
      knowledge.facts,
      ({ statement }) => statement,
      () => 'medium',
    ),
    ...rows(
      'tier',
      knowledge.tiers,
      ({ heading, action }) => `${heading}. ${action}`,
      () => 'high',
    ),
    ...rows('remedy', knowledge.remedies, ({ name }) => name, ofCautions),
    ...rows('exercise', knowledge.exercises, ({ name }) => name, ofCautions),
    ...rows(
      'plan',
      knowledge.plans,
      ({ complaint, region }) => `Plan: ${complaint}, ${region}`,
      () => 'medium',
    ),
    ...rows(
      'claim',
      knowledge.claims,
      ({ says }) => says,
      ({ harm }) => harm,
    ),
    ...rows(
      'product',
      knowledge.products,
      ({ name }) => name,
      ({ powered }) => (powered ? 'high' : 'medium'),
    ),
    ...rows(
      'need',
      knowledge.needs,
      ({ name }) => name,
      () => 'medium',
    ),
    ...rows(
      'professional',
      knowledge.professionals,
      ({ name }) => name,
      () => 'medium',
    ),
    ...rows(
      'register',
      knowledge.registers,
      ({ name }) => `Registers: ${name}`,
      () => 'low',
    ),
    ...rows(
      'cause',
      knowledge.causes.causes,
      ({ name }) => name,
      ({ tier }) => ofTier(tier),
    ),
    ...rows(
      'mimic',
      knowledge.causes.mimics,
      ({ name }) => name,
      ({ tier }) => ofTier(tier),
    ),
    ...rows(
      'pointer',
      knowledge.causes.pointers,
      ({ name }) => name,
      ({ tier }) => ofTier(tier),
    ),
    ...rows('medicine', knowledge.medicines.ingredients, ({ name }) => name, ofStopping),
    ...rows('known-medicine', knowledge.medicines.recognised, ({ name }) => name, ofStopping),
    ...rows(
      'combination',
      knowledge.medicines.urgent,
      ({ title }) => title,
      ({ tier }) => ofTier(tier),
    ),
    ...rows(
      'page',
      one(knowledge.medicines.texts && { ...knowledge.medicines.texts, id: 'medicine-advice' }),
      () => 'What is said with every medicine',
      () => 'high',
    ),
    ...rows(
      'page',
      one(knowledge.foodCautions && { ...knowledge.foodCautions, id: 'food-cautions' }),
      () => 'Cautions about food and supplements',
      () => 'high',
    ),
    ...rows(
      'page',
      one(knowledge.painkillers),
      ({ title }) => title,
      () => 'high',
    ),
    ...rows(
      'page',
      one(knowledge.urineColours),
      () => 'Colours of urine',
      () => 'medium',
    ),
    ...rows(
      'page',
      one(knowledge.emergencyNumbers),
      () => 'Emergency numbers',
      () => 'high',
    ),
  ]
}

const inParts = ['sections.*.sources', 'numbers.*.sources', 'cautions.*.sources']

/** Every source an entry cites, once; a page cites them in its parts too. */
function sourcesOf(value: Reviewed): readonly string[] {
  const own = (value.sources ?? []).map(cited => (typeof cited === 'string' ? cited : cited.source))
  return [...new Set([...own, ...textsAt(value, ...inParts).map(({ text }) => text)])]
}

const worst = (found: readonly Harm[]): Harm => harms.findLast(harm => found.includes(harm)) ?? 'none'

/** A sign that is missed does the harm of its tier; one that moves no tier may still mislead. */
function ofTier(tier: Tier | null): Harm {
  if (tier === 'emergency' || tier === 'same-day') return 'high'
  return tier === 'soon' ? 'medium' : 'low'
}

/** What would send somebody for help, or keeps a remedy from them, is what it can do to them. */
function ofCautions({ notFor }: { readonly notFor: readonly { readonly action: string }[] }): Harm {
  const actions = notFor.map(({ action }) => action)
  if (actions.some(action => action === 'emergency' || action === 'same-day')) return 'high'
  return actions.some(action => action === 'withhold' || action === 'ask-professional') ? 'medium' : 'low'
}

/** A medicine that is dangerous to stop suddenly does most harm when what is said of it is wrong. */
const ofStopping = ({ stopRisk }: { readonly stopRisk?: string | undefined }): Harm =>
  stopRisk === undefined ? 'medium' : 'high'
