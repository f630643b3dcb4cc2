/** Backup and restore: one locked file, which the age program opens too; a restore shows first what it would add. Export beside it. */

import { useEffect, useState } from 'preact/hooks'
import type { WrongEvent } from '../../diary/from-json.ts'
import type { KeptEvent } from '../../diary/upgrade.ts'
import { localDay } from '../../time.ts'
import { backedUp, isRolling, lastBackup, setRolling } from '../state/backup-due.ts'
import { addKept, deleteAll, entryCount, readAll } from '../state/log.ts'
import { keptAside } from '../state/storage/database.ts'
import { isKeptOnce } from '../state/storage/storage.ts'
import { record, strikeOut, today } from '../state/store.ts'
import { say } from '../ui/days.ts'
import { download } from '../ui/download.ts'
import { toast } from '../ui/toast.tsx'
import { Top } from '../ui/top.tsx'
import { ExportCard } from './export-card.tsx'
import { type Opening, openBackup } from './open-backup.ts'
import { LockForm, Passphrase, useLock } from './passphrase.tsx'
import { canRoll, chooseRolling, roll } from './rolling-backup.ts'
import { seal } from './seal.ts'
import '../ui/forms.css'

const words = {
  title: 'Backup and restore',
  back: 'Diary',
  make: 'Make a backup',
  lead: 'One file with your whole diary, locked with words that you choose. Keep it somewhere else than on this device.',
  never: 'No backup is made yet.',
  last: (day: string, count: number) => `Last backup: ${day}, with ${entries(count)}.`,
  passphraseHelp: 'Four or more plain words are strong. Write them down: nobody can open the file without them.',
  save: 'Save the backup file',
  saved: 'Backup saved. Check that it is where you want it.',
  rolling: 'Backup by itself',
  rollingLead: 'Choose a file once. Unknot then writes a fresh backup to it when something is new.',
  rollingNote: 'The words are kept in this browser, beside your diary.',
  choose: 'Choose the file',
  rollNow: 'Back up now',
  stop: 'Stop this',
  stopped: 'Unknot writes no more backups by itself.',
  rolled: {
    done: 'Backup written.',
    'needs-permission': 'The browser did not allow it. Tap again and say yes.',
    'not-chosen': 'Choose the file first.',
    failed: 'It could not be written. Choose the file again.',
  },
  cannotRoll: 'This browser cannot write a backup by itself. Unknot reminds you once a month instead.',
  other: 'From another app',
  otherLead: 'Daylio, Bearable, Nomie, Perfice, Apple Health, or the records of your clinic.',
  import: 'Bring in another diary',
  restore: 'Restore',
  restoreLead:
    'Choose a backup file, or one saved as JSON, which needs no words. You see what it would add before anything changes.',
  file: 'Backup file',
  look: 'Look into it',
  'wrong-passphrase': 'These words do not open this file. Check each letter, or the file may be damaged.',
  'no-backup': 'This is no backup of Unknot.',
  'newer-backup': 'A newer version of Unknot wrote this backup. Load this page again to get it. Nothing is added.',
  holds: (count: number, from: string, to: string) => `It holds ${entries(count)}, from ${from} to ${to}.`,
  empty: 'It holds no entries.',
  fresh: (fresh: number, known: number) => `${entries(fresh)} new here. ${known} here already.`,
  wrong: (count: number) => `${entries(count)} in it cannot be read. The rest can be added.`,
  saveWrong: 'Save what cannot be read',
  nothing: 'There is nothing to add.',
  add: (count: number) => `Add ${entries(count)}`,
  leave: 'Leave it',
  added: (count: number) => `${entries(count)} added.`,
  aside: 'Put aside',
  asideLead: (count: number) =>
    `${entries(count)} in this browser could not be read. You can save what is left of them.`,
  saveAside: 'Save what was put aside',
  problem: 'They could not all be kept. Nothing of before is lost.',
}

const entries = (count: number) => (count === 1 ? '1 entry' : `${count} entries`)

export function Screen(_props: { readonly id: string }) {
  const last = lastBackup.value
  return (
    <main id="main" class="page stack gap-5" data-screen="backup" tabIndex={-1}>
      <Top back={['/diary', words.back]} />
      <div class="stack gap-2">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <p class="quiet">{last ? words.last(say.date(localDay(last.at)), last.count) : words.never}</p>
      </div>
      <div class="grid-2 stack gap-5">
        {entryCount.value > 0 && <Make />}
        <Restore />
        <section class="card stack gap-3">
          <h2>{words.other}</h2>
          <p class="quiet">{words.otherLead}</p>
          <a class="btn big" href="/import">
            {words.import}
          </a>
        </section>
        {entryCount.value > 0 && <ExportCard />}
        <Aside />
      </div>
    </main>
  )
}

function Aside() {
  const [aside, setAside] = useState<readonly unknown[]>([])
  useEffect(() => void keptAside().then(setAside, () => undefined), [])
  if (aside.length === 0) return null
  const save = () => download('unknot-put-aside.json', `${JSON.stringify(aside, null, 1)}\n`, 'application/json')
  return (
    <section class="card stack gap-3">
      <h2>{words.aside}</h2>
      <p class="quiet">{words.asideLead(aside.length)}</p>
      <button type="button" class="btn big" onClick={save}>
        {words.saveAside}
      </button>
    </section>
  )
}

