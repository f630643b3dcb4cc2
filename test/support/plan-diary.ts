/** Parts of a folded diary, for tests of what a plan reads from it. */
import type { Day, MedicineUse } from '../../src/diary/diary.ts'
import type { Episode } from '../../src/diary/fold.ts'

export const episodeOf = (given: Partial<Episode> = {}): Episode => ({
  id: 'e',
  complaint: 'cramp',
  region: 'calf',
  side: undefined,
  beganAt: 0,
  onsetAt: undefined,
  setOffBy: undefined,
  answered: [],
  askedAgainAt: undefined,
  ratings: [],
  notes: [],
  endedAt: undefined,
  isAskedLater: false,
  isCheckedAfter: false,
  ...given,
})

export const medicineOf = (given: Partial<MedicineUse> = {}): MedicineUse => ({
  name: 'Lasix',
  ingredient: 'furosemide',
  isCurrent: true,
  startedAt: undefined,
  stoppedAt: undefined,
  timesTaken: 0,
  lastTakenAt: undefined,
  ...given,
})

export const dayOf = (day: string, given: Partial<Day> = {}): Day => ({
  day,
  cramps: [],
  pains: [],
  drankMl: 0,
  entries: 1,
  ...given,
})
