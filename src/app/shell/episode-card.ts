/** The card of the open episode, once it is here: it brings the rules of triage, which the first screen does without. */
import { signal } from '@preact/signals'
import type { ComponentType } from 'preact'

export const episodeCard = signal<ComponentType | undefined>(undefined)

/** Never rejects: a card that cannot be loaded fails when it is drawn, and the way to help stands there instead. */
export async function loadEpisodeCard(): Promise<void> {
  episodeCard.value = await import('../triage/episode-card.tsx').then(
    ({ EpisodeNow }) => EpisodeNow,
    (cause: unknown) => () => {
      throw new Error('the card of the open episode could not be loaded', { cause })
    },
  )
}
