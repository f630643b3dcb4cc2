/** The check of the open episode: the answers so far, and the result of triage. */
import { computed } from '@preact/signals'
import type { Diary, Episode } from '../../diary/diary.ts'
import { triageKnowledge } from '../../knowledge/triage.gen.ts'
import { complaintAt, type Region } from '../../knowledge/vocabulary.ts'
import { assess } from '../../plan/assess.ts'
import { episodeCase } from '../../plan/episode-case.ts'
import type { Case } from '../../triage/case.ts'
import { diary, diaryIf, episode, newId, openedAt } from '../state/store.ts'

export const caseNow = computed<Case | undefined>(() => episode.value && caseOf(diary.value, episode.value))
export const triageNow = computed(() => (caseNow.value ? assess(triageKnowledge, caseNow.value) : undefined))

/** An episode with its result of triage. */
export interface Check {
  readonly open: Episode | undefined
  readonly result: ReturnType<typeof assess> | undefined
}

/** The check of an episode that would begin there now. Nothing is stored. */
export function checkIf(region: Region): Check {
  const after = diaryIf({ type: 'episode-began', episode: newId(), complaint: complaintAt(region), region })
  const open = after.episodes.at(-1)
  return { open, result: open && assess(triageKnowledge, caseOf(after, open)) }
}

/** The case of an episode that is over and has no check under way. */
export const caseOfEpisode = (over: Episode): Case => caseOf(diary.value, over)

const caseOf = (of: Diary, open: Episode): Case => episodeCase(triageKnowledge, of, open, openedAt.value)
