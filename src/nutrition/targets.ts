/**
 * How much of each nutrient does this person need a day, and how much is too much? A set without a target for a
 * nutrient gives none.
 */
import { type Nutrient, nutrients } from '../knowledge/vocabulary.ts'
import type { NutritionKnowledge } from './knowledge.ts'
import type { Eater } from './person.ts'

export interface Target {
  readonly unit: 'mg' | 'µg' | 'ml'
  /** Null if this set has none for this person. */
  readonly target: number | null
  /** `RDA`, `PRI`: covers nearly all healthy people; `AI`: an intake below it is no evidence of deficiency. */
  readonly kind: 'RDA' | 'AI' | 'PRI' | null
  /**
   * The highest usual daily amount with likely no harm in healthy people; null if none is set, which does not mean that
   * any amount is harmless.
   */
  readonly upper: number | null
  /** What the upper limit counts: magnesium's counts supplements only. */
  readonly upperScope: 'all' | 'supplements'
  readonly year: number
  readonly sources: readonly string[]
}

export interface Targets {
  readonly reference: string
  readonly stage: string
  readonly nutrients: Readonly<Record<Nutrient, Target>>
  /** `upper` is the intake below which the risk of long-term illness is lower. */
  readonly sodium: Target
}

/** The targets of a person. A pregnancy outside the set's ages uses the nearest pregnant stage. */
export function targetsFor(knowledge: NutritionKnowledge, { age, sex, lifeStage, reference }: Eater): Targets {
  const set = knowledge.targets[reference]
  const stages = Object.entries(set.stages).filter(
    ([, stage]) => stage.lifeStage === lifeStage && (stage.sex === sex || stage.sex === 'any'),
  )
  const isIn = ({ from, to }: { readonly from: number; readonly to: number | null }) =>
    age >= from && (to === null || age < to)
  const nearest = stages.toSorted(([, a], [, b]) => Math.abs(a.from - age) - Math.abs(b.from - age))[0]
  const [stage] = stages.find(([, each]) => isIn(each)) ?? nearest ?? ['']
  const of = (nutrient: Nutrient | 'sodium'): Target => {
    const found = set.nutrients[nutrient]
    const [target = null, kind = null, upper = null] = found?.rows[stage] ?? []
    return {
      unit: found?.unit ?? 'mg',
      target,
      kind,
      upper,
      upperScope: found?.upperScope ?? 'all',
      year: found?.year ?? 0,
      sources: found?.sources ?? [],
    }
  }
  const all = Object.fromEntries(nutrients.map(nutrient => [nutrient, of(nutrient)])) as Record<Nutrient, Target>
  return { reference: set.name, stage, nutrients: all, sodium: of('sodium') }
}
