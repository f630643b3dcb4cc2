/** The check of the open episode: what is known, and what triage makes of it. */
import { computed } from '@preact/signals'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import { assess } from '../plan/assess.ts'
import { episodeCase } from '../plan/episode-case.ts'
import type { Case } from '../triage/case.ts'
import { diary, episode, openedAt } from './store.ts'

export const caseNow = computed<Case | undefined>(() =>
  episode.value ? episodeCase(triageKnowledge, diary.value, episode.value, openedAt.value) : undefined,
)
export const triageNow = computed(() => (caseNow.value ? assess(triageKnowledge, caseNow.value) : undefined))
