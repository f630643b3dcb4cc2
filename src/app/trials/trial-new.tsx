/** A new trial: the question, whether it suits, what it can and cannot show, the expectation, and the start. */
import { useEffect } from 'preact/hooks'
import { Top } from '../ui/top.tsx'
import { openTrial } from './all-trials.ts'
import { typed } from './trial-draft.ts'
import { TrialFacts } from './trial-facts.tsx'
import { TrialQuestion } from './trial-question.tsx'
import { TrialShow } from './trial-show.tsx'
import { TrialStart } from './trial-start.tsx'

const words = {
  back: 'My trials',
  steps: {
    question: 'What do you want to find out?',
    facts: 'Does a trial suit you now?',
    show: 'What this trial can show',
    start: 'Before you start',
  },
  open: 'A trial is under way. One at a time keeps the answer clean.',
}

/** `remedy` is one to begin with: its id, or the person's own words. */
export function TrialNew({ remedy }: { readonly remedy?: string | undefined }) {
  const { step } = typed.value()
  useEffect(() => {
    scrollTo(0, 0)
  }, [step])
  const isTaken = openTrial.value !== undefined
  return (
    <main id="main" class="page stack gap-5" data-screen="trial-new" data-step={step} tabIndex={-1}>
      <Top back={['/trials', words.back]} />
      <h1>{words.steps[step]}</h1>
      {isTaken ? (
        <p class="empty">{words.open}</p>
      ) : step === 'question' ? (
        <TrialQuestion remedy={remedy} />
      ) : step === 'facts' ? (
        <TrialFacts />
      ) : step === 'show' ? (
        <TrialShow />
      ) : (
        <TrialStart />
      )}
    </main>
  )
}
