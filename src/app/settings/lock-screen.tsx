/** The lock of the diary: what it does and does not, said before it is turned on; and how to turn it off. */

import { localDay } from '../../time.ts'
import { lastBackup } from '../state/backup-due.ts'
import { closeLock, isLocked, lock, setLock, waitDays } from '../state/lock.ts'
import { entryCount } from '../state/log.ts'
import { say } from '../ui/days.ts'
import { Icon } from '../ui/icon.tsx'
import { toast } from '../ui/toast.tsx'
import { Top } from '../ui/top.tsx'
import { canLock, leastLetters, lockWith, sameSpelling } from './lock-words.ts'
import { Screen as Locked } from './locked-screen.tsx'
import { WordsForm } from './words-form.tsx'

const words = {
  title: 'Lock the diary',
  back: 'Settings',
  lead: 'Choose words. Unknot then asks for them before it shows your diary. It is off until you turn it on.',
  points: [
    'The check, a cramp and Emergency always open without the words. They still use what you told, and may name it.',
    'It hides your diary from people who pick up this device. It does not encrypt it. Somebody with time and tools can still read it.',
    `If you forget the words, nothing is lost. You can ask to take the lock off. That takes ${waitDays} days.`,
    'A backup stays readable with its own words. The lock does not change it.',
  ],
  backup: 'Make a backup first',
  noBackup: 'You have no backup yet.',
  lastBackup: (day: string) => `Your last backup is from ${day}.`,
  fields: ['Your words', 'The same words again'],
  on: 'Turn the lock on',
  short: `Use at least ${leastLetters} letters.`,
  different: 'The two are not the same. Type them again.',
  isOn: 'The lock is on. Your words are asked when you open Unknot, and after 5 minutes away.',
  close: 'Lock it now',
  off: 'Turn the lock off',
  turnedOn: 'The lock is on.',
  turnedOff: 'The lock is off.',
  cannot: 'This browser can only lock pages that come over HTTPS.',
}

export function Screen({ id }: { readonly id: string }) {
  if (isLocked.value) return <Locked id={id} />
  return (
    <main id="main" class="page stack gap-5" data-screen="lock" tabIndex={-1}>
      <Top back={['/settings', words.back]} />
      <div class="stack gap-2">
        <h1>{words.title}</h1>
        <p class="lead">{lock.value ? words.isOn : words.lead}</p>
      </div>
      <section class="card">
        <ul class="ticks">
          {words.points.map(point => (
            <li key={point}>
              <Icon name="dot" />
              <span>{point}</span>
            </li>
          ))}
        </ul>
      </section>
      {lock.value ? <TurnOff /> : canLock() ? <TurnOn /> : <p role="status">{words.cannot}</p>}
    </main>
  )
}

function TurnOn() {
  const last = lastBackup.value
  return (
    <>
      {entryCount.value > 0 && (
        <section class="card stack gap-3">
          <p>{last ? words.lastBackup(say.date(localDay(last.at))) : words.noBackup}</p>
          <a class="btn big" href="/backup">
            {words.backup}
          </a>
        </section>
      )}
      <WordsForm fields={words.fields} save={words.on} onSave={turnOn} />
    </>
  )
}

function TurnOff() {
  const before = lock.value
  const turnOff = () => {
    setLock(undefined)
    toast.value = { text: words.turnedOff, undo: () => setLock(before) }
  }
  return (
    <section class="card stack gap-3">
      <button type="button" class="btn next" onClick={closeLock}>
        {words.close}
      </button>
      <button type="button" class="btn plain" onClick={turnOff}>
        {words.off}
      </button>
    </section>
  )
}

/** What is wrong, or undefined. */
async function turnOn([typed = '', again = '']: readonly string[]): Promise<string | undefined> {
  if (sameSpelling(typed).length < leastLetters) return words.short
  if (sameSpelling(typed) !== sameSpelling(again)) return words.different
  setLock(await lockWith(typed))
  toast.value = { text: words.turnedOn }
  return undefined
}
