/** What the diary shows so far: up to three sentences on the first screen, each only if the diary has the data. */
import { useEffect } from 'preact/hooks'
import { crampMedicines } from '../../knowledge/cramp-medicines.gen.ts'
import { knownSoFar } from '../../plan/known-so-far.ts'
import { loadNames, nameOf } from '../plan/door.ts'
import { diary, today } from '../state/store.ts'

const words = {
  title: 'So far',
  cramps: (before: number, lately: number) => `Cramps: ${before} in the month before, ${lately} this month.`,
  chance: 'That may be chance.',
  trial: (better: string, worse: string) => `In your trial ${better} did better than ${worse}.`,
  ask: (medicine: string) => `Next: ask about ${medicine}.`,
}

export function KnownLine() {
  useEffect(() => void loadNames(), [])
  const { cramps, trial, askAbout } = knownSoFar(diary.value, today(), id => crampMedicines.includes(id))
  if (!cramps && !trial && askAbout === undefined) return null
  return (
    <section class="card known" aria-label={words.title}>
      <p>
        {cramps && `${words.cramps(cramps.before, cramps.lately)} ${cramps.isChance ? words.chance : ''} `}
        {trial && `${words.trial(nameOf(trial.better).toLowerCase(), nameOf(trial.worse).toLowerCase())} `}
        {askAbout !== undefined && <a href="/medicines">{words.ask(askAbout)}</a>}
      </p>
    </section>
  )
}
