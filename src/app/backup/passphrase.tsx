/** Words that lock a file: typed in, and long enough before anything is made with them. */
import { useState } from 'preact/hooks'
import { Field } from '../ui/field.tsx'
import { leastLetters } from './seal.ts'

const words = {
  passphrase: 'Words that lock it',
  short: 'Use at least 12 letters: four plain words are best.',
  working: 'Locking it',
}

export interface Lock {
  readonly passphrase: string
  readonly type: (passphrase: string) => void
  readonly state: '' | 'short' | 'working'
  /** Does this once the words are long enough. */
  readonly guarded: (act: () => Promise<unknown>) => Promise<void>
}

export function useLock(): Lock {
  const [passphrase, type] = useState('')
  const [state, setState] = useState<Lock['state']>('')
  const guarded = async (act: () => Promise<unknown>) => {
    if (passphrase.trim().length < leastLetters) return setState('short')
    setState('working')
    await act().finally(() => setState(''))
  }
  return { passphrase, type, state, guarded }
}

export interface LockFormProps {
  readonly lock: Lock
  readonly help?: string
  readonly button: 'big' | 'next'
  readonly save: string
  readonly onSave: () => Promise<void>
}

export const LockForm = ({ lock, help, button, save, onSave }: LockFormProps) => (
  <>
    <Passphrase value={lock.passphrase} onType={lock.type} />
    {help !== undefined && <p class="note">{help}</p>}
    {lock.state === 'short' && <p role="alert">{words.short}</p>}
    <button
      type="button"
      class={`btn ${button}`}
      disabled={lock.state === 'working'}
      onClick={() => void lock.guarded(onSave)}
    >
      {lock.state === 'working' ? words.working : save}
    </button>
  </>
)

interface PassphraseProps {
  readonly value: string
  readonly onType: (passphrase: string) => void
}

export const Passphrase = (props: PassphraseProps) => (
  <Field label={words.passphrase} autocomplete="off" autocapitalize="none" spellcheck={false} {...props} />
)
