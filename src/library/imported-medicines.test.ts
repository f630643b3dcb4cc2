/** Medicines of another program's file, from the file to what the check and the judging of several together say. */
import { describe, expect, it } from 'vitest'
import { added, preview, undone } from '../../test/support/imports.ts'
import type { DiaryEvent } from '../diary/event.ts'
import { fold } from '../diary/fold.ts'
import { withIngredients } from '../exchange/medicine-names.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import { assess } from '../plan/assess.ts'
import { episodeCase } from '../plan/episode-case.ts'
import { takenNow } from '../plan/taken-now.ts'
import { dayLong } from '../time.ts'
import { answerTogether, holdingsOf } from './medicines.ts'

const noon = Date.parse('2026-11-01T11:00:00Z')
const taking = (text: string, more: object = {}) => ({
  resource: {
    resourceType: 'MedicationStatement',
    status: 'active',
    medicationCodeableConcept: { text },
    effectivePeriod: { start: '2026-10-20' },
    ...more,
  },
})
const bundle = (...entry: readonly object[]) => JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry })
const table = (...rows: readonly string[]) => ['date,time,medicine', ...rows].join('\n')
const columns = { date: 'date', time: 'time', medicine: 'medicine' } as const

/** The diary after the file, as the app and the command make it. */
async function importedInto(diary: readonly DiaryEvent[], file: string) {
  const planned = await preview(file, diary, undefined, { columns })
  const named = withIngredients(planned, holdingsOf(planned.unknownMedicines))
  return { named, diary: added(diary, named) }
}

/** A cramp of the calf now, with these signs. */
const cramp = (...present: readonly string[]): readonly DiaryEvent[] => {
  const at = new Date(noon).toISOString()
  return [
    { id: 'a', v: 2, at, type: 'episode-began', episode: 'e', complaint: 'cramp', region: 'calf' },
    { id: 'b', v: 2, at, type: 'answered', episode: 'e', page: 'any', present: [...present], absent: [], unsure: [] },
  ]
}

function assessed(events: readonly DiaryEvent[], now = noon) {
  const diary = fold(events)
  const episode = diary.episodes.at(-1)
  if (!episode) throw new Error('no episode')
  const found = episodeCase(triageKnowledge, diary, episode, now)
  return { ...assess(triageKnowledge, found), medicines: found.medicines }
}

describe('an imported medicine', () => {
  const signs = cramp('kidneys-weak', 'weakness-general')

  it('raises the tier: two that raise potassium, as a clinic names them, with weakness', async () => {
    expect(assessed(signs).tier).not.toBe('emergency')
    const file = bundle(taking('Spironolactone 25 MG Oral Tablet'), taking('Losartan Potassium 50 MG Oral Tablet'))
    const { diary } = await importedInto(signs, file)
    const { tier, medicines, because } = assessed(diary)
    expect(tier).toBe('emergency')
    expect(medicines).toEqual(['losartan', 'spironolactone'])
    expect(because.map(reason => ('id' in reason ? reason.id : ''))).toContain('high-potassium-two')
  })

  it('counts with all that a combination holds: the half that raises potassium is not lost behind the other', async () => {
    const { diary } = await importedInto(
      signs,
      bundle(taking('Co-amilofruse 5mg/40mg tablets'), taking('Ramipril 5mg')),
    )
    expect(assessed(diary).medicines).toEqual(['amiloride', 'furosemide', 'ramipril'])
    expect(assessed(diary).tier).toBe('emergency')
    expect(fold(diary).medicines.map(({ name }) => name)).toEqual([
      'Co-amilofruse 5mg/40mg tablets: amiloride',
      'Co-amilofruse 5mg/40mg tablets: furosemide',
      'Ramipril 5mg',
    ])
    const without = (await importedInto(signs, bundle(taking('Furosemide 40mg'), taking('Ramipril 5mg')))).diary
    expect(assessed(without).tier).not.toBe('emergency')
  })

  it('is stopped with everything that it holds', async () => {
    const over = { status: 'stopped', effectivePeriod: { start: '2026-09-01', end: '2026-10-01' } }
    const { diary } = await importedInto(signs, bundle(taking('Co-amilofruse 5mg/40mg tablets', over)))
    expect(assessed(diary).medicines).toEqual([])
    expect(fold(diary).medicines.map(({ isCurrent }) => isCurrent)).toEqual([false, false])
  })

  it('written down as taken counts for 7 days', async () => {
    const { diary } = await importedInto(
      signs,
      table('2026-10-31,08:00,Spironolactone', '2026-10-31,08:00,Ramipril 5mg'),
    )
    expect(assessed(diary).tier).toBe('emergency')
    expect(assessed(diary, noon + 8 * dayLong).medicines).toEqual([])
  })

  it('is judged together with the others', async () => {
    const { diary } = await importedInto([], bundle(taking('Simvastatin 40 MG Oral Tablet'), taking('Clarithromycin')))
    const taken = takenNow(fold(diary).medicines, noon)
    const names = taken.flatMap(id => (triageKnowledge.medicines[id] ? [id] : []))
    expect(answerTogether(names).warnings.map(({ id }) => id)).toContain('statin-interaction')
  })

  it('of which it is not certain what it is stays a name, and is listed', async () => {
    const { named, diary } = await importedInto(signs, bundle(taking('Furosemid-ratiopharma'), taking('the white one')))
    expect(named.unknownMedicines).toEqual(['Furosemid-ratiopharma', 'the white one'])
    expect(assessed(diary).medicines).toEqual([])
    expect(fold(diary).medicines).toHaveLength(2)
  })

  it('read twice adds nothing, and undone is gone', async () => {
    const file = bundle(taking('Co-amilofruse 5mg/40mg tablets'), taking('Ramipril 5mg'))
    const { diary } = await importedInto(signs, file)
    expect((await importedInto(diary, file)).named.toAdd).toEqual([])
    expect(assessed(undone(diary)).medicines).toEqual([])
    expect(assessed((await importedInto(undone(diary), file)).diary).medicines).toHaveLength(3)
  })

  it('edited in the other program takes the place of the earlier one, with all that it holds', async () => {
    const once = bundle(taking('Co-amilofruse 5mg/40mg tablets'))
    const dosed = bundle(taking('Co-amilofruse 5mg/40mg tablets', { dosage: [{ text: 'one a day' }] }))
    const { diary } = await importedInto([], once)
    const { named } = await importedInto(diary, dosed)
    const standing = diary.flatMap(event => (event.type === 'medicine-started' ? [event.id] : []))
    expect(named.replaced.flatMap(({ ids }) => ids).toSorted()).toEqual(standing.toSorted())
  })
})

it('every id that a name resolves to is known to the check', () => {
  const ids = [...holdingsOf(['Co-amilofruse', 'Lasix', 'tonic water', 'magnesium citrate']).values()].flat()
  expect(ids.length).toBeGreaterThanOrEqual(5)
  for (const { id } of ids) expect(Object.hasOwn(triageKnowledge.medicines, id), id).toBe(true)
})
