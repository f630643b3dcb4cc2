/** Analyses and power tables away from the screen, so that no tap waits for them. */
import { analyse } from '../trials/analyse.ts'
import { powerTable } from '../trials/design.ts'

export type TrialJob =
  | { readonly kind: 'analyse'; readonly given: Parameters<typeof analyse> }
  | { readonly kind: 'power'; readonly given: Parameters<typeof powerTable> }

export interface TrialAnswer {
  readonly id: number
  readonly answer: unknown
}

self.onmessage = ({ data }: MessageEvent<TrialJob & { readonly id: number }>) => {
  const answer = data.kind === 'analyse' ? analyse(...data.given) : powerTable(...data.given)
  self.postMessage({ id: data.id, answer } satisfies TrialAnswer)
}
