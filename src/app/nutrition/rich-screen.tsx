/**
 * Rich in what? Foods ranked by what they bring of one nutrient or two, as bars. `/rich/zinc`; `/rich` begins with
 * magnesium. Whoever is held from a nutrient is told why instead.
 */
import { useEffect, useState } from 'preact/hooks'
import { type Nutrient, nutrients } from '../../knowledge/vocabulary.ts'
import type { RichAnswer } from '../../nutrition/rich-answer.ts'
import type { RichBasis, RichFilter } from '../../nutrition/rich-in.ts'
import { diary } from '../state/store.ts'
import { Icon } from '../ui/icon.tsx'
import { Pick } from '../ui/pick.tsx'
import { Top } from '../ui/top.tsx'
import { isKnown, profileNow, saidNoMedicines, wishes } from './eaten.ts'
import { FoodCautions } from './food-cautions.tsx'
import { FoodFailed } from './food-failed.tsx'
import { FoodQuestions } from './food-questions.tsx'
import { foodTable, keepForOffline } from './food-workers.ts'
import { nutrientNames } from './nutrient-bars.tsx'
import { RichFoods } from './rich-foods.tsx'
import '../ui/forms.css'
import './food.css'

const words = {
  back: 'Food',
  title: 'Rich in what?',
  lead: 'Foods you eat by the portion, the richest first.',
  honest: 'None of the five is proven to prevent cramps in people who eat well.',
  nutrient: 'Nutrient',
  how: 'Compare and leave out',
  both: 'Together with',
  per: 'Compare by',
  bases: { portion: 'A portion', '100g': '100 g', '100kcal': '100 kcal' } as const,
  filters: 'Only',
  filter: {
    vegan: 'Vegan',
    'no-dairy': 'No dairy',
    'no-fish': 'No fish',
    'no-cooking': 'No cooking',
  } as const satisfies Record<RichFilter, string>,
  held: (names: string) => `No list for ${names}`,
  heldWhy: 'More of it may harm you. This is why:',
  loading: 'Opening the foods',
  failed: 'The foods could not be loaded. They need the network once; after that they work without it.',
}

const first = 25

export function Screen({ id }: { readonly id: string }) {
  const [asked, setAsked] = useState<readonly Nutrient[]>([nutrients.find(each => each === id) ?? 'magnesium'])
  const [per, setPer] = useState<RichBasis>('portion')
  const [filters, setFilters] = useState<readonly RichFilter[]>([])
  const [most, setMost] = useState(first)
  const [answer, setAnswer] = useState<RichAnswer | 'failed' | undefined>(undefined)
  const { person, medicines } = diary.value
  useEffect(() => {
    let isLatest = true
    const question = { ...personNow(), richIn: asked, per, filters }
    foodTable.ask('rich', { question, most }).then(
      found => isLatest && setAnswer(found),
      () => isLatest && setAnswer('failed'),
    )
    return () => {
      isLatest = false
    }
  }, [asked, per, filters, most, person, medicines, saidNoMedicines.value, wishes.value])
  useEffect(() => void keepForOffline(), [])
  const [main = 'magnesium', second] = asked
  const choose = (...chosen: readonly Nutrient[]) => {
    setMost(first)
    setAsked(chosen)
  }
  const list = typeof answer === 'object' && answer.ok ? answer.list : undefined
  return (
    <main id="main" class="page stack slim" data-screen="rich" tabIndex={-1}>
      <Top back={['/food', words.back]} />
      <div class="stack gap-2">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <p class="note">{words.honest}</p>
      </div>
      <Pick
        legend={words.nutrient}
        name="nutrient"
        options={nutrientNames}
        chosen={main}
        onPick={nutrient => choose(nutrient)}
      />
      <details class="fold" open={matchMedia('(min-width: 40em)').matches}>
        <summary>
          {words.how}
          <Icon name="next" />
        </summary>
        <Pick legend={words.per} name="per" options={words.bases} chosen={per} onPick={setPer} />
        <Toggles
          legend={words.filters}
          names={words.filter}
          on={filters}
          onToggle={filter =>
            setFilters(filters.includes(filter) ? filters.filter(each => each !== filter) : [...filters, filter])
          }
        />
        <Toggles
          legend={words.both}
          names={nutrientNames}
          without={main}
          on={second === undefined ? [] : [second]}
          onToggle={nutrient => (nutrient === second ? choose(main) : choose(main, nutrient))}
        />
      </details>
      {answer === undefined && <p class="note">{words.loading}</p>}
      {answer === 'failed' && <FoodFailed text={words.failed} />}
      {list?.status === 'held' && (
        <section class="stack gap-3" role="status">
          <h2>{words.held(list.held.map(each => nutrientNames[each]).join(', '))}</h2>
          <p>{words.heldWhy}</p>
          <FoodCautions cautions={list.cautions} />
        </section>
      )}
      {list?.status === 'ranked' && (
        <>
          {list.cautions.some(({ id: of }) => of.endsWith('-not-answered')) && <FoodQuestions />}
          <FoodCautions cautions={list.cautions} />
          <RichFoods list={list} onMore={() => setMost(most + 50)} isMore={list.foods.length >= most} />
        </>
      )}
    </main>
  )
}

interface TogglesProps<Value extends string> {
  readonly legend: string
  readonly names: Readonly<Record<Value, string>>
  readonly on: readonly Value[]
  /** Not offered. */
  readonly without?: Value
  readonly onToggle: (value: Value) => void
}

const Toggles = <Value extends string>({ legend, names, on, without, onToggle }: TogglesProps<Value>) => (
  <fieldset class="chips">
    <legend class="group">{legend}</legend>
    {(Object.entries(names) as [Value, string][])
      .filter(([value]) => value !== without)
      .map(([value, name]) => (
        <button
          key={value}
          type="button"
          class="chip"
          aria-pressed={on.includes(value)}
          onClick={() => onToggle(value)}
        >
          {name}
        </button>
      ))}
  </fieldset>
)

/** The part of the profile that this question needs. Age and sex stay unset if they were not given. */
function personNow(): Readonly<Record<string, unknown>> {
  const { age, sex, lifeStage, reference, conditions, medicines, avoid, dislike } = profileNow([], [])
  return { lifeStage, reference, conditions, medicines, avoid, dislike, ...(isKnown() ? { age, sex } : {}) }
}
