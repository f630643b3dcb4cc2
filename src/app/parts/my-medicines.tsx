/** The medicines a person takes, and cramps before and after each was begun. */
import { medicineTimeline } from '../../plan/medicine-timeline.ts'
import { card, medicineKnowledge } from '../medicines.ts'
import { diary, openedAt, record, strikeOut } from '../store.ts'
import { MedicineCard } from './medicine-card.tsx'
import { toast } from './toast.tsx'

const words = {
  title: 'What I take',
  empty: 'Nothing is in your list yet. What you keep here is used by the check, and goes with your report.',
  since: (day: string) => `since about ${day}`,
  unknown: 'start not known',
  stopped: 'I no longer take it',
  was: 'Stopped earlier',
  undo: (name: string) => `${name} is marked as stopped.`,
  keep: 'Only mark it when your prescriber or pharmacist agreed.',
  counts: (days: number, before: number, after: number) =>
    `Cramps in the ${days} days before you began it: ${before}. In the ${days} days after: ${after}.`,
  timing: 'Timing alone proves nothing.',
  no: 'not known by name',
}

export function MyMedicines() {
  const { medicines } = diary.value
  const current = medicines.filter(({ isCurrent }) => isCurrent)
  const past = medicines.filter(({ isCurrent, stoppedAt }) => !isCurrent && stoppedAt !== undefined)
  return (
    <section class="stack gap-3">
      <h2>{words.title}</h2>
      {current.length === 0 && <p class="empty">{words.empty}</p>}
      {current.map(use => {
        const { name, ingredient, startedAt } = use
        const counts = medicineTimeline(diary.value, use, openedAt.value)
        const shownName = ingredient === undefined ? name : nameOf(ingredient)
        return (
          <div key={name} class="card stack gap-3" data-medicine={ingredient ?? name}>
            <p class="note">
              {name}, {startedAt === undefined ? words.unknown : words.since(new Date(startedAt).toLocaleDateString())}
            </p>
            <MedicineCard
              {...(ingredient === undefined ? {} : { id: ingredient })}
              name={shownName}
              status={ingredient !== undefined && card(ingredient) ? 'listed' : 'not-listed'}
            />
            {counts && counts.before + counts.after > 0 && (
              <p>
                {words.counts(counts.days, counts.before, counts.after)} <b>{words.timing}</b>
              </p>
            )}
            <button
              type="button"
              class="btn plain"
              onClick={() => {
                const event = record({
                  type: 'medicine-stopped',
                  medicine: name,
                  ...(ingredient === undefined ? {} : { ingredient }),
                })
                toast.value = { text: words.undo(shownName), undo: () => void strikeOut(event) }
              }}
            >
              {words.stopped}
            </button>
            <p class="note">{words.keep}</p>
          </div>
        )
      })}
      {past.length > 0 && (
        <p class="quiet">
          {words.was}: {past.map(({ name }) => name).join(', ')}
        </p>
      )}
    </section>
  )
}

const nameOf = (id: string): string =>
  (medicineKnowledge.ingredients[id] ?? medicineKnowledge.recognised[id])?.name ?? id
