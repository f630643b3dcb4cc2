/** About me: facts that stay the same between episodes. Nothing is required, and what is left out stays unknown. */

import { useState } from 'preact/hooks'
import type { EventBody, EventOf } from '../../diary/event.ts'
import { emergencyNumbers } from '../../knowledge/emergency-numbers.gen.ts'
import { triageKnowledge } from '../../knowledge/triage.gen.ts'
import { sexes } from '../../knowledge/vocabulary.ts'
import { aboutFromCheck, type FromCheck } from '../../plan/about-from-check.ts'
import { draftOf } from '../state/drafts.ts'
import { isFlag, isText, listOf, oneOf, type Shape } from '../state/local-storage.ts'
import { change } from '../state/settings.ts'
import { diary, record, strikeOut, today } from '../state/store.ts'
import { CountrySelect } from '../ui/country-select.tsx'
import { Field } from '../ui/field.tsx'
import { Heading } from '../ui/heading.tsx'
import { Pick } from '../ui/pick.tsx'
import { sayKept } from '../ui/say-kept.ts'
import { toast } from '../ui/toast.tsx'
import { Top } from '../ui/top.tsx'
import '../ui/forms.css'

const words = {
  title: 'About me',
  back: 'Settings',
  lead: 'Fill in what you like. It changes what Unknot asks, and what it leaves out. It stays on this device.',
  birthYear: 'Year you were born',
  sex: 'Sex',
  sexes: { female: 'Female', male: 'Male', undisclosed: 'I would rather not say' },
  pregnant: 'Pregnant',
  yes: 'Yes',
  no: 'No',
  weeks: 'Weeks pregnant, if you know',
  conditions: 'Illnesses and other things you have',
  conditionsHelp: 'Tick what a clinician has told you.',
  none: 'None of these',
  names: {
    'high-blood-pressure': 'High blood pressure',
    'heart-failure': 'Heart failure',
    angina: 'Angina',
    'atrial-fibrillation': 'Atrial fibrillation',
    'heart-block': 'Heart block or a slow heart',
    pacemaker: 'Pacemaker or metal in the body',
    'poor-circulation': 'Poor blood flow in the legs',
    'clot-before': 'A blood clot before',
    diabetes: 'Diabetes',
    'kidney-disease': 'Kidney disease',
    'kidney-stones': 'Kidney stones',
    'liver-disease': 'Liver disease',
    osteoporosis: 'Weak bones (osteoporosis)',
    cancer: 'Cancer, now or before',
    immunosuppressed: 'Weak immune system',
    'low-sodium': 'Low sodium before',
    epilepsy: 'Epilepsy',
    glaucoma: 'Glaucoma',
    raynaud: 'Raynaud’s, or a bad reaction to cold',
    smoker: 'I smoke',
  } as Readonly<Record<string, string>>,
  others: (list: string) => `Also kept: ${list}.`,
  allergies: 'Allergies',
  allergiesHelp: 'Use commas: latex, aspirin. Or write none.',
  noAllergy: 'none',
  units: 'Units',
  unitNames: { metric: 'Metric (°C, ml)', imperial: 'US (°F, oz)' },
  country: 'Country',
  open: 'Not chosen',
  medicines: 'Your medicines have a page of their own.',
  toMedicines: 'My medicines',
  keep: 'Keep it',
  badYear: (least: number, most: number) => `Give a year from ${least} to ${most}.`,
  badWeeks: 'Give weeks from 0 to 45.',
  filled: 'Filled in from your check',
  filledText: (names: string) => `${names}. Look it over, then keep it.`,
  age: (years: number) => `Your age, ${years}, is known from your check.`,
  years: (age: number, [likelier, other]: readonly [number, number]) =>
    `You said you are ${age}. So you were born in ${likelier} or ${other}: it depends on your birthday.`,
  born: (year: number) => `Born in ${year}`,
  takeOut: 'Take it out again',
  nothing: 'Nothing has changed.',
  kept: 'Kept.',
}

type Said = Omit<Extract<EventBody, { readonly type: 'profile-said' }>, 'type'>
type Sex = NonNullable<Said['sex']>
interface Typed {
  readonly birthYear: string
  readonly sex: Sex | ''
  readonly pregnant: 'yes' | 'no' | ''
  readonly weeks: string
  readonly conditions: readonly string[]
  /** Was "none of these" or any of them touched? An untouched list says nothing. */
  readonly isListSaid: boolean
  readonly allergies: string
  readonly units: 'metric' | 'imperial' | ''
  readonly country: string
}

