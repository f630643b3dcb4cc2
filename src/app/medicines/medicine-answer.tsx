/** The answer to a name that was looked up: one of four, and the way to keep it. Nothing doubtful is ever assumed. */
import type { Candidate, LookUpAnswer } from '../../medicines/answer.ts'
import { Icon } from '../ui/icon.tsx'
import { KeepMedicine } from './keep-medicine.tsx'
import { MedicineCard } from './medicine-card.tsx'
import { MedicinePassport } from './medicine-passport.tsx'
import { medicineKnowledge, nameOf } from './medicine-texts.ts'

const words = {
  typed: (typed: string) => `You typed “${typed}”`,
  which: 'Which of these is on the box?',
  whichBecause: {
    differs: 'This name does not hold the same everywhere. Read on the box what it holds.',
    group: 'This is a group. Which one do you take?',
    'look-alike': 'Some names look alike. Read the box letter by letter.',
    close: 'We are not sure what you meant.',
    'several-words': 'We know part of what you typed.',
  },
  holds: (ingredients: string) => `holds ${ingredients}`,
  none: 'None of these',
  notRecognised: 'We do not know this name',
  mixed: (names: string) => `Look at the box: this is easily mixed up with ${names}.`,
  memory: 'We know what this name holds from memory only. Check it on the box.',
  places: { UK: 'UK', US: 'USA', CA: 'Canada', AU: 'Australia', IN: 'India', EU: 'Europe' },
}

export interface MedicineAnswerProps {
  readonly typed: string
  readonly answer: LookUpAnswer
  readonly onChoose: (candidate: Candidate) => void
  readonly onDone: () => void
}

export function MedicineAnswer({ typed, answer, onChoose, onDone }: MedicineAnswerProps) {
  const { advice } = medicineKnowledge.texts
  return (
    <section class="stack gap-3" aria-live="polite" data-status={answer.status}>
      {answer.status === 'which' && (
        <div class="card stack gap-3">
          <p class="note">{words.typed(typed)}</p>
          <h2>{words.which}</h2>
          <p>{words.whichBecause[answer.because]}</p>
          <ul class="offers">
            {answer.candidates.map(candidate => (
              <li key={`${candidate.name} ${candidate.ingredients.join()}`}>
                <button type="button" class="btn plain offer" onClick={() => onChoose(candidate)}>
                  <span>
                    <b>{candidate.name}</b>
                    <small>{underName(candidate)}</small>
                  </span>
                  <Icon name="next" />
                </button>
              </li>
            ))}
          </ul>
          <button type="button" class="btn plain" onClick={onDone}>
            {words.none}
          </button>
        </div>
      )}
      {answer.status === 'not-recognised' && (
        <div class="card stack gap-3">
          <p class="note">{words.typed(typed)}</p>
          <h2>{words.notRecognised}</h2>
          <p>{advice['not-recognised']}</p>
          <MedicinePassport />
          <KeepMedicine name={typed} ingredients={[]} onDone={onDone} />
        </div>
      )}
      {(answer.status === 'listed' || answer.status === 'not-listed') && (
        <div class="card stack gap-3">
          <p class="note">{words.typed(typed)}</p>
          <h2>{answer.name}</h2>
          {answer.mixedUpWith.length > 0 && <p class="caution">{words.mixed(answer.mixedUpWith.join(', '))}</p>}
          {answer.checked === 'memory' && <p class="quiet">{words.memory}</p>}
          {answer.parts.map(part => (
            <MedicineCard
              key={part.name}
              {...part}
              isOpen={answer.parts.length === 1}
              isNamed={part.name === answer.name}
            />
          ))}
          <KeepMedicine name={answer.name} ingredients={answer.ingredients} onDone={onDone} />
        </div>
      )}
    </section>
  )
}

/** What it holds, and where, unless the name says it already. */
function underName({ name, ingredients, regions = [] }: Candidate): string {
  const held = ingredients.map(nameOf).join(', ')
  const places = regions.map(region => words.places[region]).join(', ')
  const holds = held.toLowerCase() === name.toLowerCase() ? '' : words.holds(held)
  return [holds, places].filter(part => part !== '').join(' · ')
}
