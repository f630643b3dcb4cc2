/** How new the knowledge is, and newer knowledge from a file or the own server, with one tap back. */
import { useState } from 'preact/hooks'
import { compiledOn } from '../../knowledge/compiled.gen.ts'
import type { PinnedKey } from '../../update/accept.ts'
import { takenDates } from '../state/taken-knowledge.ts'
import { say } from '../ui/days.ts'
import { Top } from '../ui/top.tsx'
import { forget } from './kept.ts'
import { SignerCode } from './signer-code.tsx'

const words = {
  back: 'Learn',
  title: 'Newer knowledge',
  built: (day: string) => `What Unknot knows is of ${day}. It came with the app.`,
  taken: (day: string, signed: string) => `What Unknot knows is of ${day}. It came from a file signed on ${signed}.`,
  lead: 'A newer file can renew what is past its date, without a new app.',
  rules:
    'Only a file signed by someone this app trusts is taken. No danger may count less in it, unless a clinician agreed.',
  open: 'Open a file',
  ask: 'Ask this server',
  none: 'This server has none.',
  away: 'The server does not answer. Try again later.',
  refused: 'It was not taken.',
  undo: 'Go back to what came with the app',
}

interface Refused {
  readonly lines: readonly string[]
  /** A file of a key that is not trusted: it can be taken once the code of its signer is typed. */
  readonly unknown?: { readonly text: string; readonly key: PinnedKey }
}

export function Screen(_props: { readonly id: string }) {
  const [refused, setRefused] = useState<Refused | undefined>(undefined)
  const take = async (text: string, typed?: PinnedKey) => {
    const { offer } = await import('./newer.ts')
    const { error, stranger } = await offer(text, typed)
    if (error === undefined) location.reload()
    else if (stranger) setRefused({ lines: [], unknown: { text, key: stranger } })
    else setRefused({ lines: [words.refused, `${error}.`] })
  }
  const ask = async () => {
    const response = await fetch('/knowledge/signed.json', { cache: 'no-store' }).catch(() => undefined)
    if (response === undefined) return setRefused({ lines: [words.away] })
    const isFile = response.ok && response.headers.get('Content-Type')?.startsWith('application/json')
    return isFile ? take(await response.text()) : setRefused({ lines: [words.none] })
  }
  const undo = async () => {
    await forget()
    location.reload()
  }
  const dates = takenDates()
  return (
    <main id="main" class="page stack gap-5" data-screen="knowledge" tabIndex={-1}>
      <Top back={['/learn', words.back]} />
      <h1>{words.title}</h1>
      <p class="lead">
        {dates ? words.taken(say.date(dates.compiled), say.date(dates.signedOn)) : words.built(say.date(compiledOn))}
      </p>
      {dates && (
        <button type="button" class="btn big" onClick={() => void undo()}>
          {words.undo}
        </button>
      )}
      <section class="card stack gap-3">
        <p>{words.lead}</p>
        <p class="quiet">{words.rules}</p>
        <label class="field">
          <span>{words.open}</span>
          <input
            type="file"
            accept=".json,application/json"
            onChange={event => {
              const file = event.currentTarget.files?.[0]
              if (file) void file.text().then(text => take(text))
            }}
          />
        </label>
        <button type="button" class="btn big" onClick={() => void ask()}>
          {words.ask}
        </button>
        {refused && refused.lines.length > 0 && (
          <div role="alert" class="stack gap-2">
            {refused.lines.map(line => (
              <p key={line}>{line}</p>
            ))}
          </div>
        )}
        {refused?.unknown && (
          <SignerCode
            stranger={refused.unknown.key}
            onRight={() => refused.unknown && void take(refused.unknown.text, refused.unknown.key)}
          />
        )}
      </section>
    </main>
  )
}
