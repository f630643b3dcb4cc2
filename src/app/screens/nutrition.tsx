/** Food: what was eaten of five nutrients, the day or the week, against what is needed; supplements apart. */
import { useEffect, useState } from 'preact/hooks'
import type { DiaryEvent } from '../../diary/event.ts'
import { nutrients } from '../../knowledge/vocabulary.ts'
import type { Intake } from '../../nutrition/intake.ts'
import {
  amountsOf,
  ateOf,
  isKnown,
  isSupplement,
  lastWeek,
  ownFoods,
  profileNow,
  type Supplement,
  saidNoMedicines,
  sayNoMedicines,
  supplementId,
  supplements,
  wishes,
} from '../eating.ts'
import type { DayShown } from '../food/messages.ts'
import { keepForOffline, pantry } from '../kitchen.ts'
import { entryCount, readDay } from '../log.ts'
import { FoodCautions } from '../parts/food-cautions.tsx'
import { FoodWishes } from '../parts/food-wishes.tsx'
import { Icon } from '../parts/icon.tsx'
import { figure, NutrientBars, nutrientNames } from '../parts/nutrient-bars.tsx'
import { toast } from '../parts/toast.tsx'
import { Top } from '../parts/top.tsx'
import { diary, record, strikeOut, today } from '../store.ts'
import { readStrikes } from '../struck.ts'
import '../styles/diary.css'
import '../styles/food.css'

const words = {
  back: 'Prevent',
  title: 'Food',
  honest: 'None of these five is proven to prevent cramps in people who eat well.',
  why: 'A good diet is worth it all the same. A low bar is not a deficiency.',
  add: 'Add a food',
  menu: 'Close the gap',
  day: 'Today',
  week: 'Week',
  show: 'Show',
  eaten: 'Eaten today',
  none: 'Nothing is told today yet.',
  copy: 'Copy yesterday',
  copied: (count: number) => `${count} foods copied from yesterday.`,
  remove: 'Remove',
  change: 'Change',
  removed: 'Removed.',
  atLeast: '“At least”, because some foods have no figure for a nutrient.',
  sun: 'Vitamin D also comes from the sun. Fortified foods differ by country; read the label.',
  average: (days: number) => (days === 1 ? 'A day of this week' : `A day, over the ${days} days you told of`),
  water: 'Drunk today',
  drink: 'Add a glass, 250 ml',
  drank: 'A glass of water added.',
  waterOf: (ml: number) => `${ml.toLocaleString('en-GB')} ml`,
  who: 'Who is it for?',
  age: 'How old are you?',
  sexes: { female: 'Female', male: 'Male' } as const,
  keep: 'Keep',
  kidneys: 'Has a clinician told you of kidney disease or heart failure?',
  yes: 'Yes',
  no: 'No',
  medicines: 'Do you take any medicine?',
  which: 'Which ones? Commas between them.',
  supplements: 'From pills and powders',
  supplementsHelp: 'Counted apart. Potassium is not in the list: never take it as pills unless a clinician says so.',
  supplement: 'What',
  amount: (unit: string) => `How much, in ${unit}`,
  took: 'Add it',
  limit: (name: string, amount: string, upper: string, unit: string) =>
    `${name}: ${amount} of at most ${upper} ${unit}`,
  offline: 'The foods could not be loaded. They need the network once; after that they work without it.',
  again: 'Try again',
  table: 'As a table',
  nutrient: 'Nutrient',
  got: 'At least',
  target: 'Target',
  loading: 'Opening the foods',
}

type Shown = { readonly day: DayShown; readonly week: DayShown; readonly told: readonly (readonly DiaryEvent[])[] }

export function Screen(_props: { readonly id: string }) {
  const [shown, setShown] = useState<Shown | 'failed' | undefined>(undefined)
  const [isWeek, setIsWeek] = useState(false)
  const count = entryCount.value
  const known = isKnown()
  const load = () => {
    if (!known) return
    open().then(setShown, () => setShown('failed'))
  }
  useEffect(load, [count, known, saidNoMedicines.value, wishes.value])
  useEffect(() => void keepForOffline(), [])
  return (
    <main id="main" class="page" data-screen="food" tabIndex={-1}>
      <Top back={['/prevent', words.back]} />
      <div class="stack gap-2">
        <h1>{words.title}</h1>
        <p class="lead">
          <b>{words.honest}</b> {words.why}
        </p>
      </div>
      {!known && <Who />}
      {known && shown === undefined && <p class="note">{words.loading}</p>}
      {shown === 'failed' && (
        <div class="empty stack">
          <p>{words.offline}</p>
          <button type="button" class="btn big" onClick={load}>
            {words.again}
          </button>
        </div>
      )}
      {known && typeof shown === 'object' && <Day shown={shown} isWeek={isWeek} onWeek={setIsWeek} />}
    </main>
  )
}

