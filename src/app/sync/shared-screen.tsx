/** The page for who reads along: how it is now, the last check-in, and what to watch for. */
import { useEffect, useState } from 'preact/hooks'
import { readShareCode, type ShareCode } from '../../sync/share.ts'
import { localDay } from '../../time.ts'
import { codes, keepCodes } from '../state/read-along-codes.ts'
import { say } from '../ui/days.ts'
import { Heading } from '../ui/heading.tsx'
import { toast } from '../ui/toast.tsx'
import { Top } from '../ui/top.tsx'
import { follow, forgetCode, type Reading, takeCode } from './reading.ts'
import { SharedPage } from './shared-page.tsx'
import '../ui/forms.css'
import './sync.css'

const words = {
  back: 'Now',
  title: 'Reading along',
  lead: 'Somebody can let you see how they are. You cannot change anything of theirs.',
  about: (name: string) => `How ${name === '' ? 'they are' : `${name} is`}`,
  field: 'The link, or the code',
  open: 'Open it',
  wrong: 'This is not a whole code. Ask for the link again.',
  reading: 'Looking at the server.',
  away: 'The server was not reached. It is tried again by itself.',
  awayShown: (time: string) => `The server was not reached. What you see is from ${time}.`,
  expired: 'The time of this code is over. Ask for a new one if you still need it.',
  ended: 'This code opens nothing any more. It was ended, or the server was emptied.',
  damaged: 'Some of what the server sent was changed on the way. It was left out.',
  until: (day: string) => `You can read along until ${day}. Nothing of it is kept on this device.`,
  stop: 'Stop reading along',
  stopped: 'The code is gone from this device.',
}

export function Screen(_props: { readonly id: string }) {
  const [isWrong, setWrong] = useState(false)
  useEffect(() => {
    const take = () => {
      if (location.hash.length < 2) return
      setWrong(!takeCode(location.hash))
      // The code is a key: it does not stay in the address, which others may see.
      history.replaceState(null, '', '/shared')
    }
    take()
    addEventListener('hashchange', take)
    return () => removeEventListener('hashchange', take)
  }, [])
  const known = codes.value.flatMap(text => readShareCode(text) ?? [])
  return (
    <main id="main" class="page stack gap-5" data-screen="shared" tabIndex={-1}>
      <Top back={['/', words.back]} />
      {known.length === 0 && <Heading title={words.title} lead={words.lead} />}
      {known.length === 0 && <Enter isWrong={isWrong} onWrong={setWrong} />}
      {known.map((code, place) => (
        <Followed key={keyOf(code)} code={code} isFirst={place === 0} />
      ))}
    </main>
  )
}

function Enter({ isWrong, onWrong }: { readonly isWrong: boolean; readonly onWrong: (isWrong: boolean) => void }) {
  const [text, setText] = useState('')
  return (
    <form
      class="card stack gap-3"
      onSubmit={event => {
        event.preventDefault()
        onWrong(!takeCode(text))
      }}
    >
      <label class="field">
        <span>{words.field}</span>
        <textarea rows={4} value={text} onInput={event => setText(event.currentTarget.value)} />
      </label>
      {isWrong && <p role="alert">{words.wrong}</p>}
      <button type="submit" class="btn next">
        {words.open}
      </button>
    </form>
  )
}

function Followed({ code, isFirst }: { readonly code: ShareCode; readonly isFirst: boolean }) {
  const [reading, setReading] = useState<Reading>({ code, state: 'reading' })
  useEffect(() => follow(code, setReading), [])
  const { state, events, at } = reading
  const stop = () => {
    const before = codes.peek()
    forgetCode(code)
    toast.value = { text: words.stopped, undo: () => keepCodes(before) }
  }
  const Title = isFirst ? 'h1' : 'h2'
  return (
    <section class="stack gap-5">
      <Title>{words.about(code.about)}</Title>
      {state === 'reading' && <p role="status">{words.reading}</p>}
      {state === 'away' && (
        <p class="card" role="status">
          {at === undefined ? words.away : words.awayShown(say.dayAndTime(at))}
        </p>
      )}
      {(state === 'expired' || state === 'ended') && (
        <p class="card" role="status">
          {words[state]}
        </p>
      )}
      {reading.isDamaged && <p class="card">{words.damaged}</p>}
      {events && <SharedPage events={events} />}
      <p class="note">{words.until(say.date(localDay(code.until)))}</p>
      <button type="button" class="btn big" onClick={stop}>
        {words.stop}
      </button>
    </section>
  )
}

const keyOf = ({ secret }: ShareCode): string => secret.join(' ')
