/** The smallest change: one, two or three changes to the usual day, what each brings, and what remains. */
import { useEffect, useState } from 'preact/hooks'
import { type Nutrient, nutrients } from '../../knowledge/vocabulary.ts'
import { bringsWords, countWords, headWords, remainsWords } from '../../nutrition/change-words.ts'
import type { SmallestChange } from '../../nutrition/smallest-change.ts'
import { go } from '../shell/place.ts'
import { Top } from '../ui/top.tsx'
import { isKnown, lifeStageNow, ownFoods, profileNow, saidNoMedicines, usualFoods, wishes } from './eaten.ts'
import { FoodCautions } from './food-cautions.tsx'
import { FoodFailed } from './food-failed.tsx'
import { FoodQuestions } from './food-questions.tsx'
import { FoodWishes } from './food-wishes.tsx'
import { foodTable, keepForOffline } from './food-workers.ts'
import { NutrientBars } from './nutrient-bars.tsx'
import { usualAmounts, usualDay } from './usual-day.ts'
import type { ChangeAnswer } from './worker/messages.ts'
import '../ui/forms.css'
import './food.css'

const words = {
  back: 'A usual day',
  looking: 'Looking for the smallest change',
  honest: 'None of these five is proven to prevent cramps in people who eat well.',
  notMedicine: 'Food for a good diet, not a remedy for cramps.',
  sun: 'Vitamin D also comes from the sun. Fortified foods differ by country; read the label.',
  heldText: 'For you, more of it may be a danger. So no food is proposed here.',
  enough: 'Nothing needs to change.',
  none: 'Ease a limit under “Wishes”, or ask a dietitian.',
  energy: ([before, after]: readonly [number, number]) => `${figure(before)} kcal before, ${figure(after)} with it.`,
  salt: ([before, after]: readonly [number, number]) =>
    `Sodium: ${figure(before)} mg before, ${figure(after)} with it.`,
  bars: 'Before and after',
  key: { before: 'Your usual day', after: 'With the change' },
  change: 'Change my usual day',
  failed: 'The change could not be worked out. Food needs the network once; after that it works without it.',
}

const figure = (value: number) => value.toLocaleString('en-GB')

export function Screen(_props: { readonly id: string }) {
  const [shown, setShown] = useState<ChangeAnswer | 'failed' | undefined>(undefined)
  useEffect(() => {
    if (!isKnown()) return go('/food', 'replace')
    if (usualDay.value.length === 0) return go('/usual', 'replace')
    void keepForOffline()
    let isWanted = true
    ask().then(
      answer => isWanted && setShown(answer),
      () => isWanted && setShown('failed'),
    )
    return () => {
      isWanted = false
    }
  }, [usualDay.value, wishes.value, lifeStageNow(), saidNoMedicines.value])
  const found = typeof shown === 'object' && shown.ok ? shown : undefined
  const error = typeof shown === 'object' && !shown.ok ? shown.error : undefined
  return (
    <main id="main" class="page" data-screen="change" tabIndex={-1}>
      <Top back={['/usual', words.back]} />
      <div class="stack gap-2">
        <h1>{error ?? (found ? headWords(found.answer) : words.looking)}</h1>
        <p class="lead">{words.honest}</p>
      </div>
      {shown === 'failed' && <FoodFailed text={words.failed} />}
      {found && <Found found={found} />}
      <div class="dock">
        <a class="btn" href="/usual">
          {words.change}
        </a>
      </div>
    </main>
  )
}

type Answered = Extract<ChangeAnswer, { readonly ok: true }>

const Found = ({ found }: { readonly found: Answered }) => {
  const { status, cautions, changes } = found.answer
  return (
    <>
      {cautions.some(({ id }) => id.endsWith('-not-answered')) && <FoodQuestions />}
      <FoodCautions cautions={cautions} />
      {status === 'held' && <p class="caution">{words.heldText}</p>}
      {status === 'enough' && <p>{words.enough}</p>}
      {status === 'none' && <p>{words.none}</p>}
      <div class="cols">
        <div class="stack">
          {changes.length > 0 && <Changes answer={found.answer} />}
          <FoodWishes />
        </div>
        {status !== 'held' && (
          <section class="card stack gap-5 nuts">
            <h2>{words.bars}</h2>
            <Bars found={found} />
          </section>
        )}
      </div>
    </>
  )
}

const Changes = ({ answer }: { readonly answer: SmallestChange }) => (
  <section class="stack gap-3">
    <ol class="changes">
      {answer.changes.map(change => (
        <li key={change.say} class="card stack gap-2">
          <h2>{change.say}</h2>
          <p>{bringsWords(change, answer)}</p>
        </li>
      ))}
    </ol>
    {remainsWords(answer) !== '' && <p>{remainsWords(answer)}</p>}
    <p class="note">{countWords(answer)}</p>
    <p class="note num">
      {words.energy(answer.energy)} {words.salt(answer.sodium)}
    </p>
    <p class="note">{words.notMedicine}</p>
  </section>
)

function Bars({ found }: { readonly found: Answered }) {
  const { totals, changes } = found.answer
  const each = <Value,>(of: (nutrient: Nutrient) => Value) =>
    Object.fromEntries(nutrients.map(nutrient => [nutrient, of(nutrient)])) as Record<Nutrient, Value>
  return (
    <>
      <NutrientBars
        targets={found.targets}
        intakes={each(nutrient => ({ amount: totals[nutrient].before, unknown: totals[nutrient].unknown }))}
        foods={usualDay.value.length}
        {...(changes.length > 0 ? { after: each(nutrient => ({ amount: totals[nutrient].after })) } : {})}
      />
      {changes.length > 0 && (
        <p class="key">
          <span>
            <i class="sw full" />
            {words.key.before}
          </span>
          <span>
            <i class="sw hatch" />
            {words.key.after}
          </span>
        </p>
      )}
      <p class="note">{words.sun}</p>
    </>
  )
}

async function ask(): Promise<ChangeAnswer> {
  const profile = profileNow(usualAmounts(), await usualFoods())
  return foodTable.ask('change', { profile, own: ownFoods() })
}
