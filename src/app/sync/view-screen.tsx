/** The viewer of SMART Health Links: for whoever scanned the code of a person's diary. Nothing of it is kept here. */
import { useEffect, useState } from 'preact/hooks'
import { readDocument } from '../../diary/fhir/read-document.ts'
import { type LinkPayload, type OpenedLink, openHealthLink, readHealthLink } from '../../sync/health-link.ts'
import { Field } from '../ui/field.tsx'
import { Heading } from '../ui/heading.tsx'
import { Top } from '../ui/top.tsx'
import { sendOwn } from './own-server.ts'
import '../ui/forms.css'
import './sync.css'

const words = {
  back: 'Now',
  title: 'A health link',
  lead: 'It opens a document that a person shares with you. Nothing of it is kept on this device.',
  none: 'Scan the code again, or paste the whole link here.',
  field: 'The link',
  open: 'Open it',
  wrong: 'This is not a whole SMART Health Link. Ask for it again.',
  elsewhere:
    'This link is kept on another server, and this page asks only its own. Open it with a program of your clinic.',
  stale: 'The time of this link is over. Ask the person for a new one.',
  inactive: 'This link opens nothing any more. It was ended, its time is over, or too many passcodes were wrong.',
  passcode: 'Passcode, as the person told you',
  wrongPasscode: (left: number | undefined) =>
    left === undefined ? 'That passcode is wrong.' : `That passcode is wrong. Tries left: ${left}.`,
  reading: 'Opening it.',
  failed: (why: string) => `It could not be opened: ${why}.`,
  again: 'Try again',
  told: 'Told by the person. No clinician has confirmed it, and Unknot is not a medical device.',
  empty: 'The document holds nothing that can be shown here.',
  print: 'Print it',
}

/** A longer section is folded. */
const mostOpenLines = 15

/** Who asks, as the link's rules want to know. It is not kept. */
const recipient = 'Unknot viewer'

export function Screen(_props: { readonly id: string }) {
  const [text, setText] = useState('')
  useEffect(() => {
    const take = () => {
      if (location.hash.length < 2) return
      setText(location.hash)
      // The link is a key: it does not stay in the address.
      history.replaceState(null, '', '/view')
    }
    take()
    addEventListener('hashchange', take)
    return () => removeEventListener('hashchange', take)
  }, [])
  const link = text === '' ? undefined : readHealthLink(text)
  return (
    <main id="main" class="page stack gap-5" data-screen="view" tabIndex={-1}>
      <Top back={['/', words.back]} />
      <Heading title={link?.label || words.title} lead={words.lead} />
      {link ? <Link key={text} link={link} /> : <Enter isWrong={text !== ''} onEnter={setText} />}
    </main>
  )
}

function Enter({ isWrong, onEnter }: { readonly isWrong: boolean; readonly onEnter: (text: string) => void }) {
  const [typed, setTyped] = useState('')
  return (
    <form
      class="card stack gap-3"
      onSubmit={event => {
        event.preventDefault()
        onEnter(typed)
      }}
    >
      <p>{words.none}</p>
      <Field label={words.field} value={typed} onType={setTyped} />
      {isWrong && <p role="alert">{words.wrong}</p>}
      <button type="submit" class="btn next">
        {words.open}
      </button>
    </form>
  )
}

function Link({ link }: { readonly link: LinkPayload }) {
  const isLocked = link.flag?.includes('P') === true
  const [found, setFound] = useState<OpenedLink | 'reading' | 'locked'>(isLocked ? 'locked' : 'reading')
  const [passcode, setPasscode] = useState('')
  const isElsewhere = new URL(link.url).origin !== location.origin
  const isStale = link.exp !== undefined && link.exp * 1000 <= Date.now()
  const open = async () => {
    setFound('reading')
    setFound(await openHealthLink(link, recipient, sendOwn, isLocked ? passcode : undefined))
  }
  useEffect(() => {
    if (!isLocked && !isElsewhere && !isStale) void open()
  }, [])
  if (isElsewhere) return <p class="card">{words.elsewhere}</p>
  if (isStale) return <p class="card">{words.stale}</p>
  if (found === 'reading') return <p role="status">{words.reading}</p>
  if (found === 'locked' || found.kind === 'wrong-passcode')
    return (
      <form
        class="card stack gap-3"
        onSubmit={event => {
          event.preventDefault()
          void open()
        }}
      >
        <Field label={words.passcode} value={passcode} autocomplete="off" inputMode="numeric" onType={setPasscode} />
        {found !== 'locked' && <p role="alert">{words.wrongPasscode(found.left)}</p>}
        <button type="submit" class="btn next">
          {words.open}
        </button>
      </form>
    )
  if (found.kind === 'inactive') return <p class="card">{words.inactive}</p>
  if (found.kind === 'failed')
    return (
      <section class="card stack gap-3">
        <p role="alert">{words.failed(found.why)}</p>
        <button type="button" class="btn" onClick={() => void open()}>
          {words.again}
        </button>
      </section>
    )
  return <Documents documents={found.documents} />
}

function Documents({ documents }: { readonly documents: readonly unknown[] }) {
  const sections = documents.flatMap(document => readDocument(document).sections)
  return (
    <>
      <p class="note">{words.told}</p>
      {sections.length === 0 && <p class="card">{words.empty}</p>}
      {sections.map(({ title, lines }, place) => (
        <details key={`${String(place)} ${title}`} class="card fold" open={lines.length <= mostOpenLines}>
          <summary>
            <h2>{title}</h2>
          </summary>
          <ul class="stack gap-1 document-lines">
            {lines.map((line, at) => (
              <li key={`${String(at)} ${line}`}>{line}</li>
            ))}
          </ul>
        </details>
      ))}
      <button type="button" class="btn big" onClick={() => print()}>
        {words.print}
      </button>
    </>
  )
}
