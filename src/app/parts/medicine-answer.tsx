/** The answer to a name that was looked up: one of four, and the way to keep it. Nothing doubtful is ever assumed. */
import { useState } from 'preact/hooks'
import type { Answer } from '../../medicines/look-up.ts'
import { medicineKnowledge } from '../medicines.ts'
import { localIso, record } from '../store.ts'
import { Icon } from './icon.tsx'
import { MedicineCard } from './medicine-card.tsx'
import { MedicinePassport } from './medicine-passport.tsx'
import { toast } from './toast.tsx'

const words = {
  typed: (typed: string) => `You typed “${typed}”`,
  which: 'Which of these is on the box?',
  whichBecause: {
    'from-memory': 'We know this name from memory only. Check that the box names this ingredient.',
    group: 'This is a group. Which one do you take?',
    'look-alike': 'Some names look alike. Read the box letter by letter.',
    close: 'We are not sure what you meant.',
    'several-words': 'We know part of what you typed.',
  },
  holds: (ingredients: string) => `holds ${ingredients}`,
  none: 'None of these',
  notRecognised: 'We do not know this name',
  keepName: 'Keep the name in my list',
  mixed: (names: string) => `Look at the box: this is easily mixed up with ${names}.`,
  when: 'When did you start it?',
  take: 'I take this',
  justLooking: 'I only looked',
  kept: (name: string) => `${name} is in your list.`,
  starts: [
    ['This week', 3],
    ['This month', 18],
    ['1 to 3 months ago', 60],
    ['3 to 12 months ago', 220],
    ['Over a year ago', 500],
    ['I do not know', undefined],
  ] as readonly (readonly [string, number | undefined])[],
}

export interface MedicineAnswerProps {
  readonly typed: string
  readonly answer: Answer
  readonly onChoose: (name: string) => void
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
            {answer.candidates.map(({ name, ingredients }) => (
              <li key={name}>
                <button type="button" class="btn plain offer" onClick={() => onChoose(name)}>
                  <span>
                    <b>{name}</b>
                    <small>{ingredients.join() === name ? '' : words.holds(ingredients.map(nameOf).join(', '))}</small>
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
          <Keep name={typed} ingredients={[]} onDone={onDone} />
        </div>
      )}
      {(answer.status === 'listed' || answer.status === 'not-listed') && (
        <div class="card stack gap-3">
          <p class="note">{words.typed(typed)}</p>
          <h2>{answer.name}</h2>
          {answer.mixedUpWith.length > 0 && <p class="caution">{words.mixed(answer.mixedUpWith.join(', '))}</p>}
          {answer.parts.map(part => (
            <MedicineCard
              key={part.name}
              {...part}
              isOpen={answer.parts.length === 1}
              isNamed={part.name === answer.name}
            />
          ))}
          <Keep name={answer.name} ingredients={answer.ingredients} onDone={onDone} />
        </div>
      )}
    </section>
  )
}

interface KeepProps {
  readonly name: string
  readonly ingredients: readonly string[]
  readonly onDone: () => void
}

function Keep({ name, ingredients, onDone }: KeepProps) {
  const [isTaken, setTaken] = useState(false)
  const keep = (daysAgo: number | undefined) => {
    const at = localIso(new Date(Date.now() - (daysAgo ?? 0) * 86_400_000))
    for (const medicine of usesOf(name, ingredients))
      record({ type: 'medicine-started', ...medicine, ...(daysAgo === undefined ? { undated: true } : {}) }, at)
    toast.value = { text: words.kept(name) }
    onDone()
  }
  if (!isTaken)
    return (
      <p class="chips">
        <button type="button" class="btn next" onClick={() => setTaken(true)}>
          {ingredients.length > 0 ? words.take : words.keepName}
        </button>
        <button type="button" class="btn plain" onClick={onDone}>
          {words.justLooking}
        </button>
      </p>
    )
  return (
    <fieldset class="stack gap-3">
      <legend>
        <b>{words.when}</b>
      </legend>
      <p class="chips">
        {words.starts.map(([text, days]) => (
          <button key={text} type="button" class="chip" onClick={() => keep(days)}>
            {text}
          </button>
        ))}
      </p>
    </fieldset>
  )
}

/** A use for each ingredient that has an id; the name alone where none has. */
const usesOf = (name: string, ingredients: readonly string[]) =>
  ingredients.length === 0
    ? [{ medicine: name }]
    : ingredients.map(ingredient => ({
        medicine: ingredients.length === 1 ? name : `${name}: ${nameOf(ingredient)}`,
        ingredient,
      }))

const nameOf = (id: string): string =>
  (medicineKnowledge.ingredients[id] ?? medicineKnowledge.recognised[id])?.name ?? id
