/** Messages about storing the diary: what went wrong, what was repaired, and what the person can do. */
import type { ComponentChildren } from 'preact'
import { putAside } from '../state/local-storage.ts'
import { append, entryCount, isKept, isOutdated, problem, readAll, reconciled, unkept } from '../state/log.ts'
import { keptAside } from '../state/storage/database.ts'
import { isKeptOnce } from '../state/storage/storage.ts'
import { download } from '../ui/download.ts'

const words = {
  'newer-database': 'A newer version of Unknot wrote this diary. Load this page again to get it.',
  meanwhile: 'What you add now is kept, and will join the rest.',
  'no-database':
    'This browser keeps nothing here, as in a private window. What you add is lost when you close the page.',
  'no-database-file': 'One of the two copies cannot be reached in this browser. What you add goes to the other.',
  full: 'This device is out of room. What you just added is not kept. All before it is.',
  'full-for-one': 'This device is out of room. What you just added is kept in one copy only.',
  'one-copy': 'One of the two copies of your diary cannot be written. What you just added is in the other.',
  failed: 'What you just added could not be kept. All before it is.',
  outdated: 'A newer version of Unknot is open in another tab. Load this page again to go on here.',
  broughtBack: (count: number) =>
    count === 1
      ? '1 entry was missing. The second copy brought it back.'
      : `${count} entries were missing. The second copy brought them back.`,
  torn: 'The last line of the second copy was cut off. It is left out.',
  damaged: (count: number) =>
    count === 1
      ? '1 entry could not be read. It is put aside.'
      : `${count} entries could not be read. They are put aside.`,
  aside: 'A setting of this browser could not be read. It is put aside; your diary is not touched.',
  newer: (count: number) =>
    `${entries(count)} ${isOrAre(count)} from a newer version of Unknot: kept, but not shown here.`,
  reload: 'Load it again',
  save: 'Save it as a file',
  again: 'Try again',
  close: 'Close',
}

const isOrAre = (count: number) => (count === 1 ? 'is' : 'are')
const entries = (count: number) => (count === 1 ? '1 entry' : `${count} entries`)

export function StorageNotice() {
  const what = problem.value
  if (isOutdated.value) return <Notice text={words.outdated} ways={<Way text={words.reload} act={reload} />} />
  if (what === 'newer-database')
    return (
      <Notice
        text={isKept.value ? `${words[what]} ${words.meanwhile}` : words[what]}
        ways={<Way text={words.reload} act={reload} />}
      />
    )
  if (what === 'no-database')
    return (
      <Notice
        text={isKept.value ? words['no-database-file'] : words[what]}
        ways={entryCount.value > 0 && <Way text={words.save} act={saveAll} />}
      />
    )
  if (what !== undefined)
    return (
      <Notice
        text={words[what]}
        ways={
          <>
            <Way text={words.save} act={() => save(entriesFile, unkept.value)} />
            <Way text={words.again} act={() => append([])} />
            {isKeptOnce(what) && <Way text={words.close} act={close} />}
          </>
        }
      />
    )
  return (
    <>
      <Mended />
      <PutAside />
    </>
  )
}

function PutAside() {
  const kept = putAside.value
  if (Object.keys(kept).length === 0) return null
  const close = () => {
    putAside.value = {}
  }
  return (
    <Notice
      text={words.aside}
      ways={
        <>
          <Way text={words.save} act={() => save('unknot-settings.json', kept)} />
          <Way text={words.close} act={close} />
        </>
      }
      role="status"
    />
  )
}

/** Shown again with the next event that only one copy has. */
const close = () => {
  problem.value = undefined
}

function Mended() {
  const found = reconciled.value
  if (found === undefined) return null
  const { broughtBack, isTorn, damaged, newer } = found
  const said = [
    broughtBack > 0 && words.broughtBack(broughtBack),
    isTorn && words.torn,
    damaged > 0 && words.damaged(damaged),
    newer > 0 && words.newer(newer),
  ].filter(each => each !== false)
  if (said.length === 0) return null
  const close = () => {
    reconciled.value = undefined
  }
  return (
    <Notice
      text={said.join(' ')}
      ways={
        <>
          {damaged > 0 && <Way text={words.save} act={saveAside} />}
          <Way text={words.close} act={close} />
        </>
      }
      role="status"
    />
  )
}

interface NoticeProps {
  readonly text: string
  readonly ways: ComponentChildren
  readonly role?: 'alert' | 'status'
}

const Notice = ({ text, ways, role = 'alert' }: NoticeProps) => (
  <div class="notice" role={role}>
    <p>{text}</p>
    <p class="chips">{ways}</p>
  </div>
)

const Way = ({ text, act }: { readonly text: string; readonly act: () => unknown }) => (
  <button type="button" class="btn plain" onClick={() => void act()}>
    {text}
  </button>
)

const reload = () => location.reload()
const entriesFile = 'unknot-entries.json'
const save = (name: string, content: unknown) =>
  download(name, `${JSON.stringify(content, null, 1)}\n`, 'application/json')
const saveAside = async () => save('unknot-put-aside.json', await keptAside())
const saveAll = async () => save(entriesFile, await readAll())
