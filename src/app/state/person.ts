/** What is known about the person for a question outside an episode: lasting facts, and those of the newest episode. */
import { triageKnowledge } from '../../knowledge/triage.gen.ts'
import { episodeCase } from '../../plan/episode-case.ts'
import { factsOf } from '../../plan/person-facts.ts'
import type { PersonFacts } from '../../remedies/cautions.ts'
import { diary, openedAt } from './store.ts'

export function personNow(): PersonFacts {
  const { episodes, person, medicines } = diary.value
  const newest = episodes.at(-1)
  const said = {
    ...(person.pregnant === undefined ? {} : { pregnant: person.pregnant }),
    conditions: person.conditions ?? [],
    medicines: medicines.filter(({ isCurrent }) => isCurrent).map(({ name }) => name.toLowerCase()),
  }
  const nothing = { complaint: 'back', present: [], absent: [], unsure: [], context: {} } as const
  const from = newest ? episodeCase(triageKnowledge, diary.value, newest, openedAt.value) : nothing
  return factsOf(triageKnowledge, { ...from, ...said })
}