const shape: Shape<Typed> = {
  birthYear: isText,
  sex: oneOf('', ...sexes),
  pregnant: oneOf('', 'yes', 'no'),
  weeks: isText,
  conditions: listOf(isText),
  isListSaid: isFlag,
  allergies: isText,
  units: oneOf('', 'metric', 'imperial'),
  country: isText,
}

/** What the diary knows already, as the form shows it. */
function known(): Typed {
  const { birthYear, sex, pregnant, pregnancyWeeks, conditions, allergies, units, country } = diary.value.person
  return {
    birthYear: String(birthYear ?? ''),
    sex: sex ?? '',
    pregnant: pregnant === undefined ? '' : pregnant ? 'yes' : 'no',
    weeks: String(pregnancyWeeks ?? ''),
    conditions: conditions ?? [],
    isListSaid: conditions !== undefined,
    allergies: allergies === undefined ? '' : allergies.join(', ') || words.noAllergy,
    units: units ?? '',
    country: country ?? '',
  }
}

const withCheck = (before: Typed, { conditions, pregnant, birthYears }: FromCheck): Typed => ({
  ...before,
  conditions: [...before.conditions, ...conditions],
  isListSaid: before.isListSaid || conditions.length > 0,
  ...(pregnant ? { pregnant: 'yes' as const } : {}),
  ...(birthYears ? { birthYear: String(birthYears[0]) } : {}),
})

export function Screen(_props: { readonly id: string }) {
  const before = known()
  const told = aboutFromCheck(triageKnowledge, diary.value, Object.keys(words.names))
  const draft = draftOf<Typed>('about-me', withCheck(before, told), shape)
  const typed = draft.value()
  const years = told.birthYears
  const isYearIn = years?.map(String).includes(typed.birthYear) === true
  const isIn =
    told.conditions.some(id => typed.conditions.includes(id)) || (told.pregnant && typed.pregnant === 'yes') || isYearIn
  const filled = [
    ...(years ? [words.birthYear] : []),
    ...told.conditions.map(id => words.names[id] ?? id),
    ...(told.pregnant ? [words.pregnant] : []),
  ]
  const [problem, setProblem] = useState<string | undefined>(undefined)
  const keep = () => {
    const said = changesOf(before, typed)
    if (typeof said === 'string') return setProblem(said)
    setProblem(undefined)
    draft.clear()
    if (Object.keys(said).length === 0) {
      toast.value = { text: words.nothing }
      return
    }
    const event = record({ type: 'profile-said', ...said }) as EventOf<'profile-said'>
    if (said.units) change({ units: said.units })
    if (said.country) change({ country: said.country })
    void sayKept(words.kept, () => void strikeOut(event))
  }
  return (
    <main id="main" class="page stack gap-5" data-screen="about-me" tabIndex={-1}>
      <Top back={['/settings', words.back]} />
      <Heading title={words.title} lead={words.lead} />
      {filled.length > 0 && isIn && (
        <section class="card stack gap-3" data-filled>
          <h2>{words.filled}</h2>
          <p>{words.filledText(filled.join(', '))}</p>
          {years && isYearIn && <p>{words.years(diary.value.person.age ?? 0, years)}</p>}
          <p class="chips">
            {isYearIn &&
              years.map(year => (
                <button
                  key={year}
                  type="button"
                  class="chip"
                  aria-pressed={typed.birthYear === String(year)}
                  onClick={() => draft.type({ birthYear: String(year) })}
                >
                  {words.born(year)}
                </button>
              ))}
            <button
              type="button"
              class="chip"
              onClick={() =>
                draft.type({
                  birthYear: before.birthYear,
                  conditions: typed.conditions.filter(id => !told.conditions.includes(id)),
                  isListSaid: before.isListSaid,
                  pregnant: before.pregnant,
                })
              }
            >
              {words.takeOut}
            </button>
          </p>
        </section>
      )}
      <form
        class="stack gap-5"
        onSubmit={event => {
          event.preventDefault()
          keep()
        }}
      >
        <div class="grid-2 stack gap-5">
          <div class="stack gap-5">
            <Basics typed={typed} type={draft.type} />
            <Place typed={typed} type={draft.type} />
          </div>
          <Illnesses typed={typed} type={draft.type} />
        </div>
        <p class="chips">
          <span class="quiet">{words.medicines}</span>
          <a class="btn plain" href="/medicines">
            {words.toMedicines}
          </a>
        </p>
        {problem !== undefined && <p role="alert">{problem}</p>}
        <button type="submit" class="btn next">
          {words.keep}
        </button>
      </form>
    </main>
  )
}

interface PartProps {
  readonly typed: Typed
  readonly type: (part: Partial<Typed>) => void
}

