/** The card of the open episode, once it is here: it brings the rules of triage, which the first screen does without. */
import { signal } from '@preact/signals'
import type { ComponentType } from 'preact'

export const episodeCard = signal<ComponentType | undefined>(undefined)

export async function loadEpisodeCard(): Promise<void> {
  const { EpisodeNow } = await import('./parts/episode-now.tsx')
  episodeCard.value = EpisodeNow
}
