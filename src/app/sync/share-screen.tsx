/** Who reads along: makes a code for chosen parts, shows it, lists who has one, and ends it. */
import { useEffect, useState } from 'preact/hooks'
import { mostNameLetters, type Share, type SharedPart, sharedParts, shareId } from '../../sync/share.ts'
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
import { NeedsSync } from './needs-sync.tsx'
import { end, linkOf, look, share, shares } from './shares.ts'
import '../ui/forms.css'
import './sync.css'

const words = {
  back: 'More devices',
  title: 'Who reads along',
  lead: 'A partner or a carer can see how you are, on their own device. They cannot change anything.',
  off: 'First turn on More devices. Your diary then has a locked copy, of which you can share parts.',
  parts: 'What may they read?',
  partNames: {
    now: 'How I am now, and my last check-in',
    reports: 'My report for the clinician',
    diary: 'My whole diary',
  } as Readonly<Record<SharedPart, string>>,
  whom: 'Who reads along?',
  about: 'Your name, as they know you',
  days: 'For how long?',
  dayNames: { '1': '1 day', '7': '1 week', '30': '30 days', '365': '1 year' },
  make: 'Make the code',
  making: 'One moment.',
  choose: 'Choose at least one thing that they may read.',
  failed: (why: string) => `It did not work: ${why}.`,
  made: 'Their code',
  scan: 'Let them scan it, or send them the link. Whoever has it can read what you chose.',
  code: 'Code to scan. It opens the page for the person who reads along.',
  send: 'Send the link',
  copied: 'The link is copied.',
  notSent: 'The link could not be passed on. Let them scan the code.',
  list: 'They may read now',
  nobody: 'Nobody reads along.',
  looking: 'Looking at the server.',
  somebody: 'Somebody',
  reads: (what: string) => `Reads: ${what}`,
  until: (day: string) => `Until ${day}.`,
  show: 'Show the code',
  end: 'End it',
  ended: (name: string) => `${name} cannot read along any more. What they read before, they know.`,
  notEnded: 'The server does not answer. It is not ended yet. Try again in a moment.',
}

type Days = keyof typeof words.dayNames

export function Screen(_props: { readonly id: string }) {
  const [shown, setShown] = useState<Share | undefined>(undefined)
  return (
    <main id="main" class="page stack gap-5" data-screen="share" tabIndex={-1}>
      <Top back={['/sync', words.back]} />
      <Heading title={words.title} lead={words.lead} />
      {isSyncOn.value ? (
        <div class="grid-2 stack gap-5">
          {shown ? <Code share={shown} /> : <Make onMade={setShown} />}
          <List onShow={setShown} onEnded={ended => shown?.secret === ended.secret && setShown(undefined)} />
        </div>
      ) : (
        <NeedsSync why={words.off} />
      )}
    </main>
  )
}

function Make({ onMade }: { readonly onMade: (made: Share) => void }) {
  const [parts, setParts] = useState<readonly SharedPart[]>(['now'])
  const [whom, setWhom] = useState('')
  const [about, setAbout] = useState('')
  const [days, setDays] = useState<Days>('7')
  const [state, setState] = useState<'ready' | 'working' | { readonly problem: string }>('ready')
  const turn = (part: SharedPart, isOn: boolean) =>
    setParts(sharedParts.filter(each => (each === part ? isOn : parts.includes(each))))
  const make = async () => {
    if (parts.length === 0) return setState({ problem: words.choose })
    setState('working')
    const until = utcTime(Math.floor(Date.now() / 1000) * 1000 + Number(days) * dayLong)
    const done = await share({ whom: whom.trim(), about: about.trim(), parts, until })
    setState(done.kind === 'failed' ? { problem: words.failed(done.why) } : 'ready')
    if (done.kind === 'done' && done.share) onMade(done.share)
  }
  return (
    <form
      class="card stack"
      onSubmit={event => {
        event.preventDefault()
        void make()
      }}
    >
      <fieldset class="chips">
        <legend class="group">{words.parts}</legend>
        {sharedParts.map(part => (
          <label key={part} class="chip pick">
            <input
              type="checkbox"
              checked={parts.includes(part)}
              onChange={event => turn(part, event.currentTarget.checked)}
            />
            {words.partNames[part]}
          </label>
        ))}
      </fieldset>
      <Pick legend={words.days} name="days" options={words.dayNames} chosen={days} onPick={setDays} />
      <Field label={words.whom} value={whom} maxLength={mostNameLetters} onType={setWhom} />
      <Field label={words.about} value={about} maxLength={mostNameLetters} onType={setAbout} />
      {typeof state === 'object' && <p role="alert">{state.problem}</p>}
      <button type="submit" class="btn next" disabled={state === 'working'}>
        {state === 'working' ? words.making : words.make}
      </button>
    </form>
  )
}

function Code({ share: of }: { readonly share: Share }) {
  const [link, setLink] = useState('')
  useEffect(() => void linkOf(of).then(setLink), [of])
  const send = async () => {
    const outcome = await shareWords(link)
    if (outcome === 'copied' || outcome === 'failed')
      toast.value = { text: outcome === 'copied' ? words.copied : words.notSent }
  }
  return (
    <section class="card stack gap-3 share-code">
      <h2>{words.made}</h2>
      <p>{words.scan}</p>
      {link !== '' && <QrCode text={link} name={words.code} />}
      <button type="button" class="btn next" onClick={() => void send()}>
        <Icon name="share" />
        {words.send}
      </button>
      <p class="note">{words.until(say.date(localDay(Date.parse(of.until))))}</p>
    </section>
  )
}

interface ListProps {
  readonly onShow: (shown: Share) => void
  readonly onEnded: (ended: Share) => void
}

function List({ onShow, onEnded }: ListProps) {
  const list = shares.value
  const [problem, setProblem] = useState<string | undefined>(undefined)
  useEffect(() => void look().then(done => setProblem(done.kind === 'failed' ? words.failed(done.why) : undefined)), [])
  const stop = async (ended: Share) => {
    const done = await end(ended)
    if (done.kind === 'failed') return setProblem(words.notEnded)
    setProblem(undefined)
    onEnded(ended)
    toast.value = { text: words.ended(nameOf(ended)) }
  }
  return (
    <section class="card stack gap-3">
      <h2>{words.list}</h2>
      {problem !== undefined && <p role="alert">{problem}</p>}
      {list === undefined && problem === undefined && <p>{words.looking}</p>}
      {list?.length === 0 && <p>{words.nobody}</p>}
      <ul class="stack gap-3">
        {list?.map(each => (
          <li key={each.secret} class="stack gap-2" data-share={shareId(each)}>
            <h3>{nameOf(each)}</h3>
            <p>
              {words.reads(each.parts.map(part => words.partNames[part]).join('; '))}.{' '}
              {words.until(say.date(localDay(Date.parse(each.until))))}
            </p>
            <p class="row">
              <button type="button" class="btn" onClick={() => onShow(each)}>
                {words.show}
              </button>
              <button type="button" class="btn danger" onClick={() => void stop(each)}>
                {words.end}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

const nameOf = ({ whom }: Share): string => (whom === '' ? words.somebody : whom)
