/** A link for the clinic: the diary as a document, behind a code to scan and a passcode, until a day. */
import { useEffect, useState } from 'preact/hooks'
import { type HealthLink, mostLabelLetters } from '../../sync/health-link.ts'
import { dayLong, localDay, utcTime } from '../../time.ts'
import { isSyncOn } from '../state/sync-on.ts'
import { say } from '../ui/days.ts'
import { Field } from '../ui/field.tsx'
import { Heading } from '../ui/heading.tsx'
import { Icon } from '../ui/icon.tsx'
import { Pick } from '../ui/pick.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { shareWords } from '../ui/share.ts'
import { toast } from '../ui/toast.tsx'
import { Top } from '../ui/top.tsx'
import { endLink, linkText, makeLink, newPasscode } from './health-links.ts'
import { NeedsSync } from './needs-sync.tsx'
import { links, look } from './shares.ts'
import '../ui/forms.css'
import './sync.css'

const words = {
  back: 'More devices',
  title: 'A link for the clinic',
  lead: 'A SMART Health Link. The clinic scans a code and gets your diary as a FHIR document, which many programs read.',
  off: 'First turn on More devices. The locked document is kept on that server.',
  sees: 'The server keeps the document locked. The key is in the code alone.',
  label: 'What the clinic sees before it opens it',
  usual: 'Diary of spasms and cramps',
  name: 'Your name, if you want it on the document',
  days: 'For how long?',
  dayNames: { '1': '1 day', '7': '1 week', '30': '30 days' },
  passcode: 'Ask for a passcode too',
  passcodeHelp: 'After 5 wrong ones the link opens no more.',
  make: 'Make the link',
  making: 'One moment.',
  failed: (why: string) => `It did not work: ${why}.`,
  made: 'Your link',
  scan: 'Let the clinic scan it, or send it. It holds your diary as it is now.',
  code: 'Code to scan. It is a SMART Health Link.',
  tell: 'Passcode',
  tellHow: 'Tell it by voice, not in the same message. It is shown only now.',
  send: 'Send the link',
  copied: 'The link is copied.',
  notSent: 'The link could not be passed on. Let them scan the code.',
  another: 'Make another one',
  list: 'Links that open now',
  none: 'There is none.',
  looking: 'Looking at the server.',
  until: (day: string) => `Until ${day}.`,
  withPasscode: 'With a passcode.',
  end: 'End it',
  ended: 'That link opens nothing any more.',
  notEnded: 'The server does not answer. It is not ended yet. Try again in a moment.',
}

interface Made {
  readonly link: HealthLink
  readonly passcode: string | undefined
}

export function Screen(_props: { readonly id: string }) {
  const [made, setMade] = useState<Made | undefined>(undefined)
  return (
    <main id="main" class="page stack gap-5" data-screen="clinic" tabIndex={-1}>
      <Top back={['/sync', words.back]} />
      <Heading title={words.title} lead={words.lead} />
      {isSyncOn.value ? (
        <div class="grid-2 stack gap-5">
          {made ? <Code made={made} onAnother={() => setMade(undefined)} /> : <Make onMade={setMade} />}
          <List onEnded={({ id }) => id === made?.link.id && setMade(undefined)} />
        </div>
      ) : (
        <NeedsSync why={words.off} />
      )}
    </main>
  )
}

function Make({ onMade }: { readonly onMade: (made: Made) => void }) {
  const [label, setLabel] = useState(words.usual)
  const [name, setName] = useState('')
  const [days, setDays] = useState<keyof typeof words.dayNames>('7')
  const [isLocked, setLocked] = useState(true)
  const [state, setState] = useState<'ready' | 'working' | { readonly problem: string }>('ready')
  const make = async () => {
    setState('working')
    const passcode = isLocked ? newPasscode() : undefined
    const until = utcTime(Math.floor(Date.now() / 1000) * 1000 + Number(days) * dayLong)
    const done = await makeLink({ label: label.trim(), name: name.trim(), until, passcode })
    setState(done.kind === 'failed' ? { problem: words.failed(done.why) } : 'ready')
    if (done.kind === 'done' && done.link) onMade({ link: done.link, passcode })
  }
  return (
    <form
      class="card stack"
      onSubmit={event => {
        event.preventDefault()
        void make()
      }}
    >
      <p class="quiet">{words.sees}</p>
      <Pick legend={words.days} name="days" options={words.dayNames} chosen={days} onPick={setDays} />
      <p class="chips">
        <label class="chip pick">
          <input type="checkbox" checked={isLocked} onChange={event => setLocked(event.currentTarget.checked)} />
          {words.passcode}
        </label>
      </p>
      <p class="note">{words.passcodeHelp}</p>
      <Field label={words.label} value={label} maxLength={mostLabelLetters} onType={setLabel} />
      <Field label={words.name} value={name} maxLength={100} onType={setName} />
      {typeof state === 'object' && <p role="alert">{state.problem}</p>}
      <button type="submit" class="btn next" disabled={state === 'working'}>
        {state === 'working' ? words.making : words.make}
      </button>
    </form>
  )
}

function Code({ made: { link, passcode }, onAnother }: { readonly made: Made; readonly onAnother: () => void }) {
  const address = linkText(link)
  const send = async () => {
    const outcome = await shareWords(address)
    if (outcome === 'copied' || outcome === 'failed')
      toast.value = { text: outcome === 'copied' ? words.copied : words.notSent }
  }
  return (
    <section class="card stack gap-3 share-code">
      <h2>{words.made}</h2>
      <p>{words.scan}</p>
      <QrCode text={address} name={words.code} ecc="medium" />
      {passcode !== undefined && (
        <div class="stack gap-1">
          <p>
            {words.tell}: <b class="passcode">{passcode}</b>
          </p>
          <p class="note">{words.tellHow}</p>
        </div>
      )}
      <button type="button" class="btn next" onClick={() => void send()}>
        <Icon name="share" />
        {words.send}
      </button>
      <p class="note">{words.until(say.date(localDay(Date.parse(link.until))))}</p>
      <button type="button" class="btn plain" onClick={onAnother}>
        {words.another}
      </button>
    </section>
  )
}

function List({ onEnded }: { readonly onEnded: (link: HealthLink) => void }) {
  const [problem, setProblem] = useState<string | undefined>(undefined)
  useEffect(() => void look().then(done => setProblem(done.kind === 'failed' ? words.failed(done.why) : undefined)), [])
  const open = links.value?.filter(({ until }) => Date.parse(until) > Date.now())
  const end = async (link: HealthLink) => {
    const done = await endLink(link)
    if (done.kind === 'failed') return setProblem(words.notEnded)
    setProblem(undefined)
    onEnded(link)
    toast.value = { text: words.ended }
  }
  return (
    <section class="card stack gap-3">
      <h2>{words.list}</h2>
      {problem !== undefined && <p role="alert">{problem}</p>}
      {open === undefined && problem === undefined && <p>{words.looking}</p>}
      {open?.length === 0 && <p>{words.none}</p>}
      <ul class="stack gap-3">
        {open?.map(link => (
          <li key={link.id} class="stack gap-2">
            <h3>{link.label === '' ? words.title : link.label}</h3>
            <p>
              {words.until(say.date(localDay(Date.parse(link.until))))} {link.hasPasscode && words.withPasscode}
            </p>
            <p>
              <button type="button" class="btn danger" onClick={() => void end(link)}>
                {words.end}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
