/** In place of a screen of the diary while the lock is closed: it asks for the words, and keeps the ways to help open. */
import { useEffect } from 'preact/hooks'
import { dayLong, localDay } from '../../time.ts'
import { askToTakeOff, lock, openLock, takeOffIfDue, waitDays } from '../state/lock.ts'
import { painted } from '../ui/after-paint.ts'
import { focusHeading, titleTab } from '../ui/announce.ts'
import { say } from '../ui/days.ts'
import { Icon } from '../ui/icon.tsx'
import { toast } from '../ui/toast.tsx'
import { Top } from '../ui/top.tsx'
import { areRight } from './lock-words.ts'
import { WordsForm } from './words-form.tsx'

const words = {
  title: 'Your diary is locked',
  lead: 'Type your words to open it. It locks again when you leave for 5 minutes.',
  field: 'Your words',
  open: 'Open the diary',
  wrong: 'These words do not open it. Check each letter.',
  help: 'Open without words',
  check: 'Check for danger signs',
  cramp: 'A cramp right now',
  emergency: 'Emergency',
  forgot: 'I forgot the words',
  nothingLost: 'Nothing is lost. Your diary is still here, and new entries are still kept.',
  wait: `Unknot can take the lock off, ${waitDays} days after you ask. Anyone who opens Unknot till then sees that you asked.`,
  ask: 'Ask to take the lock off',
  asked: (when: string) =>
    `The lock comes off on ${when}. If you did not ask for this, open it with your words. That stops it.`,
  stopped: 'The diary is open. Somebody had asked to take the lock off. The lock stays.',
}

export function Screen(_props: { readonly id: string }) {
  useEffect(() => {
    takeOffIfDue(Date.now())
    sayHeading()
    return sayHeading
  }, [])
  const at = lock.value?.comesOffAt
  return (
    <main id="main" class="page stack gap-5" data-screen="locked" tabIndex={-1}>
      <Top />
      <div class="stack gap-2">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
      </div>
      {at !== undefined && <p role="status">{words.asked(`${say.longDay(localDay(at))}, ${say.time(at)}`)}</p>}
      <WordsForm fields={[words.field]} save={words.open} onSave={tryWords} />
      <section class="card stack gap-3">
        <h2>{words.help}</h2>
        <a class="btn big" href="/">
          {words.check}
        </a>
        <a class="btn big" href="/cramp">
          {words.cramp}
        </a>
        <a class="btn big danger" href="/emergency">
          {words.emergency}
        </a>
      </section>
      <details class="fold card">
        <summary>
          <h2>{words.forgot}</h2>
          <Icon name="next" />
        </summary>
        <div class="stack gap-3">
          <p>{words.nothingLost}</p>
          <p>{words.wait}</p>
          {(at === undefined || at > Date.now() + waitDays * dayLong) && (
            <button type="button" class="btn big" onClick={() => askToTakeOff(Date.now())}>
              {words.ask}
            </button>
          )}
        </div>
      </details>
    </main>
  )
}

/** The place stays the same when the lock opens or closes, so the frame does not see that the screen is another. */
function sayHeading(): void {
  void painted().then(() => {
    const heading = document.querySelector<HTMLHeadingElement>('main h1')
    titleTab(heading)
    focusHeading(heading)
  })
}

/** What is wrong, or undefined. */
async function tryWords([typed = '']: readonly string[]): Promise<string | undefined> {
  const closed = lock.peek()
  if (closed === undefined) return undefined
  if (!(await areRight(typed, closed))) return words.wrong
  if (closed.comesOffAt !== undefined) toast.value = { text: words.stopped }
  openLock()
  return undefined
}
