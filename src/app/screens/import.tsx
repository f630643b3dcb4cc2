/** Bringing in what another program kept: a file is chosen, what it would add is shown, and nothing changes before Add. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { importers, leftOut } from '../../exchange/importers.ts'
import { type NotUnderstood, placesOf } from '../../exchange/misses.ts'
import { type Preview, without } from '../../exchange/plan-import.ts'
import { say } from '../days.ts'
import { addImport, type Look, lookInto } from '../importing.ts'
import { toast } from '../parts/toast.tsx'
import { Top } from '../parts/top.tsx'
import { strikeOut } from '../store.ts'
import '../styles/diary.css'
import '../styles/import.css'

const words = {
  title: 'Bring in another diary',
  back: 'Backup',
  lead: 'Choose a file that another app exported. You see what it would add before anything changes.',
  private: 'The file is read on this device and sent nowhere.',
  file: 'File from another app',
  drop: 'You can also drop it here.',
  reads: 'Unknot can read',
  leftOut: 'Not yet',
  reading: (name: string) => `Reading ${name}`,
  share: (part: number) => `${part} % read`,
  stop: 'Stop',
  stopped: 'Stopped. Nothing was added.',
  problem: (name: string, problem: string) => `${name}: ${problem}.`,
  recognised: (name: string) => `This is from ${name}`,
  fresh: (fresh: number, known: number) => `${entries(fresh)} new here. ${known} here already.`,
  nothing: (known: number) => `There is nothing to add. ${known} here already.`,
  period: (from: string, to: string) => (from === to ? `All from ${from}.` : `From ${from} to ${to}.`),
  replaced: (count: number) =>
    count === 1
      ? '1 total of a day takes the place of an older one.'
      : `${count} totals of a day take the place of older ones.`,
  unwanted: (count: number) => `${entries(count)} that you struck out stay struck out.`,
  counted: 'What it would add',
  untick: 'Untick what you want to leave out.',
  kinds: {
    noted: 'Notes',
    drank: 'Drinks',
    ate: 'Food',
    'cramps-counted': 'Nights with cramps',
    'episode-began': 'Spasms and cramps',
    'episode-rated': 'Pain scores',
    'remedy-done': 'Remedies',
    'medicine-taken': 'Medicines taken',
    'medicine-started': 'Medicines started',
    'medicine-stopped': 'Medicines stopped',
    steps: 'Days with steps',
    'sleep-minutes': 'Nights of sleep',
    'magnesium-mg': 'Magnesium',
    'potassium-mg': 'Potassium',
    'calcium-mg': 'Calcium',
    'sodium-mg': 'Sodium',
    'zinc-mg': 'Zinc',
    'vitamin-d-ug': 'Vitamin D',
  } as Readonly<Record<string, string>>,
  others: 'Other entries',
  assumed: 'How it is read',
  missed: (count: number) => (count === 1 ? '1 thing is not understood' : `${count} things are not understood`),
  missedLead: 'These stay in your file. They are not added.',
  more: (count: number) => `And ${count} more kinds.`,
  add: (count: number) => `Add ${entries(count)}`,
  adding: 'Adding',
  leave: 'Leave it',
  added: (count: number) => `${entries(count)} added.`,
  unkept: 'They could not be kept. Nothing of before is lost.',
}

const entries = (count: number) => (count === 1 ? '1 entry' : `${count} entries`)
const mostMissed = 100

type State =
  | { readonly kind: 'choose'; readonly problem?: string }
  | { readonly kind: 'reading'; readonly file: File; readonly bytes: number }
  | { readonly kind: 'shown'; readonly preview: Preview }

export function Screen(_props: { readonly id: string }) {
  const [state, setState] = useState<State>({ kind: 'choose' })
  const looking = useRef<Look | undefined>(undefined)
  useEffect(() => () => looking.current?.stop(), [])
  const look = (file: File) => {
    looking.current?.stop()
    setState({ kind: 'reading', file, bytes: 0 })
    const own = lookInto(file, bytes => setState({ kind: 'reading', file, bytes }))
    looking.current = own
    const failed = (problem: string) => setState({ kind: 'choose', problem: words.problem(file.name, problem) })
    own.answer.then(
      heard => (heard.kind === 'problem' ? failed(heard.problem) : setState({ kind: 'shown', preview: heard.preview })),
      (problem: Error) => failed(problem.message),
    )
  }
  const stop = () => {
    looking.current?.stop()
    setState({ kind: 'choose' })
    toast.value = { text: words.stopped }
  }
  return (
    <main id="main" class="page stack gap-5" data-screen="import" tabIndex={-1}>
      <Top back={['/backup', words.back]} />
      <div class="stack gap-2">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
      </div>
      {state.kind === 'choose' && <Choose problem={state.problem} onFile={look} />}
      {state.kind === 'reading' && <Reading {...state} onStop={stop} />}
      {state.kind === 'shown' && <Shown preview={state.preview} onDone={() => setState({ kind: 'choose' })} />}
    </main>
  )
}

interface ChooseProps {
  readonly problem: string | undefined
  readonly onFile: (file: File) => void
}

function Choose({ problem, onFile }: ChooseProps) {
  const [isOver, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer?.files ?? []
    if (file) onFile(file)
  }
  const over = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <div class="grid-2 stack gap-5">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the field below does the same. */}
      <div
        class={`card drop stack gap-3${isOver ? ' is-over' : ''}`}
        onDragOver={over}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {problem !== undefined && <p role="alert">{problem}</p>}
        <label class="field">
          <span>{words.file}</span>
          <input
            type="file"
            onChange={event => {
              const [file] = event.currentTarget.files ?? []
              if (file) onFile(file)
            }}
          />
        </label>
        <p class="note wide-only">{words.drop}</p>
        <p class="note">{words.private}</p>
      </div>
      <section class="card stack gap-3">
        <h2>{words.reads}</h2>
        <dl class="programs">
          {Object.values(importers).map(({ name, file }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd class="note">{file}</dd>
            </div>
          ))}
        </dl>
        <h3>{words.leftOut}</h3>
        <dl class="programs">
          {leftOut.map(({ name, why }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd class="note">{why}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  )
}

interface ReadingProps {
  readonly file: File
  readonly bytes: number
  readonly onStop: () => void
}

function Reading({ file, bytes, onStop }: ReadingProps) {
  const part = file.size === 0 ? 100 : Math.floor((bytes / file.size) * 100)
  return (
    <div class="card stack gap-3">
      <p role="status">{words.reading(file.name)}</p>
      <progress class="read-bar" max={100} value={part} aria-label={words.reading(file.name)} />
      <p class="note">{words.share(part)}</p>
      <button type="button" class="btn big" onClick={onStop}>
        {words.stop}
      </button>
    </div>
  )
}

function Shown({ preview: whole, onDone }: { readonly preview: Preview; readonly onDone: () => void }) {
  const [leftOutKinds, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const preview = without(whole, leftOutKinds)
  const { from, toAdd, alreadyThere, unwanted, replaced, days, assumed, notUnderstood } = preview
  const [isAdding, setAdding] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const add = async () => {
    setAdding(true)
    const merged = await addImport(preview)
    toast.value = merged
      ? { text: words.added(toAdd.length), undo: () => void strikeOut(merged) }
      : { text: words.unkept }
    onDone()
  }
  return (
    <div class="shown grid-2 stack gap-5">
      <section class="card stack gap-3">
        <h2 ref={heading} tabIndex={-1}>
          {words.recognised(from)}
        </h2>
        <p>
          <b>
            {whole.toAdd.length === 0 ? words.nothing(alreadyThere) : words.fresh(whole.toAdd.length, alreadyThere)}
          </b>
          {days && ` ${words.period(say.date(days[0]), say.date(days[1]))}`}
        </p>
        {replaced.length > 0 && <p>{words.replaced(replaced.length)}</p>}
        {unwanted > 0 && <p>{words.unwanted(unwanted)}</p>}
        {whole.toAdd.length > 0 && <Counts preview={whole} leftOutKinds={leftOutKinds} onLeaveOut={setLeftOut} />}
        <p class="chips">
          {toAdd.length > 0 && (
            <button type="button" class="btn next" disabled={isAdding} onClick={() => void add()}>
              {isAdding ? words.adding : words.add(toAdd.length)}
            </button>
          )}
          <button type="button" class="btn plain" onClick={onDone}>
            {words.leave}
          </button>
        </p>
      </section>
      {(assumed.length > 0 || notUnderstood.length > 0) && (
        <section class="card stack gap-3">
          {assumed.length > 0 && (
            <>
              <h2>{words.assumed}</h2>
              <ul class="stack gap-2">
                {assumed.map(text => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </>
          )}
          {notUnderstood.length > 0 && <Missed notUnderstood={notUnderstood} />}
        </section>
      )}
    </div>
  )
}

interface CountsProps {
  readonly preview: Preview
  readonly leftOutKinds: ReadonlySet<string>
  readonly onLeaveOut: (kinds: ReadonlySet<string>) => void
}

/** How many of each kind, which can be left out; an episode and its end count as one. */
function Counts({ preview: { counts, canChoose }, leftOutKinds, onLeaveOut }: CountsProps) {
  const kinds = Object.entries(counts).filter(([kind]) => kind !== 'episode-ended')
  const nameOf = (kind: string) => words.kinds[kind] ?? words.others
  const turn = (kind: string) => {
    const next = new Set(leftOutKinds)
    if (!next.delete(kind)) next.add(kind)
    onLeaveOut(next)
  }
  if (!canChoose || kinds.length === 1) {
    const named = new Map<string, number>()
    for (const [kind, count] of kinds) named.set(nameOf(kind), (named.get(nameOf(kind)) ?? 0) + count)
    return (
      <ul class="kinds" aria-label={words.counted}>
        {[...named].map(([name, count]) => (
          <li key={name}>
            <span>{name}</span> <b>{count}</b>
          </li>
        ))}
      </ul>
    )
  }
  return (
    <fieldset class="kinds">
      <legend class="note">{words.untick}</legend>
      {kinds.map(([kind, count]) => (
        <label key={kind}>
          <input type="checkbox" checked={!leftOutKinds.has(kind)} onChange={() => turn(kind)} />
          <span>{nameOf(kind)}</span> <b>{count}</b>
        </label>
      ))}
    </fieldset>
  )
}

function Missed({ notUnderstood }: { readonly notUnderstood: readonly NotUnderstood[] }) {
  const count = notUnderstood.reduce((sum, miss) => sum + miss.count, 0)
  const shown = notUnderstood.slice(0, mostMissed)
  return (
    <div class="stack gap-2">
      <h2>{words.missed(count)}</h2>
      <p class="quiet">{words.missedLead}</p>
      <ul class="missed stack gap-2">
        {shown.map(miss => (
          <li key={`${miss.what} ${miss.why}`}>
            <b>{miss.what}</b>: {miss.why}
            <br />
            <span class="note">{placesOf(miss, 6)}</span>
          </li>
        ))}
      </ul>
      {notUnderstood.length > shown.length && <p class="note">{words.more(notUnderstood.length - shown.length)}</p>}
    </div>
  )
}
