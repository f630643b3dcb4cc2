/** Does a trial suit now? What speaks against one is asked, and said with what to do instead. */
import { useState } from 'preact/hooks'
import { type Design, defaultEpisodes } from '../../trials/design.ts'
import { factStatements } from '../../trials/refusal.ts'
import { Choices } from '../ui/choices.tsx'
import { designOf, factsToAsk, hasOpenSign, typed } from './trial-draft.ts'

const words = {
  factsLead: 'Tap what is true. Not sure counts as true here.',
  none: 'None of these',
  go: 'Go on',
  redFlag: 'A warning sign is open in your check. That comes first.',
  refused: 'No trial for now',
  else: 'Ask another question',
  bySpasm: 'Compare spasm by spasm',
}

export function TrialFacts() {
  const value = typed.value()
  const [result, setResult] = useState<Design | undefined>(undefined)
  const check = () => {
    const found = designOf(value, 0)
    if (found.kind === 'refused') setResult(found)
    else typed.type({ step: 'show' })
  }
  if (result?.kind === 'refused') {
    const isByDay = value.layout.kind === 'periods'
    const facts = result.because.map(({ fact }) => fact)
    const maySwitch =
      isByDay && value.model === 'rating' && facts.every(fact => fact === 'rare' || fact === 'first-or-worsening')
    return (
      <>
        <section class="card stack gap-3" role="alert">
          <h2>{words.refused}</h2>
          {facts.includes('red-flag') && hasOpenSign() && <p>{words.redFlag}</p>}
          {result.because.map(({ fact, why, instead }) => (
            <p key={fact}>
              <b>{why}</b> {instead}
            </p>
          ))}
        </section>
        <div class="dock">
          {maySwitch ? (
            <button
              type="button"
              class="btn next"
              onClick={() => typed.type({ layout: { kind: 'episodes', episodes: defaultEpisodes }, step: 'show' })}
            >
              {words.bySpasm}
            </button>
          ) : (
            <button type="button" class="btn next" onClick={() => typed.clear()}>
              {words.else}
            </button>
          )}
        </div>
      </>
    )
  }
  const isAny = Object.values(value.facts).some(answer => answer !== undefined)
  return (
    <>
      <p class="lead">{words.factsLead}</p>
      <Choices
        choices={factsToAsk(value).map(fact => ({ id: fact, text: factStatements[fact] }))}
        answers={value.facts}
        onAnswer={(fact, answer) => typed.type({ facts: { ...value.facts, [fact]: answer } })}
      />
      <div class="dock">
        <button type="button" class="btn next" onClick={check}>
          {isAny ? words.go : words.none}
        </button>
      </div>
    </>
  )
}
