/** More devices: turns sync on, shows how it stands, and ends it. */
import { useEffect, useState } from 'preact/hooks'
import { isSyncOn } from '../state/sync-on.ts'
import { Top } from '../ui/top.tsx'
import { status } from './live.ts'
import { hasSync } from './own-server.ts'
import { type NewCode, RecoveryCode } from './recovery-code.tsx'
import { SyncOff } from './sync-off.tsx'
import { SyncOn } from './sync-on.tsx'
import './sync.css'

const words = {
  title: 'More devices',
  back: 'Settings',
  lead: 'Keep one diary on your phone and your laptop. If one is lost, the other still has it all.',
  sees: 'What can the server see?',
  seesNot: 'Not a word of your diary. It is locked on this device before it leaves it.',
  seesThis: 'It sees when your devices send something, about how much, and from which internet address.',
  notHere: 'This server does not keep diaries. Whoever runs it can turn that on.',
  away: 'The server does not answer. Try again when you are online.',
  erased: 'Sync was ended for good on one of your devices. Your diary here is as it was.',
  dropped: 'The server says that your diary was deleted there. It cannot prove that you asked for it.',
  droppedMend: 'Your diary here is as it was. You can turn sync on again with a new code.',
}

export function Screen(_props: { readonly id: string }) {
  const [code, setCode] = useState<NewCode | undefined>(undefined)
  const isOn = isSyncOn.value
  if (code !== undefined) return <RecoveryCode code={code} onSafe={() => setCode(undefined)} />
  return (
    <main id="main" class="page stack gap-5" data-screen="sync" tabIndex={-1}>
      <Top back={['/settings', words.back]} />
      <div class="stack gap-2">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
      </div>
      {isOn ? <SyncOn /> : <Off onCode={setCode} />}
      <details class="card fold">
        <summary>{words.sees}</summary>
        <div class="stack gap-2">
          <p>{words.seesNot}</p>
          <p>{words.seesThis}</p>
        </div>
      </details>
    </main>
  )
}

function Off({ onCode }: { readonly onCode: (code: NewCode) => void }) {
  const [isThere, setThere] = useState<boolean | 'asking' | undefined>('asking')
  useEffect(() => void hasSync().then(setThere), [])
  const now = status.value
  return (
    <>
      {now.kind === 'erased' && (
        <section class="card stack gap-2" role="status">
          <p>{now.isProven ? words.erased : words.dropped}</p>
          {!now.isProven && <p>{words.droppedMend}</p>}
        </section>
      )}
      {isThere === true && <SyncOff onCode={onCode} />}
      {isThere === false && <p class="card">{words.notHere}</p>}
      {isThere === undefined && <p class="card">{words.away}</p>}
    </>
  )
}
