/** Why the person cramps, from the newest complaint with a check. Only its screen loads this. */
import { computed, signal } from '@preact/signals'
import type { Diary, Episode } from '../../diary/fold.ts'
import { causeKnowledge } from '../../knowledge/causes.gen.ts'
import { triageKnowledge } from '../../knowledge/triage.gen.ts'
import { causesFromDiary } from '../../plan/diary-hints.ts'
import { episodeCase } from '../../plan/episode-case.ts'
import { type WhyMe, whyMe } from '../../plan/why-me.ts'
import { diary, openedAt } from '../state/store.ts'

/** The newest cramp; if there is none, the newest complaint. */
export const complaintFor = computed<Episode | undefined>(() => {
  const { episodes } = diary.value
  return episodes.findLast(({ complaint }) => complaint === 'cramp') ?? episodes.at(-1)
})

/** Answers are stored under the page `causes-1`; answering again starts `causes-2`, and only the last run counts. */
const pagePattern = /^causes-(\d+)$/
const runOf = (page: string): number => Number(pagePattern.exec(page)?.[1] ?? 0)
const begun = signal(1)
const run = computed(() =>
  Math.max(begun.value, ...(complaintFor.value?.answered ?? []).map(({ page }) => runOf(page))),
)
export const causesPage = computed(() => `causes-${run.value}`)

export function answerAgain(): void {
  begun.value = run.value + 1
}

/** Evening stretches if they suit an episode under way, otherwise its plan; without an episode the timed release. */
export function stretchPlace(): string {
  const open = complaintFor.value
  if (!open || open.endedAt !== undefined) return '/cramp'
  return ['calf', 'foot', 'hamstring', 'shin'].includes(open.region) ? '/start/pre-bed-stretching' : '/plan'
}

export const askedNow = computed<readonly string[]>(() =>
  (complaintFor.value?.answered ?? [])
    .filter(({ page }) => page === causesPage.value)
    .flatMap(({ present, absent, unsure }) => [...present, ...absent, ...unsure]),
)

export const whyNow = computed<WhyMe | undefined>(() => {
  const open = complaintFor.value
  if (!open) return undefined
  const from = episodeCase(triageKnowledge, withoutEarlierRuns(diary.value), open, openedAt.value)
  return whyMe({ triage: triageKnowledge, causes: causeKnowledge }, from, {
    asked: askedNow.value,
    fromDiary: causesFromDiary(diary.value),
  })
})

const withoutEarlierRuns = (whole: Diary): Diary => ({
  ...whole,
  episodes: whole.episodes.map(episode => ({
    ...episode,
    answered: episode.answered.filter(({ page }) => runOf(page) === 0 || page === causesPage.value),
  })),
})
