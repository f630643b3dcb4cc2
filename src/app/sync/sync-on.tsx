/** Sync is on: how it stands, what the server has lost, how to add a device, how to end it. */
import { useState } from 'preact/hooks'
import { utcTime } from '../../time.ts'
import { say } from '../ui/days.ts'
import { toast } from '../ui/toast.tsx'
import { readSync } from './kept-sync.ts'
import { notices, noticesRead, status, stopSync, syncNow, useSecret } from './live.ts'
import { ownServer, random, sendOwn } from './own-server.ts'

const words = {
  state: 'How it stands',
  working: 'Looking at the server.',
  equal: (held: number) => `All is in both places: ${entries(held)}.`,
  none: 'Your diary is still empty. What you add goes to both places.',
  at: (time: string) => `Last checked at ${time}.`,
  waiting: 'The server was not reached. Your entries wait here, and go later by themselves.',
  look: 'Look now',
  noticed: 'What the server lost',
  notices: {
    wiped: 'The server was emptied. It is filled again from this device.',
    unknown: 'The server did not know this diary. It is filled from this device.',
    'set-back': 'The server had lost entries that it had before. They are sent again.',
    replaced: 'The server is a new one, or was set up again.',
    damaged: 'Some of what the server sent was changed on the way. It was left out. Nothing here is lost.',
  },
  read: 'I have read it',
  add: 'Add another device',
  addLead: 'Open Unknot there at this same address. Go to Settings, More devices, and type your 24 words.',
  share: 'Somebody who reads along',
  shareLead: 'A partner or a carer can see how you are. They read only what you choose, until a day that you choose.',
  shareOpen: 'Who reads along',
  clinic: 'A link for the clinic',
  end: 'End it',
  stop: 'Stop on this device',
  stopLead: 'Your diary stays here, and on the server for your other devices.',
  stopped: 'Sync has stopped on this device.',
  erase: 'Delete it from the server',
  eraseLead: 'For all devices, and for good. Each device keeps its own diary.',
  sure: 'Yes, delete it from the server',
  keep: 'Keep it',
  erased: (count: number) => `The server deleted ${entries(count)}, and signed for it.`,
  unsigned: 'The server says that it is deleted, but its proof does not fit.',
  failed: 'The server does not answer. Nothing was deleted. Try again in a moment.',
}

const entries = (count: number) => (count === 1 ? '1 entry' : `${count} entries`)

export function SyncOn() {
  const now = status.value
  const noticed = notices.value
  return (
    <div class="grid-2 stack gap-5">
      <section class="card stack gap-3" role="status">
        <h2>{words.state}</h2>
        {now.kind === 'equal' ? (
          <>
            <p>
              <b>{now.held === 0 ? words.none : words.equal(now.held)}</b>
            </p>
            <p class="quiet">{words.at(say.time(now.at))}</p>
          </>
        ) : (
          <p>{now.kind === 'waiting' ? words.waiting : words.working}</p>
        )}
        <button type="button" class="btn" onClick={syncNow}>
          {words.look}
        </button>
      </section>
      {noticed.length > 0 && (
        <section class="card stack gap-2" role="status">
          <h2>{words.noticed}</h2>
          {noticed.map(each => (
            <p key={each}>{words.notices[each]}</p>
          ))}
          <button type="button" class="btn" onClick={() => void noticesRead()}>
            {words.read}
          </button>
        </section>
      )}
      <section class="card stack gap-2">
        <h2>{words.add}</h2>
        <p>{words.addLead}</p>
      </section>
      <section class="card stack gap-2">
        <h2>{words.share}</h2>
        <p>{words.shareLead}</p>
        <a class="btn big" href="/share">
          {words.shareOpen}
        </a>
        <a class="btn big" href="/clinic">
          {words.clinic}
        </a>
      </section>
      <End />
    </div>
  )
}

function End() {
  const [asked, setAsked] = useState(false)
  const [problem, setProblem] = useState<string | undefined>(undefined)
  const stop = async () => {
    const before = await stopSync()
    toast.value = {
      text: words.stopped,
      ...(before ? { undo: () => void useSecret(before.secret, before.memory, before.shares) } : {}),
    }
  }
  const deleteThere = async () => {
    const kept = await readSync()
    if (kept === undefined) return
    const place = { remote: ownServer, secret: kept.secret, part: 'diary' as const, memory: kept.memory }
    // It checks a signature, with code that nothing else needs.
    const { erase } = await import('../../sync/end.ts')
    const [{ eraseShared }, { endHealthLink }, { links, look }] = await Promise.all([
      import('../../sync/sharing.ts'),
      import('../../sync/health-link.ts'),
      import('./shares.ts'),
    ])
    await look()
    const at = utcTime(Date.now())
    // First, because a diary that is erased is not asked for again.
    for (const link of links.peek() ?? []) await endHealthLink(location.origin, sendOwn, link)
    const left = await eraseShared({ ...place, random, now: Date.now(), memories: {} }, at)
    const done = left ?? (await erase(place, at, random))
    if (done.kind === 'failed') return setProblem(words.failed)
    await stopSync()
    if (done.kind === 'done') toast.value = { text: done.isSigned ? words.erased(done.receipt.count) : words.unsigned }
  }
  return (
    <section class="card stack gap-3">
      <h2>{words.end}</h2>
      <p class="quiet">{words.stopLead}</p>
      <button type="button" class="btn big" onClick={() => void stop()}>
        {words.stop}
      </button>
      <p class="quiet">{words.eraseLead}</p>
      {asked ? (
        <>
          <button type="button" class="btn big danger" onClick={() => void deleteThere()}>
            {words.sure}
          </button>
          <button type="button" class="btn plain" onClick={() => setAsked(false)}>
            {words.keep}
          </button>
        </>
      ) : (
        <button type="button" class="btn big danger" onClick={() => setAsked(true)}>
          {words.erase}
        </button>
      )}
      {problem !== undefined && <p role="alert">{problem}</p>}
    </section>
  )
}
