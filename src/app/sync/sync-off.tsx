/** Sync is off: turn it on with a new code, or use the code of another device. */
import { useState } from 'preact/hooks'
import { findLog } from '../../sync/find-log.ts'
import { logKeys } from '../../sync/keys.ts'
import { newMemory } from '../../sync/memory.ts'
import { readRecoveryCode, secretBytes } from '../../sync/recovery-code.ts'
import { entryCount } from '../state/log.ts'
import { useSecret } from './live.ts'
import { ownServer, random } from './own-server.ts'
import type { NewCode } from './recovery-code.tsx'
import '../ui/forms.css'

const words = {
  begin: 'My first device',
  beginLead: 'Your entries are locked here, then sent. The server keeps them and cannot read them.',
  beginCode: 'You get 24 words to write down. Have pen and paper ready.',
  on: 'Turn it on',
  join: 'I have a code',
  joinLead: 'Type the 24 words from your other device, or from your paper.',
  field: 'Your 24 words',
  use: 'Use this code',
  failed: 'The server does not answer. Try again in a moment.',
  wrong: (why: string) => `This does not fit: ${why}.`,
  unknown: 'This server has no diary for these words. Check that it is the same address as on your other device.',
  fill: 'Fill the server from this device',
  erased: 'This diary was deleted from the server for good. Turn sync on with a new code.',
}

export const SyncOff = ({ onCode }: { readonly onCode: (code: NewCode) => void }) => (
  <div class="grid-2 stack gap-5">
    <Begin onCode={onCode} />
    <Join />
  </div>
)

function Begin({ onCode }: { readonly onCode: (code: NewCode) => void }) {
  const [problem, setProblem] = useState<string | undefined>(undefined)
  const begin = async () => {
    const secret = random(new Uint8Array(secretBytes))
    const created = await ownServer.create(logKeys(secret, 'diary', 0))
    if (created.kind === 'done') onCode({ secret, serverKey: created.serverKey })
    else setProblem(words.failed)
  }
  return (
    <section class="card stack gap-3">
      <h2>{words.begin}</h2>
      <p>{words.beginLead}</p>
      <p class="quiet">{words.beginCode}</p>
      <button type="button" class="btn next" onClick={() => void begin()}>
        {words.on}
      </button>
      {problem !== undefined && <p role="alert">{problem}</p>}
    </section>
  )
}

function Join() {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | undefined>(undefined)
  const [unknown, setUnknown] = useState<Uint8Array | undefined>(undefined)
  const use = async () => {
    setUnknown(undefined)
    const read = readRecoveryCode(text)
    if (!read.ok) return setProblem(words.wrong(read.problem))
    const found = await findLog({ remote: ownServer, secret: read.secret, part: 'diary', memory: newMemory }, false)
    if (found.kind === 'found') return useSecret(read.secret, found.memory)
    setProblem(found.kind === 'unknown-log' ? words.unknown : found.kind === 'erased' ? words.erased : words.failed)
    if (found.kind === 'unknown-log' && entryCount.peek() > 0) setUnknown(read.secret)
  }
  return (
    <form
      class="card stack gap-3"
      onSubmit={event => {
        event.preventDefault()
        void use()
      }}
    >
      <h2>{words.join}</h2>
      <p class="quiet">{words.joinLead}</p>
      <div class="field">
        <label for="sync-words">{words.field}</label>
        <textarea
          id="sync-words"
          rows={5}
          value={text}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          onInput={event => {
            setText(event.currentTarget.value)
            setProblem(undefined)
          }}
        />
      </div>
      {problem !== undefined && <p role="alert">{problem}</p>}
      {unknown !== undefined && (
        <button type="button" class="btn" onClick={() => void useSecret(unknown, newMemory)}>
          {words.fill}
        </button>
      )}
      <button type="submit" class="btn big" disabled={text.trim() === ''}>
        {words.use}
      </button>
    </form>
  )
}
