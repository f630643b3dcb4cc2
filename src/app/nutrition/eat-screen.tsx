/** Add a food in three taps: what, how much, done. `/eat` searches; `/eat/ID` asks how much; `/eat/ID/EVENT` changes it. */
import { useEffect, useState } from 'preact/hooks'
import { go } from '../shell/place.ts'
import { entryCount, readDay, readType } from '../state/log.ts'
import { correct, strikeOut, today } from '../state/store.ts'
import { readStrikes } from '../state/strikes.ts'
import { Field } from '../ui/field.tsx'
import { toast } from '../ui/toast.tsx'
import { Top } from '../ui/top.tsx'
import { ateOf, eat, lastWeek, ownFoods } from './eaten.ts'
import { FoodFailed } from './food-failed.tsx'
import { FoodPicker, type Picked } from './food-picker.tsx'
import { foodTable, keepForOffline } from './food-workers.ts'
import { figure } from './nutrient-bars.tsx'
import type { FoodShown } from './worker/messages.ts'
import '../ui/forms.css'
import './food.css'

const words = {
  back: 'Food',
  title: 'What did you eat?',
  search: 'Type a food',
  recent: 'You often eat',
  own: 'Your own',
  label: 'A food from its label',
  recipe: 'A recipe',
  change: 'Change it',
  much: (name: string) => `How much ${inSentence(name)}?`,
  half: 'Half of it',
  grams: 'Or in grams',
  add: 'Add',
  added: (name: string) => `${name} added.`,
  changed: (name: string) => `${name} changed.`,
  closed: 'The foods are not open',
  failed: 'The foods could not be loaded. They need the network once; after that they work without it.',
  missing: 'This food is not in the table.',
}

/** "Banana" is a banana; a name like LoSalt keeps its capitals. */
const inSentence = (name: string): string =>
  /^\S*[a-z][A-Z]/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1)

export function Screen({ id }: { readonly id: string }) {
  const [food = '', event] = id.split('/')
  useEffect(() => void keepForOffline(), [])
  return food === '' ? <Search /> : <Portion key={food} food={food} event={event} />
}

function Search() {
  const [recent, setRecent] = useState<readonly Picked[]>([])
  useEffect(() => void usual().then(setRecent), [entryCount.value])
  const own = ownFoods()
  return (
    <main id="main" class="page stack" data-screen="eat" tabIndex={-1}>
      <Top back={['/food', words.back]} />
      <h1>{words.title}</h1>
      <FoodPicker
        label={words.search}
        before={recent}
        title={words.recent}
        own="all"
        hrefOf={({ food }) => `/eat/${food}`}
      />
      <section class="stack gap-3">
        <h2>{words.own}</h2>
        {own.length > 0 && (
          <ul class="card found">
            {own.map(({ id, name }) => (
              <li key={id}>
                <a href={`/eat/${id}`}>{name}</a>
              </li>
            ))}
          </ul>
        )}
        <p class="row wrap">
          <a class="btn" href="/own/food">
            {words.label}
          </a>
          <a class="btn" href="/own/recipe">
            {words.recipe}
          </a>
        </p>
      </section>
    </main>
  )
}

/** Recent foods, the most often eaten first. */
async function usual(): Promise<readonly Picked[]> {
  const { struck } = await readStrikes()
  const events = ateOf(await readType('ate')).filter(({ id, foodId }) => foodId !== undefined && !struck.has(id))
  const counts = new Map<string, { readonly name: string; readonly count: number; readonly last: string }>()
  for (const { foodId = '', food, at } of events.slice(-400)) {
    const before = counts.get(foodId)
    counts.set(foodId, { name: food, count: (before?.count ?? 0) + 1, last: at })
  }
  return [...counts]
    .sort(([, a], [, b]) => b.count - a.count || (a.last < b.last ? 1 : -1))
    .slice(0, 10)
    .map(([food, { name }]) => ({ food, name }))
}

type Asked = Pick<FoodShown, 'name' | 'portions' | 'warning'>

function Portion({ food, event: eventId }: { readonly food: string; readonly event: string | undefined }) {
  const [fromTable, setFromTable] = useState<Asked | 'failed' | 'missing' | undefined>(undefined)
  const [grams, setGrams] = useState('')
  const own = ownFoods().find(({ id }) => id === food)
  useEffect(() => {
    if (own !== undefined) return
    foodTable.ask('food', Number(food)).then(
      answer => setFromTable(answer ?? 'missing'),
      () => setFromTable('failed'),
    )
  }, [food])
  const shown: typeof fromTable = own
    ? { name: own.name, portions: [{ words: '1 portion', grams: own.grams }] }
    : fromTable
  const keep = (amount: number) => {
    if (typeof shown !== 'object') return
    if (eventId === undefined) {
      const event = eat(food, shown.name, amount)
      toast.value = { text: words.added(shown.name), undo: () => void strikeOut(event) }
    } else void change(eventId, food, shown.name, amount)
    go('/food')
  }
  const value = Number(grams)
  return (
    <main id="main" class="page stack" data-screen="portion" tabIndex={-1}>
      <Top back={['/eat', words.back]} />
      {typeof shown === 'object' ? (
        <>
          <h1>{words.much(shown.name)}</h1>
          {shown.warning && <p class="caution">{shown.warning}</p>}
          <ul class="portions">
            {shown.portions.slice(0, 8).map(portion => (
              <li key={portion.words}>
                <button type="button" class="btn tall" onClick={() => keep(portion.grams)}>
                  <span>
                    {portion.words} <small class="num">{`${figure(portion.grams)} g`}</small>
                  </span>
                </button>
                <button
                  type="button"
                  class="btn"
                  onClick={() => keep(portion.grams / 2)}
                  aria-label={`${words.half}: ${portion.words}`}
                >
                  ½
                </button>
              </li>
            ))}
          </ul>
          <form
            class="row wrap grams"
            onSubmit={submitted => {
              submitted.preventDefault()
              if (value > 0 && value <= 5000) keep(value)
            }}
          >
            <Field
              label={words.grams}
              type="number"
              inputMode="decimal"
              min={1}
              max={5000}
              value={grams}
              onType={setGrams}
            />
            <button type="submit" class="btn" disabled={!(value > 0 && value <= 5000)}>
              {words.add}
            </button>
          </form>
          {own && (
            <p class="row">
              <a class="btn plain" href={`/own/${own.parts ? 'recipe' : 'food'}/${own.id}`}>
                {words.change}
              </a>
            </p>
          )}
        </>
      ) : (
        <>
          <h1>{shown === 'missing' ? words.missing : shown === 'failed' ? words.closed : ''}</h1>
          {shown === 'failed' && <FoodFailed text={words.failed} />}
        </>
      )}
    </main>
  )
}

async function change(eventId: string, food: string, name: string, grams: number): Promise<void> {
  for (const day of [today(), ...lastWeek()]) {
    const found = ateOf(await readDay(day)).find(({ id }) => id === eventId)
    if (!found) continue
    correct(found, { type: 'ate', food: name, foodId: food, grams })
    toast.value = { text: words.changed(name) }
    return
  }
}
