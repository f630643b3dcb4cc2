/** What this browser reads along: asks the server with a code, and again when the server says that something changed. */
import type { KeptEvent } from '../../diary/upgrade.ts'
import { readShared, type SharedRead } from '../../sync/read-shared.ts'
import { readShareCode, type ShareCode, type SharedPart, writeShareCode } from '../../sync/share.ts'
import { codes, keepCodes } from '../state/read-along-codes.ts'
import { ownServer, watchLog } from './own-server.ts'

export interface Reading {
  readonly code: ShareCode
  readonly state: 'reading' | 'read' | 'away' | Exclude<SharedRead['kind'], 'read' | 'failed'>
  /** When it was read last. */
  readonly at?: number
  readonly events?: Readonly<Partial<Record<SharedPart, readonly KeptEvent[]>>>
  readonly isDamaged?: boolean
}

/** Milliseconds. */
const tryAgain = { least: 2000, most: 60_000 }

/** Takes a code from a link or from what was pasted. False when it is none. */
export function takeCode(text: string): boolean {
  const code = readShareCode(text)
  if (code === undefined) return false
  const known = codes.peek().flatMap(each => readShareCode(each) ?? [])
  const isKnown = known.some(each => isSame(each, code))
  if (!isKnown) keepCodes([...codes.peek(), writeShareCode(code)])
  return true
}

export function forgetCode(code: ShareCode): void {
  keepCodes(codes.peek().filter(text => !isSame(readShareCode(text), code)))
}

/** Follows one code until the function that it returns is called. */
export function follow(first: ShareCode, tell: (reading: Reading) => void): () => void {
  let isLeft = false
  let reading: Reading = { code: first, state: 'reading' }
  let leave: (() => void)[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let pause = tryAgain.least
  const say = (next: Reading) => {
    reading = next
    if (!isLeft) tell(next)
  }
  const again = (after: number) => {
    clearTimeout(timer)
    if (!isLeft) timer = setTimeout(() => void look(), after)
  }
  const look = async () => {
    const done = await readShared(ownServer, reading.code, Date.now()).catch(() => undefined)
    if (isLeft) return
    if (done === undefined || done.kind === 'failed') {
      say({ ...reading, state: 'away' })
      again(pause)
      pause = Math.min(tryAgain.most, pause * 2)
      return
    }
    // What could be read before is shown no longer.
    if (done.kind !== 'read') return say({ code: reading.code, state: done.kind })
    pause = tryAgain.least
    keepMoved(reading.code, done.code)
    const { code, events, isDamaged } = done
    say({ code, state: 'read', at: Date.now(), events, isDamaged })
    for (const end of leave) end()
    leave = done.logs.map(({ keys, count: held }) =>
      watchLog(keys, count => {
        if (count !== held) again(count === undefined ? tryAgain.least : 0)
      }),
    )
  }
  void look()
  return () => {
    isLeft = true
    clearTimeout(timer)
    for (const end of leave) end()
  }
}

/** A part that moved is asked for at its new place the next time. */
function keepMoved(before: ShareCode, after: ShareCode): void {
  const [old, next] = [writeShareCode(before), writeShareCode(after)]
  if (old !== next) keepCodes(codes.peek().map(text => (isSame(readShareCode(text), before) ? next : text)))
}

const isSame = (a: ShareCode | undefined, b: ShareCode): boolean =>
  a?.secret.every((byte, place) => byte === b.secret[place]) === true
