/** My medicines: look one up as you type, keep it with its start, and see what the sources say of it. */
import '../styles/prevent.css'
import { signal } from '@preact/signals'
import { useState } from 'preact/hooks'
import { explanations } from '../../knowledge/explanations.gen.ts'
import type { Answer } from '../../medicines/look-up.ts'
import { triageNow } from '../checking.ts'
import { confirmed, lookUp, suggest } from '../medicines.ts'
import { CombinationSigns } from '../parts/combination-signs.tsx'
import { Icon } from '../parts/icon.tsx'
import { MedicineAnswer } from '../parts/medicine-answer.tsx'
import { MyMedicines } from '../parts/my-medicines.tsx'
import { Reasons } from '../parts/reasons.tsx'
import { Top } from '../parts/top.tsx'
import { diary } from '../store.ts'

const words = {
  back: 'Prevent',
  title: 'My medicines',
  lead: 'Could one of them be part of your cramps? Type a name from the box.',
  label: 'Name of a medicine',
  hint: 'Brand or ingredient. Try “lasix 40 mg”, “statin” or “water tablets”.',
  look: 'Look it up',
  offered: 'Names that begin so',
  urgent: 'First: signs that need help',
  notDevice: 'No clinician has reviewed this list yet. Not in our data never means that it cannot cause cramps.',
}

/** What was looked up stays while the person reads about it. */
const shown = signal<{ readonly typed: string; readonly answer: Answer } | undefined>(undefined)

export function Screen(_props: { readonly id: string }) {
  const urgent = triageNow.value?.because.filter(({ kind }) => kind === 'combination') ?? []
  const found = shown.value
  return (
    <main id="main" class="page" data-screen="medicines" tabIndex={-1}>
      <Top back={['/prevent', words.back]} />
      <div class="cols">
        <section class="stack gap-5">
          <div class="stack gap-2">
            <h1>{words.title}</h1>
            <p class="lead">{words.lead}</p>
          </div>
          {urgent.length > 0 && (
            <div class="stack gap-3">
              <h2>{words.urgent}</h2>
              <Reasons because={urgent} />
            </div>
          )}
          <Search />
          {found && (
            <MedicineAnswer
              key={found.typed}
              typed={found.typed}
              answer={found.answer}
              onChoose={name => {
                shown.value = { typed: name, answer: confirmed(name) }
              }}
              onDone={() => {
                shown.value = undefined
              }}
            />
          )}
        </section>
        <aside class="stack gap-5">
          <MyMedicines />
          <CombinationSigns medicines={diary.value.medicines} explanations={explanations} />
          <p class="note">{words.notDevice}</p>
        </aside>
      </div>
    </main>
  )
}

function Search() {
  const [typed, setTyped] = useState('')
  const offered = suggest(typed)
  const look = (name: string, answer = lookUp(name)) => {
    if (name.trim() === '') return
    shown.value = { typed: name, answer }
    setTyped('')
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
            onInput={event => setTyped(event.currentTarget.value)}
          />
        </label>
        <p id="medicine-hint" class="note">
          {words.hint}
        </p>
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
