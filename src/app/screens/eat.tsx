/** Add a food in three taps: what, how much, done. `/eat` searches; `/eat/ID` asks how much; `/eat/ID/EVENT` changes it. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { ateOf, eat, lastWeek } from '../eating.ts'
import type { FoodShown } from '../food/messages.ts'
import { keepForOffline, pantry } from '../kitchen.ts'
import { readDay, readType } from '../log.ts'
import { toast } from '../parts/toast.tsx'
import { Top } from '../parts/top.tsx'
import { go } from '../place.ts'
import { correct, strikeOut, today } from '../store.ts'
import { readStrikes } from '../struck.ts'
import '../styles/diary.css'
import '../styles/food.css'

const words = {
  back: 'Food',
  title: 'What did you eat?',
  search: 'Type a food',
  recent: 'You often eat',
  nothing: (query: string) => `Nothing like “${query}” was found. Try a shorter or plainer word.`,
  much: (name: string) => `How much ${name.charAt(0).toLowerCase()}${name.slice(1)}?`,
  half: 'Half of it',
  grams: 'Or in grams',
  add: 'Add',
  added: (name: string) => `${name} added.`,
  changed: (name: string) => `${name} changed.`,
  failed: 'The foods could not be loaded. They need the network once; after that they work without it.',
  missing: 'This food is not in the table.',
}

interface Choice {
  readonly food: number
  readonly name: string
}

export function Screen({ id }: { readonly id: string }) {
  const [food = '', event] = id.split('/')
  useEffect(() => void keepForOffline(), [])
  return food === '' ? <Search /> : <Portion key={food} food={Number(food)} event={event} />
}

function Search() {
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<readonly Choice[]>([])
  const [recent, setRecent] = useState<readonly Choice[]>([])
  const [isFailed, setIsFailed] = useState(false)
  const latest = useRef('')
  useEffect(() => void usual().then(setRecent), [])
  const type = (typed: string) => {
    setQuery(typed)
    latest.current = typed
    pantry.ask('find', { query: typed, most: 12 }).then(
      answer => {
        if (latest.current === typed) setFound(answer)
      },
      () => setIsFailed(true),
    )
  }
  const isTyped = query.trim() !== ''
  const list = isTyped ? found : recent
  return (
    <main id="main" class="page stack" data-screen="eat" tabIndex={-1}>
      <Top back={['/food', words.back]} />
      <h1>{words.title}</h1>
      <label class="field">
        <span>{words.search}</span>
        <input
          type="search"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="search"
          value={query}
          onInput={event => type(event.currentTarget.value)}
        />
      </label>
      {isFailed && <p class="caution">{words.failed}</p>}
      {!isTyped && recent.length > 0 && <h2>{words.recent}</h2>}
      <ul class="card found" aria-live="polite">
        {list.map(({ food, name }) => (
          <li key={food}>
            <a href={`/eat/${food}`}>{name}</a>
          </li>
        ))}
      </ul>
      {isTyped && found.length === 0 && !isFailed && <p>{words.nothing(query.trim())}</p>}
    </main>
  )
}

/** Recent foods, the most often eaten first. */
async function usual(): Promise<readonly Choice[]> {
  const { struck } = await readStrikes()
  const events = ateOf(await readType('ate')).filter(({ id, foodId }) => foodId !== undefined && !struck.has(id))
  const counts = new Map<number, { readonly name: string; readonly count: number; readonly last: string }>()
  for (const { foodId, food, at } of events.slice(-400)) {
    const before = counts.get(Number(foodId))
    counts.set(Number(foodId), { name: food, count: (before?.count ?? 0) + 1, last: at })
  }
  return [...counts]
    .sort(([, a], [, b]) => b.count - a.count || (a.last < b.last ? 1 : -1))
    .slice(0, 10)
    .map(([food, { name }]) => ({ food, name }))
}

function Portion({ food, event: eventId }: { readonly food: number; readonly event: string | undefined }) {
  const [shown, setShown] = useState<FoodShown | 'failed' | 'missing' | undefined>(undefined)
  const [grams, setGrams] = useState('')
  useEffect(() => {
    pantry.ask('food', food).then(
      answer => setShown(answer ?? 'missing'),
      () => setShown('failed'),
    )
  }, [food])
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
          <ul class="portions">
            {shown.portions.slice(0, 8).map(portion => (
              <li key={portion.words}>
                <button type="button" class="btn tall" onClick={() => keep(portion.grams)}>
                  <span>
                    {portion.words} <small class="num">{`${Math.round(portion.grams)} g`}</small>
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
            <label class="field">
              <span>{words.grams}</span>
              <input
                type="number"
                inputMode="decimal"
                min={1}
                max={5000}
                value={grams}
                onInput={input => setGrams(input.currentTarget.value)}
              />
            </label>
            <button type="submit" class="btn" disabled={!(value > 0 && value <= 5000)}>
              {words.add}
            </button>
          </form>
        </>
      ) : (
        <h1>{shown === 'failed' ? words.failed : shown === 'missing' ? words.missing : ''}</h1>
      )}
    </main>
  )
}

async function change(eventId: string, food: number, name: string, grams: number): Promise<void> {
  for (const day of [today(), ...lastWeek()]) {
    const found = ateOf(await readDay(day)).find(({ id }) => id === eventId)
    if (!found) continue
    correct(found, { type: 'ate', food: name, foodId: String(food), grams })
    toast.value = { text: words.changed(name) }
    return
  }
}