const Basics = ({ typed, type }: PartProps) => (
  <section class="card stack gap-3">
    <Field
      label={words.birthYear}
      type="number"
      inputMode="numeric"
      value={typed.birthYear}
      onType={text => type({ birthYear: text })}
    />
    {typed.birthYear === '' && diary.value.person.age !== undefined && (
      <p class="note">{words.age(diary.value.person.age)}</p>
    )}
    <Pick
      as="field"
      legend={words.sex}
      name="sex"
      options={words.sexes}
      chosen={typed.sex}
      onPick={sex => type({ sex })}
    />
    {typed.sex !== 'male' && (
      <Pick
        as="field"
        legend={words.pregnant}
        name="pregnant"
        options={{ yes: words.yes, no: words.no }}
        chosen={typed.pregnant}
        onPick={pregnant => type({ pregnant })}
      />
    )}
    {typed.sex !== 'male' && typed.pregnant === 'yes' && (
      <Field
        label={words.weeks}
        type="number"
        inputMode="numeric"
        value={typed.weeks}
        onType={text => type({ weeks: text })}
      />
    )}
  </section>
)

function Illnesses({ typed, type }: PartProps) {
  const { conditions, isListSaid, allergies } = typed
  const others = conditions.filter(each => !Object.hasOwn(words.names, each))
  const toggle = (id: string, isOn: boolean) =>
    type({ conditions: [...conditions.filter(each => each !== id), ...(isOn ? [id] : [])], isListSaid: true })
  return (
    <section class="card stack gap-3">
      <fieldset class="stack gap-3">
        <legend class="group">{words.conditions}</legend>
        <p class="note">{words.conditionsHelp}</p>
        <p class="chips">
          {Object.entries(words.names).map(([id, name]) => (
            <label key={id} class="chip pick">
              <input
                type="checkbox"
                checked={conditions.includes(id)}
                onChange={event => toggle(id, event.currentTarget.checked)}
              />
              {name}
            </label>
          ))}
          <label class="chip pick">
            <input
              type="checkbox"
              checked={isListSaid && conditions.length === 0}
              onChange={event => type({ conditions: [], isListSaid: event.currentTarget.checked })}
            />
            {words.none}
          </label>
        </p>
        {others.length > 0 && <p class="note">{words.others(others.join(', ').replace(/-/g, ' '))}</p>}
      </fieldset>
      <Field label={words.allergies} value={allergies} onType={text => type({ allergies: text })} />
      <p class="note">{words.allergiesHelp}</p>
    </section>
  )
}

const Place = ({ typed, type }: PartProps) => (
  <section class="card stack gap-3">
    <Pick
      as="field"
      legend={words.units}
      name="units"
      options={words.unitNames}
      chosen={typed.units}
      onPick={units => type({ units })}
    />
    <CountrySelect
      label={words.country}
      countries={emergencyNumbers}
      chosen={typed.country}
      none={words.open}
      onChoose={country => type({ country: country ?? '' })}
    />
  </section>
)

/** The changed fields for the diary, or why they are not valid. */
function changesOf(before: Typed, typed: Typed): Said | string {
  const thisYear = Number(today().slice(0, 4))
  const year = Number(typed.birthYear)
  const weeks = Number(typed.weeks)
  const isPregnant = typed.sex !== 'male' && typed.pregnant === 'yes'
  const isNew = (field: keyof Typed) => String(before[field]) !== String(typed[field]) && String(typed[field]) !== ''
  if (isNew('birthYear') && !(Number.isInteger(year) && year >= thisYear - 120 && year <= thisYear))
    return words.badYear(thisYear - 120, thisYear)
  if (isPregnant && isNew('weeks') && !(weeks >= 0 && weeks <= 45)) return words.badWeeks
  const isListNew = typed.isListSaid && (!before.isListSaid || isNew('conditions') || typed.conditions.length === 0)
  const isSameList = before.isListSaid && String(before.conditions) === String(typed.conditions)
  const allergies = typed.allergies.split(',').flatMap(each => each.trim() || [])
  const hasNone = allergies.length === 1 && allergies[0]?.toLowerCase() === words.noAllergy
  return {
    ...(isNew('birthYear') ? { birthYear: year } : {}),
    ...(isNew('sex') && typed.sex !== '' ? { sex: typed.sex } : {}),
    ...(typed.sex !== 'male' && isNew('pregnant') ? { pregnant: isPregnant } : {}),
    ...(isPregnant && isNew('weeks') ? { pregnancyWeeks: weeks } : {}),
    ...(isListNew && !isSameList ? { conditions: typed.conditions } : {}),
    ...(isNew('allergies') ? { allergies: hasNone ? [] : allergies } : {}),
    ...(isNew('units') && typed.units !== '' ? { units: typed.units } : {}),
    ...(isNew('country') ? { country: typed.country } : {}),
  }
}
