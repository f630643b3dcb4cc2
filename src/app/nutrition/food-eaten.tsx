/** What was eaten and drunk today, each to change or remove; yesterday's foods once more with one tap. */
import type { DiaryEvent } from '../../diary/event.ts'
import { diary, record, strikeOut, today } from '../state/store.ts'
import { Icon } from '../ui/icon.tsx'
import { toast } from '../ui/toast.tsx'
import { type Ate, ateOf } from './eaten.ts'
import { figure } from './nutrient-bars.tsx'
import { Supplements } from './supplements.tsx'
import type { DayShown } from './worker/messages.ts'

const words = {
  eaten: 'Eaten today',
  none: 'Nothing eaten today yet.',
  copy: 'Copy yesterday',
  copied: (count: number) => `${count} foods copied from yesterday.`,
  remove: 'Remove',
  change: 'Change',
  removed: 'Removed.',
  water: 'Drunk today',
  drink: 'Add a glass, 250 ml',
  drank: 'A glass of water added.',
  waterOf: (ml: number) => `${ml.toLocaleString('en-GB')} ml`,
}

export interface FoodEatenProps {
  readonly day: DayShown
  readonly events: readonly DiaryEvent[]
  /** Of the day before. */
  readonly before: readonly DiaryEvent[]
}

export function FoodEaten({ day, events, before }: FoodEatenProps) {
  const eaten = ateOf(events)
  const yesterday = ateOf(before)
  const isFluidHeld = day.cautions.some(({ id }) => id === 'fluid-restriction')
  const copy = () => {
    const copied = yesterday.map(({ food, foodId, grams }) =>
      record({ type: 'ate', food, ...(foodId ? { foodId } : {}), ...(grams === undefined ? {} : { grams }) }),
    )
    toast.value = { text: words.copied(copied.length), undo: () => void strikeOut(...copied) }
  }
  return (
    <section class="card stack gap-3">
      <h2>{words.eaten}</h2>
      {eaten.length === 0 ? (
        <>
          <p class="quiet">{words.none}</p>
          {yesterday.length > 0 && (
            <button type="button" class="btn" onClick={copy}>
              {words.copy}
            </button>
          )}
        </>
      ) : (
        <List eaten={eaten} />
      )}
      {!isFluidHeld && <Water />}
      <Supplements day={day} events={events} />
    </section>
  )
}

const List = ({ eaten }: { readonly eaten: readonly Ate[] }) => (
  <ul class="eaten">
    {eaten.map(event => (
      <li key={event.id}>
        {event.foodId ? (
          <a class="told" href={`/eat/${event.foodId}/${event.id}`} aria-label={`${words.change}: ${event.food}`}>
            <b>{event.food}</b>
            <span class="note num">{event.grams === undefined ? '' : `${figure(event.grams)} g`}</span>
          </a>
        ) : (
          <p class="told">
            <b>{event.food}</b>
          </p>
        )}
        <button
          type="button"
          class="btn round sm"
          aria-label={`${words.remove}: ${event.food}`}
          onClick={() => {
            const act = strikeOut(event)
            toast.value = { text: words.removed, undo: () => void strikeOut(act) }
          }}
        >
          <Icon name="cross" />
        </button>
      </li>
    ))}
  </ul>
)

function Water() {
  const drunk = diary.value.days.find(each => each.day === today())?.drankMl ?? 0
  return (
    <p class="row wrap between">
      <span>
        {words.water}: <b class="num">{words.waterOf(drunk)}</b>
      </span>
      <button
        type="button"
        class="btn"
        onClick={() => {
          const event = record({ type: 'drank', drink: 'Water', ml: 250 })
          toast.value = { text: words.drank, undo: () => void strikeOut(event) }
        }}
      >
        {words.drink}
      </button>
    </p>
  )
}