async function open(): Promise<Shown> {
  const days = lastWeek()
  const { struck } = await readStrikes()
  const told = await Promise.all(days.map(async day => (await readDay(day)).filter(({ id }) => !struck.has(id))))
  const now = amountsOf(told.at(-1) ?? [])
  const profile = profileNow(now, [])
  const own = ownFoods()
  const day = await pantry.ask('day', { profile, days: [now], own })
  const week = await pantry.ask('day', { profile, days: told.map(amountsOf), own })
  return { day, week, told }
}

function Day({
  shown,
  isWeek,
  onWeek,
}: {
  readonly shown: Shown
  readonly isWeek: boolean
  readonly onWeek: (is: boolean) => void
}) {
  const { day, week, told } = shown
  const eaten = ateOf(told.at(-1) ?? [])
  const yesterday = ateOf(told.at(-2) ?? [])
  const days = week.intakes.filter((_, index) => amountsOf(told[index] ?? []).length > 0)
  const average = averageOf(days)
  const foods = isWeek
    ? told.reduce((sum, each) => sum + amountsOf(each).length, 0)
    : amountsOf(told.at(-1) ?? []).length
  const intakes = isWeek ? average : day.intakes[0]
  const isFluidHeld = day.cautions.some(({ id }) => id === 'fluid-restriction')
  const drunk = diary.value.days.find(each => each.day === today())?.drankMl ?? 0
  const copy = () => {
    const events = yesterday.map(({ food, foodId, grams }) =>
      record({ type: 'ate', food, ...(foodId ? { foodId } : {}), ...(grams === undefined ? {} : { grams }) }),
    )
    toast.value = { text: words.copied(events.length), undo: () => void strikeOut(...events) }
  }
  return (
    <>
      <Questions />
      <FoodCautions cautions={day.cautions} />
      <div class="cols">
        <section class="card stack gap-5 nuts">
          <fieldset class="chips">
            <legend class="hide">{words.show}</legend>
            <button type="button" class="chip" aria-pressed={!isWeek} onClick={() => onWeek(false)}>
              {words.day}
            </button>
            <button type="button" class="chip" aria-pressed={isWeek} onClick={() => onWeek(true)}>
              {words.week}
            </button>
          </fieldset>
          {isWeek && <p class="note">{words.average(days.length)}</p>}
          {intakes && <NutrientBars targets={day.targets} intakes={intakes} foods={foods} />}
          <p class="note">
            {words.atLeast} {words.sun}
          </p>
          <details class="twin">
            <summary>{words.table}</summary>
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.nutrient}</th>
                  <th scope="col">{words.got}</th>
                  <th scope="col">{words.target}</th>
                </tr>
              </thead>
              <tbody>
                {nutrients.map(nutrient => {
                  const { target, unit } = day.targets.nutrients[nutrient]
                  return (
                    <tr key={nutrient}>
                      <th scope="row">{nutrientNames[nutrient]}</th>
                      <td class="num">{`${figure(intakes?.[nutrient].amount ?? 0)} ${unit}`}</td>
                      <td class="num">{target === null ? '' : `${figure(target)} ${unit}`}</td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </details>
        </section>
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
            <ul class="eaten">
              {eaten.map(event => (
                <li key={event.id}>
                  {event.foodId ? (
                    <a
                      class="told"
                      href={`/eat/${event.foodId}/${event.id}`}
                      aria-label={`${words.change}: ${event.food}`}
                    >
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
          )}
          {!isFluidHeld && (
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
          )}
          <Supplements day={day} events={told.at(-1) ?? []} />
        </section>
        <FoodWishes />
      </div>
      <div class="dock two">
        <a class="btn" href="/menu">
          {words.menu}
        </a>
        <a class="btn next" href="/eat">
          {words.add}
        </a>
      </div>
    </>
  )
}

function averageOf(days: DayShown['intakes']): DayShown['intakes'][number] {
  const of = (nutrient: (typeof nutrients)[number]): Intake => ({
    amount: days.reduce((sum, day) => sum + day[nutrient].amount, 0) / Math.max(1, days.length),
    unknown: days.reduce((sum, day) => sum + day[nutrient].unknown, 0),
  })
  return Object.fromEntries(nutrients.map(nutrient => [nutrient, of(nutrient)])) as DayShown['intakes'][number]
}

/** Kidneys and medicines decide what may be said of potassium, so they are asked before anything is proposed. */
function Questions() {
  const { person, medicines } = diary.value
  const [isTaking, setIsTaking] = useState(false)
  const [names, setNames] = useState('')
  const isMedicineOpen =
    !saidNoMedicines.value && !medicines.some(({ isCurrent, name }) => isCurrent && !isSupplement(name))
  if (person.conditions !== undefined && !isMedicineOpen) return null
  return (
    <section class="card stack gap-3">
      {person.conditions === undefined && (
        <fieldset class="chips">
          <legend class="group">{words.kidneys}</legend>
          <button
            type="button"
            class="chip"
            onClick={() => record({ type: 'profile-said', conditions: ['kidney-disease'] })}
          >
            {words.yes}
          </button>
          <button type="button" class="chip" onClick={() => record({ type: 'profile-said', conditions: [] })}>
            {words.no}
          </button>
        </fieldset>
      )}
      {isMedicineOpen && (
        <fieldset class="chips">
          <legend class="group">{words.medicines}</legend>
          <button type="button" class="chip" aria-pressed={isTaking} onClick={() => setIsTaking(true)}>
            {words.yes}
          </button>
          <button type="button" class="chip" onClick={sayNoMedicines}>
            {words.no}
          </button>
        </fieldset>
      )}
      {isMedicineOpen && isTaking && (
        <form
          class="stack gap-2"
          onSubmit={event => {
            event.preventDefault()
            const said = names.split(',').flatMap(name => (name.trim() === '' ? [] : [name.trim()]))
            if (said.length > 0) record({ type: 'profile-said', medicines: said })
          }}
        >
          <label class="field">
            <span>{words.which}</span>
            <input value={names} onInput={event => setNames(event.currentTarget.value)} />
          </label>
          <button type="submit" class="btn">
            {words.keep}
          </button>
        </form>
      )}
    </section>
  )
}

function Who() {
  const { person } = diary.value
  const [age, setAge] = useState(String(person.age ?? ''))
  const [sex, setSex] = useState<'female' | 'male' | undefined>(
    person.sex === 'female' || person.sex === 'male' ? person.sex : undefined,
  )
  const years = Number(age)
  const isReady = sex !== undefined && years >= 16 && years <= 120
  return (
    <form
      class="card stack"
      onSubmit={event => {
        event.preventDefault()
        if (isReady) record({ type: 'profile-said', birthYear: Number(today().slice(0, 4)) - years, sex })
      }}
    >
      <h2>{words.who}</h2>
      <label class="field">
        <span>{words.age}</span>
        <input
          type="number"
          inputMode="numeric"
          min={16}
          max={120}
          value={age}
          onInput={event => setAge(event.currentTarget.value)}
        />
      </label>
      <p class="chips">
        {(['female', 'male'] as const).map(each => (
          <label key={each} class="chip pick">
            <input type="radio" name="sex" checked={sex === each} onChange={() => setSex(each)} />
            {words.sexes[each]}
          </label>
        ))}
      </p>
      <button type="submit" class="btn next" disabled={!isReady}>
        {words.keep}
      </button>
    </form>
  )
}

function Supplements({ day, events }: { readonly day: DayShown; readonly events: readonly DiaryEvent[] }) {
  const [nutrient, setNutrient] = useState<Supplement>('magnesium')
  const [amount, setAmount] = useState('')
  const taken = (which: Supplement) =>
    events.reduce(
      (sum, event) =>
        event.type === 'medicine-taken' && event.ingredient === supplementId(which)
          ? sum + Number.parseFloat(event.dose ?? '0')
          : sum,
      0,
    )
  const unit = day.targets.nutrients[nutrient].unit
  const value = Number(amount)
  return (
    <details class="fold">
      <summary>{words.supplements}</summary>
      <div class="stack gap-3">
        <p class="note">{words.supplementsHelp}</p>
        {supplements.map(each => {
          const pills = taken(each)
          const { upper, upperScope, unit: own } = day.targets.nutrients[each]
          if (pills === 0) return null
          const all = upperScope === 'supplements' ? pills : pills + (day.intakes[0]?.[each].amount ?? 0)
          const isOver = upper !== null && all > upper
          return (
            <p key={each} class={isOver ? 'caution' : ''}>
              {words.limit(nutrientNames[each], figure(all), upper === null ? '?' : figure(upper), own)}
            </p>
          )
        })}
        <label class="field">
          <span>{words.supplement}</span>
          <select value={nutrient} onChange={event => setNutrient(event.currentTarget.value as Supplement)}>
            {supplements.map(each => (
              <option key={each} value={each}>
                {nutrientNames[each]}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{words.amount(unit)}</span>
          <input
            type="number"
            inputMode="decimal"
            min={0}
            value={amount}
            onInput={event => setAmount(event.currentTarget.value)}
          />
        </label>
        <button
          type="button"
          class="btn"
          disabled={!(value > 0)}
          onClick={() => {
            record({
              type: 'medicine-taken',
              medicine: `${nutrientNames[nutrient]} supplement`,
              ingredient: supplementId(nutrient),
              dose: `${value} ${unit}`,
            })
            setAmount('')
          }}
        >
          {words.took}
        </button>
      </div>
    </details>
  )
}
