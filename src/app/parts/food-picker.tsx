/** A box to type a food into, and what was found: own foods first, then the table. What a tap does is the caller's. */
import { useRef, useState } from 'preact/hooks'
import { ownFoods } from '../eating.ts'
import { pantry } from '../kitchen.ts'
import { Field } from './field.tsx'

const words = {
  nothing: (query: string) => `Nothing like “${query}” was found. Try a shorter or plainer word.`,
  failed: 'The foods could not be loaded. They need the network once; after that they work without it.',
}

/** By its id in the diary: a number of the table, or an own food's. */
export interface Picked {
  readonly food: string
  readonly name: string
}

export interface FoodPickerProps {
  readonly label: string
  /** What stands there before anything is typed. */
  readonly before?: readonly Picked[]
  readonly title?: string
  /** Own foods and recipes may be picked too. */
  readonly own: 'all' | 'foods' | 'none'
  /** A link; without it a button that picks. */
  readonly hrefOf?: (food: Picked) => string
  readonly onPick?: (food: Picked) => void
}

export function FoodPicker({ label, before = [], title, own, hrefOf, onPick }: FoodPickerProps) {
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<readonly Picked[]>([])
  const [isFailed, setIsFailed] = useState(false)
  const latest = useRef('')
  const type = (typed: string) => {
    setQuery(typed)
    latest.current = typed
    pantry.ask('find', { query: typed, most: 12 }).then(
      answer => {
        if (latest.current !== typed) return
        setIsFailed(false)
        setFound([...ownLike(typed, own), ...answer.map(({ food, name }) => ({ food: String(food), name }))])
      },
      () => setIsFailed(true),
    )
  }
  const pick = (food: Picked) => {
    onPick?.(food)
    setQuery('')
    setFound([])
    latest.current = ''
  }
  const isTyped = query.trim() !== ''
  return (
    <>
      <Field
        label={label}
        type="search"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        enterkeyhint="search"
        value={query}
        onType={type}
      />
      {isFailed && <p class="caution">{words.failed}</p>}
      {!isTyped && before.length > 0 && title && <h2>{title}</h2>}
      <ul class="card found" aria-live="polite">
        {(isTyped ? found : before).map(food => (
          <li key={food.food}>
            {hrefOf ? (
              <a href={hrefOf(food)}>{food.name}</a>
            ) : (
              <button type="button" class="btn plain" onClick={() => pick(food)}>
                {food.name}
              </button>
            )}
          </li>
        ))}
      </ul>
      {isTyped && found.length === 0 && !isFailed && <p>{words.nothing(query.trim())}</p>}
    </>
  )
}

function ownLike(query: string, own: FoodPickerProps['own']): readonly Picked[] {
  const typed = query.trim().toLowerCase()
  if (own === 'none' || typed === '') return []
  return ownFoods()
    .filter(({ name, parts }) => name.toLowerCase().includes(typed) && (own === 'all' || parts === undefined))
    .map(({ id, name }) => ({ food: id, name }))
}
