/** Trials for the screens: where each stands, and answers from the worker. */
import { computed } from '@preact/signals'
import { type TrialProgress, trialProgressOf } from '../../plan/trial-progress.ts'
import type { Analysis, analyse } from '../../trials/analyse.ts'
import type { powerTable } from '../../trials/design.ts'
import type { Power } from '../../trials/power.ts'
import { diary, openedAt, today } from '../state/store.ts'
import { callsTo } from '../state/worker/call-worker.ts'
import type { TrialTasks } from './worker/trial.worker.ts'

/** Newest first. */
export const allTrials = computed<readonly TrialProgress[]>(() => {
  openedAt.value
  return diary.value.trials.toReversed().flatMap(log => trialProgressOf(log, today()) ?? [])
})

export const isOpen = ({ state }: TrialProgress): boolean =>
  state === 'running' || state === 'paused' || state === 'waiting'
export const openTrial = computed<TrialProgress | undefined>(() => allTrials.value.find(isOpen))

const { call, makeReady } = callsTo<TrialTasks>(
  () => new Worker(new URL('./worker/trial.worker.ts', import.meta.url), { type: 'module' }),
  'trials',
)

export const analyseAway = (...given: Parameters<typeof analyse>): Promise<Analysis> => call('analyse', given)
export const powerAway = (...given: Parameters<typeof powerTable>): Promise<readonly Power[]> => call('power', given)

/** Starts the worker before it is needed, so that an answer waits for its numbers only. */
export const warmUp = makeReady

/** SHA-256 as lower-case hex. */
export async function sha256(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}
