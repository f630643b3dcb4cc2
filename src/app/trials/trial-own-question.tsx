/** A question of one's own: two or three names, what is rated, and how the bad days come. */
import { useEffect, useState } from 'preact/hooks'
import type { OutcomeModel } from '../../trials/options.ts'
import type { Layout } from '../../trials/schedule.ts'
import { isKnown, loadNames, nameOf } from '../plan/door.ts'
import { Field } from '../ui/field.tsx'
import { Pick } from '../ui/pick.tsx'
import { beginOwn } from './begin-own.ts'

const words = {
  ownLead: 'Compare two or three comfort measures or habits. No medicines, and no supplements above food.',
  first: 'First',
  second: 'Second',
  third: 'Third, or leave it empty',
  outcome: 'What will you rate?',
  outcomes: {
    rating: 'Pain, 0 to 10, once a day',
    count: 'How many cramps a night',
    'yes-no': 'A cramp or none, each night',
  },
  way: 'How do the bad days come?',
  ways: { periods: 'On most days', episodes: 'Now and then, in spasms' },
  go: 'Go on',
}

export function OwnQuestion({ remedy }: { readonly remedy: string | undefined }) {
  useEffect(() => void loadNames(), [])
  const begunWith = remedy === undefined ? '' : nameOf(remedy).slice(0, 40)
  const [typedNames, setNames] = useState<readonly string[]>(['', '', ''])
  const [isTouched, setTouched] = useState(false)
  const [unfit, setUnfit] = useState<string | undefined>(undefined)
  const names = isTouched ? typedNames : [begunWith, ...typedNames.slice(1)]
  const [model, setModel] = useState<OutcomeModel>('rating')
  const [way, setWay] = useState<Layout['kind']>('periods')
  const arms = names
    .slice(0, model === 'rating' ? 3 : 2)
    .map(name => name.trim())
    .filter(name => name !== '')
    // Its own name stays joined to what Unknot guides.
    .map(label => (remedy !== undefined && label === begunWith ? { label, ...guided(remedy) } : { label }))
  const isReady = arms.length >= 2 && new Set(arms.map(({ label }) => label.toLowerCase())).size === arms.length
  const choose = async () => setUnfit(await beginOwn(arms, model, way))
  return (
    <section class="card stack gap-3">
      <p class="quiet">{words.ownLead}</p>
      {[words.first, words.second, ...(model === 'rating' ? [words.third] : [])].map((label, i) => (
        <Field
          key={label}
          label={label}
          class="text"
          maxLength={40}
          value={names[i]}
          onType={text => {
            setNames(names.map((name, at) => (at === i ? text : name)))
            setTouched(true)
            setUnfit(undefined)
          }}
        />
      ))}
      <Pick legend={words.outcome} name="outcome" options={words.outcomes} chosen={model} onPick={setModel} />
      {model === 'rating' && <Pick legend={words.way} name="way" options={words.ways} chosen={way} onPick={setWay} />}
      {unfit !== undefined && (
        <p class="caution" role="alert">
          {unfit}
        </p>
      )}
      <button type="button" class="btn big" disabled={!isReady} onClick={() => void choose()}>
        {words.go}
      </button>
    </section>
  )
}

/** The remedy or exercise that Unknot guides; what was told in own words has none. */
const guided = (remedy: string): { readonly remedy?: string } => {
  const [id = ''] = remedy.split('/')
  return isKnown(id) ? { remedy: id } : {}
}
