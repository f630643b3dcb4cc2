/** My medicines: look one up as you type, keep it with its start, and see what the sources say of it. */
import { Heading } from '../ui/heading.tsx'
import './medicines.css'
import { signal } from '@preact/signals'
import { useEffect, useRef, useState } from 'preact/hooks'
import { explanations } from '../../knowledge/explanations.gen.ts'
import type { LookUpAnswer } from '../../medicines/answer.ts'
import type { Suggestion } from '../../medicines/nearest.ts'
import { takenNow } from '../../plan/taken-now.ts'
import { diary, openedAt } from '../state/store.ts'
import { Contacts, Reasons, triageNow } from '../triage/door.ts'
import { Icon } from '../ui/icon.tsx'
import { Top } from '../ui/top.tsx'
import { CombinationSigns } from './combination-signs.tsx'
import { JointWarnings } from './joint-warnings.tsx'
import { MedicineAnswer } from './medicine-answer.tsx'
import { confirmed, lookUp, openNames, suggest } from './medicine-names.ts'
import { MyMedicines } from './my-medicines.tsx'

const words = {
  back: 'Prevent',
  title: 'My medicines',
  lead: 'Could one of them be part of your cramps? Type a name from the box, or several with commas.',
  label: 'Name of a medicine',
  hint: 'Brand or ingredient. Try “lasix 40 mg”, “statin” or “water tablets”.',
  look: 'Look it up',
  offered: 'Names that begin so',
  urgent: 'First: signs that need help',
  failed: 'The names could not be opened. Load the page again, or ask a pharmacist.',
  notDevice: 'No clinician has reviewed this list yet. Not on our list never means that it cannot cause cramps.',
}

/** What was looked up stays while the person reads about it. */
const shown = signal<{ readonly typed: string; readonly answer: LookUpAnswer } | undefined>(undefined)

export function Screen(_props: { readonly id: string }) {
  const urgent = triageNow.value?.because.filter(({ kind }) => kind === 'combination') ?? []
  const found = shown.value
  const taken = takenNow(diary.value.medicines, openedAt.value)
  const looked = found && 'parts' in found.answer ? found.answer.ingredients : []
  return (
    <main id="main" class="page" data-screen="medicines" tabIndex={-1}>
      <Top back={['/prevent', words.back]} />
      <div class="cols">
        <section class="stack gap-5">
          <Heading title={words.title} lead={words.lead} />
          {urgent.length > 0 && (
            <div class="stack gap-3">
              <h2>{words.urgent}</h2>
              <Contacts because={urgent} />
              <Reasons because={urgent} />
            </div>
          )}
          <Search />
          {found && (
            <MedicineAnswer
              key={found.typed}
              typed={found.typed}
              answer={found.answer}
              onChoose={({ name, ingredients }) =>
                void confirmed(name, ingredients).then(answer => {
                  shown.value = { typed: name, answer }
                })
              }
              onDone={() => {
                shown.value = undefined
              }}
            />
          )}
          {looked.length > 0 ? (
            <JointWarnings medicines={[...taken, ...looked]} about={looked} />
          ) : (
            <JointWarnings medicines={taken} />
          )}
        </section>
        <aside class="stack gap-5">
          {looked.length > 0 && <JointWarnings medicines={taken} />}
          <MyMedicines />
          <CombinationSigns taken={taken} explanations={explanations} />
          <p class="note">{words.notDevice}</p>
        </aside>
      </div>
    </main>
  )
}

function Search() {
  const [typed, setTyped] = useState('')
  const [offered, setOffered] = useState<readonly Suggestion[]>([])
  const [isFailed, setFailed] = useState(false)
  const latest = useRef('')
  useEffect(openNames, [])
  const type = (text: string) => {
    setTyped(text)
    latest.current = text
    suggest(text).then(
      found => {
        if (latest.current === text) setOffered(found)
      },
      () => setFailed(true),
    )
  }
  const look = (name: string) => {
    if (name.trim() === '') return
    lookUp(name).then(
      answer => {
        shown.value = { typed: name, answer }
        latest.current = ''
        setTyped('')
        setOffered([])
      },
      () => setFailed(true),
    )
  }
  return (
    <search>
      <form
        class="card stack gap-3 look-up"
        onSubmit={event => {
          event.preventDefault()
          look(typed)
        }}
      >
        <label class="stack gap-2">
          <b>{words.label}</b>
          <input
            type="search"
            name="medicine"
            value={typed}
            autoComplete="off"
            autoCapitalize="none"
            spellcheck={false}
            maxLength={200}
            aria-describedby="medicine-hint"
            onInput={event => type(event.currentTarget.value)}
          />
        </label>
        <p id="medicine-hint" class="note">
          {words.hint}
        </p>
        {isFailed && <p class="caution">{words.failed}</p>}
        {offered.length > 0 && (
          <ul class="offers" aria-label={words.offered}>
            {offered.map(({ name, kind }) => (
              <li key={name}>
                <button type="button" class="btn plain offer" onClick={() => look(name)}>
                  <span>{name}</span>
                  {kind === 'group' && <span class="note">group</span>}
                  <Icon name="next" />
                </button>
              </li>
            ))}
          </ul>
        )}
        <button type="submit" class="btn big" disabled={typed.trim() === ''}>
          {words.look}
        </button>
      </form>
    </search>
  )
}
