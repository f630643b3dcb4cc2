/** Every raw entry, the newest first: search, strike out, restore. The days of History are made from these. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { DiaryEvent } from '../../diary/event.ts'
import { loadNames, nameOf } from '../plan/door.ts'
import { entryCount, readPage } from '../state/log.ts'
import { strikeOut } from '../state/store.ts'
import { readStrikes, restore, type Strikes } from '../state/strikes.ts'
import { say } from '../ui/days.ts'
import { Field } from '../ui/field.tsx'
import { toast } from '../ui/toast.tsx'
import { Top } from '../ui/top.tsx'
import { told } from './event-words.ts'
import { PutBack } from './put-back.tsx'
import '../ui/forms.css'
import './diary.css'

const words = {
  title: 'Every entry',
  back: 'History',
  search: 'Search every entry',
  count: (count: number) => (count === 1 ? '1 entry' : `${count} entries`),
  found: (count: number, isAll: boolean) => `${isAll ? '' : 'At least '}${count} found`,
  none: 'Nothing found.',
  empty: 'Nothing here yet.',
  more: 'Show more',
  strike: 'Strike out',
  undo: 'Undo',
  restore: 'Restore',
  isStruck: 'struck out',
  struck: 'Struck out. It counts no more.',
  restored: 'Restored. It counts again.',
}

const pageSize = 40
/** The number of entries read at once while searching. */
const batch = 1000

export function EveryEntry() {
  const [query, setQuery] = useState('')
  const [wanted, setWanted] = useState(pageSize)
  const { found, isAll, isReading } = useFound(query, wanted)
  useEffect(() => void loadNames(), [])
  const [strikes, setStrikes] = useState<Strikes>({ acts: [], struck: new Set() })
  useEffect(() => void readStrikes().then(setStrikes), [entryCount.value])
  const search = (text: string) => {
    setQuery(text)
    setWanted(pageSize)
  }
  return (
    <main id="main" class="page stack gap-5" data-screen="history" data-part="entries" tabIndex={-1}>
      <Top back={['/history', words.back]} />
      <h1>{words.title}</h1>
      <PutBack />
      <Field label={words.search} type="search" value={query} onType={search} />
      <p class="quiet" role="status">
        {query === ''
          ? entryCount.value === 0
            ? words.empty
            : words.count(entryCount.value)
          : found.length === 0 && !isReading
            ? words.none
            : words.found(found.length, isAll)}
      </p>
      {found.length > 0 && (
        <ol class="card entries">
          {found.map(event => (
            <Entry key={event.id} event={event} strikes={strikes} />
          ))}
        </ol>
      )}
      {!isAll && (
        <button type="button" class="btn big" onClick={() => setWanted(wanted + pageSize)}>
          {words.more}
        </button>
      )}
    </main>
  )
}

function Entry({ event, strikes }: { readonly event: DiaryEvent; readonly strikes: Strikes }) {
  const { title, detail } = told(event, nameOf)
  const isStruck = strikes.struck.has(event.id)
  const act = () => {
    const done = isStruck ? restore(event, strikes) : strikeOut(event)
    if (done) toast.value = { text: isStruck ? words.restored : words.struck, undo: () => void strikeOut(done) }
  }
  const name = isStruck
    ? words.restore
    : event.type === 'merged' || event.type === 'struck-out'
      ? words.undo
      : words.strike
  return (
    <li class={isStruck ? 'is-struck' : ''}>
      <p class="told">
        <b>{title}</b>
        {isStruck && <span class="note"> ({words.isStruck})</span>}
        <br />
        <span class="note">
          {say.dayAndTime(Date.parse(event.at))}
          {detail && `, ${detail}`}
        </span>
      </p>
      <button type="button" class="btn plain" aria-label={`${name}: ${title}`} onClick={act}>
        {name}
      </button>
    </li>
  )
}

interface FoundEntries {
  readonly found: readonly DiaryEvent[]
  /** All older entries were searched. */
  readonly isAll: boolean
  readonly isReading: boolean
}

/** The newest entries that contain every word of the query, up to a number. */
function useFound(query: string, wanted: number): FoundEntries {
  const [state, setState] = useState<FoundEntries>({ found: [], isAll: true, isReading: true })
  const run = useRef(0)
  const count = entryCount.value
  useEffect(() => {
    const own = ++run.current
    const isMine = () => run.current === own
    const sought = query.toLowerCase().split(/\s+/).filter(Boolean)
    const fits = (event: DiaryEvent) => {
      const { title, detail } = told(event, nameOf)
      const text = `${title} ${detail} ${say.dayAndTime(Date.parse(event.at))} ${event.at}`.toLowerCase()
      return sought.every(word => text.includes(word))
    }
    const read = async () => {
      let found: readonly DiaryEvent[] = []
      let before: string | undefined
      for (;;) {
        const size = sought.length === 0 ? wanted : batch
        const page = await readPage(before, size)
        if (!isMine()) return
        found = [...found, ...page.toReversed().filter(fits)]
        const isAll = page.length < size
        const isDone = isAll || found.length >= wanted
        setState({ found: found.slice(0, wanted), isAll: isAll && found.length <= wanted, isReading: !isDone })
        if (isDone) return
        before = page[0]?.id
      }
    }
    void read()
  }, [query, wanted, count])
  return state
}
