/** The medicines a person takes, and cramps before and after each was begun. */
import { useEffect } from 'preact/hooks'
import type { MedicineUse } from '../../diary/diary.ts'
import { medicineTimeline } from '../../plan/medicine-timeline.ts'
import { isTakenNow } from '../../plan/taken-now.ts'
import { diary, openedAt, record, strikeOut } from '../state/store.ts'
import { Icon } from '../ui/icon.tsx'
import { toast } from '../ui/toast.tsx'
import { lookUpKeptNames } from './kept-names.ts'
import { MedicineCard } from './medicine-card.tsx'
import { card, medicineKnowledge, nameOf } from './medicine-texts.ts'

const words = {
  title: 'What I take',
  empty: 'Nothing is in your list yet. What you keep here is used by the check, and goes with your report.',
  since: (day: string) => `since about ${day}`,
  unknown: 'start not known',
  lately: (day: string) => `last taken on ${day}`,
  stopped: 'I no longer take it',
  was: 'Stopped earlier',
  undo: (name: string) => `${name} is marked as stopped.`,
  keep: 'Only mark it when your prescriber or pharmacist agreed.',
  counts: (days: number, before: number, after: number) =>
    `Cramps in the ${days} days before you began it: ${before}. In the ${days} days after: ${after}.`,
  timing: 'Timing alone proves nothing.',
  listed: 'Listed with cramps or spasms',
}

export function MyMedicines() {
  useEffect(() => void lookUpKeptNames(), [])
  const { medicines } = diary.value
  const current = medicines.filter(use => isTakenNow(use, openedAt.value))
  const past = medicines.filter(use => !current.includes(use) && use.stoppedAt !== undefined)
  return (
    <section class="stack gap-3">
      <h2>{words.title}</h2>
      {current.length === 0 && <p class="empty">{words.empty}</p>}
      {current.map(use => (
        <OneMedicine key={`${use.name} ${use.ingredient}`} use={use} isOpen={current.length <= mostOpen} />
      ))}
      {past.length > 0 && (
        <p class="quiet">
          {words.was}: {[...new Set(past.map(({ name }) => name))].join(', ')}
        </p>
      )}
    </section>
  )
}

function OneMedicine({ use, isOpen }: { readonly use: MedicineUse; readonly isOpen: boolean }) {
  const { name, ingredient } = use
  const counts = medicineTimeline(diary.value, use, openedAt.value)
  const shownName = ingredient === undefined ? name : nameOf(ingredient)
  const isListed = ingredient !== undefined && card(ingredient) !== undefined
  const stop = () => {
    const event = record({
      type: 'medicine-stopped',
      medicine: name,
      ...(ingredient === undefined ? {} : { ingredient }),
    })
    toast.value = { text: words.undo(shownName), undo: () => void strikeOut(event) }
  }
  return (
    <details class="card fold" open={isOpen} data-medicine={ingredient ?? name}>
      <summary>
        <h3>
          {shownName}
          {isListed && !isOpen && <span class="note">{words.listed}</span>}
        </h3>
        <Icon name="next" />
      </summary>
      <div class="stack gap-3">
        <p class="note">
          {name}, {startOf(use)}
        </p>
        <MedicineCard
          {...(ingredient === undefined ? {} : { id: ingredient })}
          name={shownName}
          status={isListed ? 'listed' : 'not-listed'}
          kind={(ingredient === undefined ? undefined : medicineKnowledge.kinds[ingredient]) ?? 'medicine'}
          isNamed
        />
        {counts && counts.before + counts.after > 0 && (
          <p>
            {words.counts(counts.days, counts.before, counts.after)} <b>{words.timing}</b>
          </p>
        )}
        <button type="button" class="btn plain" onClick={stop}>
          {words.stopped}
        </button>
        <p class="note">{words.keep}</p>
      </div>
    </details>
  )
}

function startOf({ isCurrent, startedAt, lastTakenAt }: MedicineUse): string {
  if (startedAt !== undefined) return words.since(new Date(startedAt).toLocaleDateString())
  return isCurrent || lastTakenAt === undefined
    ? words.unknown
    : words.lately(new Date(lastTakenAt).toLocaleDateString())
}

/** A longer list is read by its names first. */
const mostOpen = 2
