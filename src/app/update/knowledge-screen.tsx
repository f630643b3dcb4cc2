/** How new the knowledge is, and newer knowledge from a file or the own server, with one tap back. */
import { useState } from 'preact/hooks'
import { compiledNow } from '../../library/update.ts'
import { pinnedKeys } from '../../update/pinned-keys.ts'
import { say } from '../ui/days.ts'
import { Top } from '../ui/top.tsx'
import { forget } from './kept.ts'
import { offer, signedOn } from './newer.ts'

const words = {
  back: 'Learn',
  title: 'Newer knowledge',
  built: (day: string) => `What Unknot knows is of ${day}. It came with the app.`,
  taken: (day: string, signed: string) => `What Unknot knows is of ${day}. It came from a file signed on ${signed}.`,
  lead: 'A newer file can renew what is past its date, without a new app.',
  rules:
    'Only a file signed by someone this app trusts is taken. No danger may count less in it, unless a clinician agreed.',
  noKeys: 'This app trusts nobody yet. So it takes no file.',
  open: 'Open a file',
  ask: 'Ask this server',
  none: 'This server has none.',
  away: 'The server does not answer. Try again later.',
  refused: 'It was not taken.',
  undo: 'Go back to what came with the app',
}

export function Screen(_props: { readonly id: string }) {
  const [problem, setProblem] = useState<readonly string[]>([])
  const take = async (text: string) => {
    const { error } = await offer(text)
    if (error === undefined) location.reload()
    else setProblem([words.refused, `${error}.`])
  }
  const ask = async () => {
    const response = await fetch('/knowledge/signed.json', { cache: 'no-store' }).catch(() => undefined)
    if (response === undefined) return setProblem([words.away])
    const isFile = response.ok && response.headers.get('Content-Type')?.startsWith('application/json')
    return isFile ? take(await response.text()) : setProblem([words.none])
  }
  const undo = async () => {
    await forget()
    location.reload()
  }
  const day = say.date(compiledNow())
  return (
    <main id="main" class="page stack gap-5" data-screen="knowledge" tabIndex={-1}>
      <Top back={['/learn', words.back]} />
      <h1>{words.title}</h1>
      <p class="lead">{signedOn === undefined ? words.built(day) : words.taken(day, say.date(signedOn))}</p>
      {signedOn !== undefined && (
        <button type="button" class="btn big" onClick={() => void undo()}>
          {words.undo}
        </button>
      )}
      <section class="card stack gap-3">
        <p>{words.lead}</p>
        <p class="quiet">{words.rules}</p>
        {pinnedKeys.length === 0 ? (
          <p>
            <b>{words.noKeys}</b>
          </p>
        ) : (
          <>
            <label class="field">
              <span>{words.open}</span>
              <input
                type="file"
                accept=".json,application/json"
                onChange={event => {
                  const file = event.currentTarget.files?.[0]
                  if (file) void file.text().then(take)
                }}
              />
            </label>
            <button type="button" class="btn big" onClick={() => void ask()}>
              {words.ask}
            </button>
          </>
        )}
        {problem.length > 0 && (
          <div role="alert" class="stack gap-2">
            {problem.map(line => (
              <p key={line}>{line}</p>
            ))}
          </div>
        )}
      </section>
    </main>
  )
}
