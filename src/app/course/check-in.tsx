/** A check-in: is it better, how much does it hurt, and how well can the person do what matters to them? */
import { useState } from 'preact/hooks'
import type { CourseLog } from '../../diary/diary.ts'
import { type Comparison, type CourseCheckIn, comparisons } from '../../knowledge/vocabulary.ts'
import { today } from '../state/store.ts'
import { PainPick } from '../ui/pain-pick.tsx'
import { keep } from './keep.ts'
import { comparisonNames } from './words.ts'

const words = {
  title: {
    'hours-48': 'Two days in: how is it?',
    'week-1': 'One week: how is it?',
    'week-2': 'Two weeks: how is it?',
    'week-4': 'Four weeks: how is it?',
    'week-6': 'Six weeks: how is it?',
  } satisfies Record<CourseCheckIn, string>,
  pain: 'Your pain now',
  matters: (what: string) => `“${what}”: how well can you do it? 0 is not at all, 10 is as before.`,
  compared: 'Compared with the start',
  keep: 'Keep this',
  kept: 'Thank you. It is noted.',
}

export function CheckIn({ at, log }: { readonly at: CourseCheckIn; readonly log: CourseLog }) {
  const [pain, setPain] = useState<number | undefined>(undefined)
  const [matters, setMatters] = useState<number | undefined>(undefined)
  const [compared, setCompared] = useState<Comparison | undefined>(undefined)
  const submit = () => {
    if (compared === undefined) return
    keep(words.kept, {
      ...{ type: 'course-checked', course: log.id, day: today(), checkIn: at, compared },
      ...(pain === undefined ? {} : { pain }),
      ...(matters === undefined ? {} : { matters }),
    })
  }
  return (
    <section class="card stack gap-3" aria-label={words.title[at]}>
      <h2>{words.title[at]}</h2>
      <fieldset>
        <legend>{words.compared}</legend>
        <p class="chips">
          {comparisons.map(each => (
            <button
              key={each}
              type="button"
              class="chip"
              aria-pressed={compared === each}
              onClick={() => setCompared(each)}
            >
              {comparisonNames[each]}
            </button>
          ))}
        </p>
      </fieldset>
      <PainPick legend={words.pain} name="check-in-pain" chosen={pain} onPick={setPain} />
      {log.matters && (
        <PainPick legend={words.matters(log.matters)} name="check-in-matters" chosen={matters} onPick={setMatters} />
      )}
      <button type="button" class="btn next" disabled={compared === undefined} onClick={submit}>
        {words.keep}
      </button>
    </section>
  )
}
