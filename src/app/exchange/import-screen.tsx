/** Imports from another program: choose a file, preview what it would add, then add it. */

import { useEffect, useRef, useState } from 'preact/hooks'
import type { Answers } from '../../exchange/importer.ts'
import type { ImporterId } from '../../exchange/programs.ts'
import { Heading } from '../ui/heading.tsx'
import { toast } from '../ui/toast.tsx'
import { Top } from '../ui/top.tsx'
import type { Question } from './import-ask.tsx'
import { Choose } from './import-choose.tsx'
import { type Look, lookInto } from './import-file.ts'
import { PartList } from './import-parts.tsx'
import { Shown } from './import-shown.tsx'
import type { LookedInto } from './worker/messages.ts'
import '../ui/forms.css'
import './import.css'

const words = {
  title: 'Bring in another diary',
  back: 'Backup',
  lead: 'Choose a file that another app exported. You see what it would add before anything changes.',
  reading: (name: string) => `Reading ${name}`,
  share: (part: number) => `${part} % read`,
  stop: 'Stop',
  stopped: 'Stopped. Nothing was added.',
  problem: (name: string, problem: string) => `${name}: ${problem}.`,
}

type Looked = Extract<LookedInto, { readonly kind: 'previews' }>

/** What is read, and with which answers. */
interface Chosen {
  readonly file: File
  readonly from: ImporterId | undefined
  readonly answers: Answers
}

type State =
  | { readonly kind: 'choose'; readonly problem?: string; readonly question?: Question }
  | { readonly kind: 'reading'; readonly file: File; readonly bytes: number }
  /** `part` is the export shown, if a zip has several. */
  | { readonly kind: 'shown'; readonly chosen: Chosen; readonly looked: Looked; readonly part: number | undefined }

export function Screen(_props: { readonly id: string }) {
  const [state, setState] = useState<State>({ kind: 'choose' })
  const looking = useRef<Look | undefined>(undefined)
  useEffect(() => () => looking.current?.stop(), [])
  const look = (chosen: Chosen, part?: number) => {
    const { file, from, answers } = chosen
    looking.current?.stop()
    setState({ kind: 'reading', file, bytes: 0 })
    const own = lookInto(file, from, answers, bytes => setState({ kind: 'reading', file, bytes }))
    looking.current = own
    const failed = (problem: string) => setState({ kind: 'choose', problem: words.problem(file.name, problem) })
    own.answer.then(
      heard => {
        if (heard.kind === 'previews')
          setState({ kind: 'shown', chosen, looked: heard, part: heard.parts.length === 1 ? 0 : part })
        else if (heard.asks) setState({ kind: 'choose', question: { file, answers, asks: heard.asks } })
        else failed(heard.problem)
      },
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
      <Heading title={words.title} lead={words.lead} />
      {state.kind === 'choose' && (
        <Choose
          problem={state.problem}
          question={state.question}
          onFile={(file, from, answers) => look({ file, from, answers })}
        />
      )}
      {state.kind === 'reading' && <Reading {...state} onStop={stop} />}
      {state.kind === 'shown' && <Looked {...state} onLook={look} onLeave={() => setState({ kind: 'choose' })} />}
    </main>
  )
}

interface LookedProps {
  readonly chosen: Chosen
  readonly looked: Looked
  readonly part: number | undefined
  readonly onLook: (chosen: Chosen, part?: number) => void
  readonly onLeave: () => void
}

/** One file, or the list of exports in a zip. After one is added, the zip is read again, so that the counts are right. */
function Looked({ chosen, looked, part, onLook, onLeave }: LookedProps) {
  const [open, setOpen] = useState(part)
  const preview = open === undefined ? undefined : looked.parts[open]?.preview
  if (preview === undefined) return <PartList looked={looked} onOpen={setOpen} onLeave={onLeave} />
  return (
    <Shown
      key={open}
      preview={preview}
      onFoodSource={name => onLook({ ...chosen, answers: { ...chosen.answers, foodSource: name || undefined } }, open)}
      onDone={() => (looked.parts.length === 1 ? onLeave() : onLook(chosen))}
    />
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
