/** Why the person cramps, from the newest complaint with a check. Only its screen loads this. */
import { computed, signal } from '@preact/signals'
import type { Diary, Episode } from '../../diary/fold.ts'
import { causeKnowledge } from '../../knowledge/causes.gen.ts'
import { triageKnowledge } from '../../knowledge/triage.gen.ts'
import type { Complaint } from '../../knowledge/vocabulary.ts'
import { causesFromDiary } from '../../plan/diary-hints.ts'
import { episodeCase } from '../../plan/episode-case.ts'
import { type WhyMe, whyMe } from '../../plan/why-me.ts'
import { diary, episode, openedAt } from '../state/store.ts'

/** Which complaint the person asks about, where the diary holds another than a cramp. */
export const askedAbout = signal<Complaint | undefined>(undefined)

const newestOf = (wanted: Complaint): Episode | undefined =>
  diary.value.episodes.findLast(({ complaint }) => complaint === wanted)

/** The newest of each complaint; where there is a back episode, the person says which one is meant. */
export const complaintsKnown = computed(() => ({ back: newestOf('back'), cramp: newestOf('cramp') }))

/** The episode under way, where its check asks for help first: a danger belongs to the person, whatever is asked about. */
const needsHelp = computed<Episode | undefined>(() => {
  const open = episode.value
  if (open === undefined) return undefined
  const from = episodeCase(triageKnowledge, diary.value, open, openedAt.value)
  return whyMe({ triage: triageKnowledge, causes: causeKnowledge }, from).kind === 'help-first' ? open : undefined
})

/** The newest episode of the complaint that is asked about; of a cramp, if the diary knows nothing else. */
export const complaintFor = computed<Episode | undefined>(() => {
  if (needsHelp.value) return needsHelp.value
  const { back, cramp } = complaintsKnown.value
  if (askedAbout.value !== undefined) return complaintsKnown.value[askedAbout.value]
  return back === undefined ? cramp : undefined
})

/** Must the person say first which complaint is meant? */
export const mustChoose = computed(
  () => needsHelp.value === undefined && askedAbout.value === undefined && complaintsKnown.value.back !== undefined,
)

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
