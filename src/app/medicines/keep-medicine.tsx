/** Keeping a medicine: it is in the list at the tap. When it was started may be added, and both can be undone. */
import { useState } from 'preact/hooks'
import type { DiaryEvent } from '../../diary/event.ts'
import { dayLong, localIso } from '../../time.ts'
import { record, strikeOut } from '../state/store.ts'
import { toast } from '../ui/toast.tsx'
import { nameOf } from './medicine-texts.ts'

const words = {
  take: 'I take this',
  keepName: 'Keep the name in my list',
  justLooking: 'I only looked',
  kept: (name: string) => `${name} is in your list.`,
  when: 'When did you start it? You may leave this out.',
  done: 'Done',
  starts: [
    ['This week', 3],
    ['This month', 18],
    ['1 to 3 months ago', 60],
    ['3 to 12 months ago', 220],
    ['Over a year ago', 500],
  ] as readonly (readonly [string, number])[],
}

export interface KeepMedicineProps {
  readonly name: string
  readonly ingredients: readonly string[]
  readonly onDone: () => void
}

export function KeepMedicine({ name, ingredients, onDone }: KeepMedicineProps) {
  const [kept, setKept] = useState<readonly DiaryEvent[]>([])
  const undo = async (events: readonly DiaryEvent[]) => {
    for (const event of events) await strikeOut(event)
    setKept([])
  }
  const keep = (daysAgo?: number) => {
    const at = localIso(new Date(Date.now() - (daysAgo ?? 0) * dayLong))
    const events = usesOf(name, ingredients).map(medicine =>
      record({ type: 'medicine-started', ...medicine, ...(daysAgo === undefined ? { undated: true } : {}) }, at),
    )
    setKept(events)
    toast.value = { text: words.kept(name), undo: () => undo(events) }
  }
  const date = async (daysAgo: number) => {
    await undo(kept)
    keep(daysAgo)
    onDone()
  }
  if (kept.length === 0)
    return (
      <p class="chips">
        <button type="button" class="btn next" onClick={() => keep()}>
          {ingredients.length > 0 ? words.take : words.keepName}
        </button>
        <button type="button" class="btn plain" onClick={onDone}>
          {words.justLooking}
        </button>
      </p>
    )
  return (
    <fieldset class="stack gap-3">
      <legend>
        <b>{words.kept(name)}</b> {words.when}
      </legend>
      <p class="chips">
        {words.starts.map(([text, days]) => (
          <button key={text} type="button" class="chip" onClick={() => void date(days)}>
            {text}
          </button>
        ))}
        <button type="button" class="btn plain" onClick={onDone}>
          {words.done}
        </button>
      </p>
    </fieldset>
  )
}

/** A use for each ingredient; the name alone where none is known. */
const usesOf = (name: string, ingredients: readonly string[]) =>
  ingredients.length === 0
    ? [{ medicine: name }]
    : ingredients.map(ingredient => ({
        medicine: ingredients.length === 1 ? name : `${name}: ${nameOf(ingredient)}`,
        ingredient,
      }))
