/** A search field for foods and its results: own foods first, then the table. The caller decides what a tap does. */
import { useRef, useState } from 'preact/hooks'
import { isNutrient } from '../../nutrition/rich-in.ts'
import { Field } from '../ui/field.tsx'
import { ownFoods } from './eaten.ts'
import { FoodFailed } from './food-failed.tsx'
import { foodTable } from './food-workers.ts'

const words = {
  nothing: (query: string) => `“${query}” was not found. Try a plainer word.`,
  add: 'Or add it below, from its label or as a recipe.',
  unsure: 'Not found as typed. Do you mean one of these?',
  rich: (query: string) => `Foods rich in ${query}`,
  failed: 'The foods could not be loaded. They need the network once; after that they work without it.',
}

/** By its id in the diary: a number of the table, or an own food's. */
export interface Picked {
  readonly food: string
  readonly name: string
}

export interface FoodPickerProps {
  readonly label: string
  /** Shown before anything is typed. */
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
  const [isUnsure, setIsUnsure] = useState(false)
  const [isFailed, setIsFailed] = useState(false)
  const latest = useRef('')
  const type = (typed: string) => {
    setQuery(typed)
    latest.current = typed
    foodTable.ask('find', { query: typed, most: 12 }).then(
      answer => {
        if (latest.current !== typed) return
        setIsFailed(false)
        const like = ownLike(typed, own)
        // The beginning of a word is no doubt while it is being typed.
        setIsUnsure(like.length === 0 && answer[0]?.doubt !== undefined && answer[0].doubt !== 'beginning')
        setFound([...like, ...answer.map(({ food, name }) => ({ food: String(food), name }))])
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
  const slug = query.trim().toLowerCase().replace(/\s+/g, '-')
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
      {isFailed && <FoodFailed text={words.failed} />}
      {!isTyped && before.length > 0 && title && <h2>{title}</h2>}
      {isTyped && isNutrient(slug) && (
        <p>
          <a href={`/rich/${slug}`}>{words.rich(query.trim())}</a>
        </p>
      )}
      {isTyped && isUnsure && found.length > 0 && <p role="status">{words.unsure}</p>}
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
      {isTyped && found.length === 0 && !isFailed && (
        <p>
          {words.nothing(query.trim())} {own === 'all' && words.add}
        </p>
      )}
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
