/** Asks for the code of a signer that this app does not know. The code is never shown: a code from the file would prove nothing. */
import { useState } from 'preact/hooks'
import type { PinnedKey } from '../../update/accept.ts'
import { Field } from '../ui/field.tsx'
import '../ui/forms.css'

const words = {
  unknown: 'This app does not know who signed this file.',
  how: 'Do you trust the people who made it? Get their code from them on paper, by phone or in person.',
  not: 'Do not use a code that came with the file. No code? Then leave the file.',
  code: 'Code of the signer (32 letters and numbers)',
  trust: 'Trust this signer',
  wrong: 'That is not the code of this signer. Nothing was changed.',
}

interface SignerCodeProps {
  readonly stranger: PinnedKey
  readonly onRight: () => void
}

export function SignerCode({ stranger, onRight }: SignerCodeProps) {
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const compare = async () => {
    const { isCodeOf } = await import('./newer.ts')
    if (await isCodeOf(stranger, typed).catch(() => false)) onRight()
    else setWrong(true)
  }
  return (
    <form
      class="stack gap-3"
      onSubmit={event => {
        event.preventDefault()
        void compare()
      }}
    >
      <div role="alert" class="stack gap-2">
        <p>
          <b>{words.unknown}</b>
        </p>
        <p>{words.how}</p>
        <p>{words.not}</p>
      </div>
      <Field
        label={words.code}
        autoComplete="off"
        autoCapitalize="none"
        spellcheck={false}
        value={typed}
        onType={text => {
          setTyped(text)
          setWrong(false)
        }}
      />
      {isWrong && <p role="alert">{words.wrong}</p>}
      <button type="submit" class="btn big">
        {words.trust}
      </button>
    </form>
  )
}
