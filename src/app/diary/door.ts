/** What other capabilities may use of this one. */
export { AboutEpisode } from './about-episode.tsx'