function Make() {
  const lock = useLock()
  const save = async () => {
    const sealed = await seal(await readAll(), lock.passphrase)
    download(`unknot-${today()}.age`, sealed as Uint8Array<ArrayBuffer>, 'application/octet-stream')
    backedUp()
    toast.value = { text: words.saved }
  }
  const choose = async () => {
    if (await chooseRolling('unknot-diary.age', lock.passphrase)) toast.value = { text: words.rolled.done }
  }
  return (
    <section class="card stack gap-3">
      <h2>{words.make}</h2>
      <LockForm lock={lock} help={words.passphraseHelp} button="next" save={words.save} onSave={save} />
      <h3>{words.rolling}</h3>
      {!canRoll() ? (
        <p class="quiet">{words.cannotRoll}</p>
      ) : isRolling.value ? (
        <p class="chips">
          <button type="button" class="btn" onClick={() => void rollNow()}>
            {words.rollNow}
          </button>
          <button type="button" class="btn plain" onClick={stopRolling}>
            {words.stop}
          </button>
        </p>
      ) : (
        <>
          <p class="quiet">{words.rollingLead}</p>
          <p class="note">{words.rollingNote}</p>
          <button
            type="button"
            class="btn big"
            disabled={lock.state === 'working'}
            onClick={() => void lock.guarded(choose)}
          >
            {words.choose}
          </button>
        </>
      )}
    </section>
  )
}

async function rollNow(): Promise<void> {
  toast.value = { text: words.rolled[await roll(true)] }
}

function stopRolling(): void {
  setRolling(false)
  toast.value = { text: words.stopped, undo: () => setRolling(true) }
}

interface Preview {
  readonly all: readonly KeptEvent[]
  readonly fresh: readonly KeptEvent[]
  readonly wrong: readonly WrongEvent[]
}

function Restore() {
  const [file, setFile] = useState<File | undefined>(undefined)
  const [passphrase, setPassphrase] = useState('')
  const [preview, setPreview] = useState<Preview | Exclude<Opening['kind'], 'diary'> | undefined>(undefined)
  const look = async () => {
    if (file === undefined) return
    const opened = await openBackup(new Uint8Array(await file.arrayBuffer()), passphrase)
    if (opened.kind !== 'diary') return setPreview(opened.kind)
    const known = new Set((await readAll()).map(({ id }) => id))
    setPreview({ all: opened.events, fresh: opened.events.filter(({ id }) => !known.has(id)), wrong: opened.wrong })
  }
  const add = async (fresh: readonly KeptEvent[]) => {
    await restoreInto(fresh)
    setPreview(undefined)
  }
  return (
    <section class="card stack gap-3">
      <h2>{words.restore}</h2>
      <p class="quiet">{words.restoreLead}</p>
      <label class="field">
        <span>{words.file}</span>
        <input
          type="file"
          onChange={event => {
            setFile(event.currentTarget.files?.[0])
            setPreview(undefined)
          }}
        />
      </label>
      <Passphrase value={passphrase} onType={setPassphrase} />
      <button type="button" class="btn big" disabled={file === undefined} onClick={() => void look()}>
        {words.look}
      </button>
      {typeof preview === 'string' && <p role="alert">{words[preview]}</p>}
      {typeof preview === 'object' && <Shown {...preview} onAdd={add} onLeave={() => setPreview(undefined)} />}
    </section>
  )
}

interface ShownProps extends Preview {
  readonly onAdd: (fresh: readonly KeptEvent[]) => Promise<void>
  readonly onLeave: () => void
}

function Shown({ all, fresh, wrong, onAdd, onLeave }: ShownProps) {
  const days = all.map(({ at }) => at.slice(0, 10)).sort()
  const [first, last] = [days[0], days.at(-1)]
  return (
    <div class="stack gap-3" role="status">
      <p>{first && last ? words.holds(all.length, say.date(first), say.date(last)) : words.empty}</p>
      <p>
        <b>{fresh.length === 0 ? words.nothing : words.fresh(fresh.length, all.length - fresh.length)}</b>
      </p>
      {wrong.length > 0 && (
        <>
          <p>{words.wrong(wrong.length)}</p>
          <p>
            <button type="button" class="btn plain" onClick={() => saveWrong(wrong)}>
              {words.saveWrong}
            </button>
          </p>
        </>
      )}
      <p class="chips">
        {fresh.length > 0 && (
          <button type="button" class="btn" onClick={() => void onAdd(fresh)}>
            {words.add(fresh.length)}
          </button>
        )}
        <button type="button" class="btn plain" onClick={onLeave}>
          {words.leave}
        </button>
      </p>
    </div>
  )
}

const saveWrong = (wrong: readonly WrongEvent[]) =>
  download('unknot-not-read.json', `${JSON.stringify(wrong, null, 1)}\n`, 'application/json')

/** Into an empty diary the backup comes back as it was; beside other entries, an event tells what was added. */
async function restoreInto(fresh: readonly KeptEvent[]): Promise<void> {
  const wasEmpty = entryCount.value === 0
  const problem = await addKept(fresh)
  if (problem && !isKeptOnce(problem)) {
    toast.value = { text: words.problem }
    return
  }
  const text = words.added(fresh.length)
  if (wasEmpty) toast.value = { text, undo: () => void deleteAll() }
  else {
    const merged = record({ type: 'merged', events: fresh.map(({ id }) => id), from: 'a backup' })
    toast.value = { text, undo: () => void strikeOut(merged) }
  }
}
