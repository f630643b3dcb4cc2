/**
 * The card of the open episode. It loads on its own, because it needs the rules of triage, which the first screen does
 * not.
 */
import { signal } from '@preact/signals'
import type { ComponentType } from 'preact'

export const episodeCard = signal<ComponentType | undefined>(undefined)

/** Never rejects: if the card cannot be loaded, it fails when it is drawn, and the way to help is shown instead. */
export async function loadEpisodeCard(): Promise<void> {
  episodeCard.value = await import('../triage/episode-card.tsx').then(
    ({ EpisodeNow }) => EpisodeNow,
    (cause: unknown) => () => {
      throw new Error('the card of the open episode could not be loaded', { cause })
    },
  )
}
