/** How the ages and sexes of those with a complaint are spread: the population, weighed by how common the complaint is. */
import type { CrowdPeople } from '../../src/knowledge/crowd-schema.ts'
import type { Complaint } from '../../src/knowledge/vocabulary.ts'
import { shareOf } from './share.ts'

/** A weight for each sex and year of age, under keys such as `female 41`. */
export function agesOf(
  { population, prevalence }: CrowdPeople,
  complaint: Complaint,
): Readonly<Record<string, number>> {
  const weights: Record<string, number> = {}
  for (const sex of ['female', 'male'] as const) {
    const bands = Object.entries(population[sex]).map(([from, people]) => ({ from: Number(from), people }))
    for (const [place, { from, people }] of bands.entries()) {
      const end = bands[place + 1]?.from ?? population.oldest + 1
      for (let age = from; age < end; age++)
        weights[`${sex} ${age}`] = (people / (end - from)) * shareOf(prevalence[complaint].share, { sex, age })
    }
  }
  return weights
}
