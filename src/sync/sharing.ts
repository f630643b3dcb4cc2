/**
 * What the owner's devices do for those who read along: they keep the list of shares in a log of its own, copy into `now`
 * and `reports` what is shared, tell the server who may read, and end a share by moving its parts to new keys.
 */
import { canonical, merge } from '../diary/merge.ts'
import type { KeptEvent } from '../diary/upgrade.ts'
import { toBase64 } from './base64.ts'
import { erase, moveOn, setReaders } from './end.ts'
import { findLog, type Place } from './find-log.ts'
import type { HealthLink } from './health-link.ts'
import { logKeys, type Part } from './keys.ts'
import { type Ended, type Memory, newMemory } from './memory.ts'
import { pull } from './pull.ts'
import { push } from './push.ts'
import { copyOf, endedRecord, linksIn, madeRecord, newestCopy, sharesIn } from './records.ts'
import type { Remote } from './remote.ts'
import type { Random } from './seal.ts'
import { type Share, type ShareCode, type SharedPart, secretOf, sharedParts, shareId } from './share.ts'

/** A device of the owner, and what it may be asked for. */
export interface Owner {
  readonly remote: Remote
  readonly secret: Uint8Array
  readonly random: Random
  /** Milliseconds since 1970. */
  readonly now: number
  /** What is remembered of each part; of `diary`, what sync remembers. */
  readonly memories: Readonly<Partial<Record<Part, Memory>>>
  /** What this device has read of the log of shares: it fills a server that was wiped. */
  readonly records: readonly KeptEvent[]
  readonly contents: {
    /** Every event of the diary. */
    readonly diary: () => Promise<readonly KeptEvent[]>
    /** The page for who reads along, and the text of the report; JSON that changes only when what it says changes. */
    readonly now: () => Promise<unknown>
    readonly reports: () => Promise<unknown>
  }
}

export interface Shared {
  readonly kind: 'shared'
  /** Those that are not over, the oldest first. */
  readonly shares: readonly Share[]
  /** Links for a clinic that were not ended, whose time may be over. */
  readonly links: readonly HealthLink[]
  readonly memories: Owner['memories']
  readonly records: readonly KeptEvent[]
}

/** So many may read along at once: the note of a log that moves has a line for each. */
export const mostShares = 20

/**
 * Makes everything as the list of shares says: ends those whose time is over, copies what has changed, and names the
 * readers to the server. Without shares it asks the server once. It is safe to repeat.
 */
export async function keepShares(owner: Owner): Promise<Shared | Ended> {
  const read = await readRecords(owner)
  if (read.kind !== 'shared') return read
  const over = read.shares.filter(share => Date.parse(share.until) <= owner.now)
  let state: Shared | Ended = read
  for (const share of over) {
    state = await endIn(owner, state, share)
    if (state.kind !== 'shared') return state
  }
  return serve(owner, state)
}

/** Makes a new share. Its code is `codeOf` the result. */
export async function makeShare(
  owner: Owner,
  wanted: Pick<Share, 'whom' | 'about' | 'parts' | 'until'>,
): Promise<(Shared & { readonly made: Share }) | Ended> {
  const before = await keepShares(owner)
  if (before.kind !== 'shared') return before
  if (before.shares.length >= mostShares)
    return { kind: 'failed', why: `${mostShares} people read along already: end one of these first` }
  const secret = owner.random(new Uint8Array(32))
  const made: Share = { ...wanted, secret: toBase64(secret) }
  const kept = await keepRecord(owner, before, madeRecord(made, owner))
  if (kept.kind !== 'shared') return kept
  const served = await serve(owner, kept)
  return served.kind === 'shared' ? { ...served, made } : served
}

/** Ends a share before its time. Undefined when there is none of that id. */
export async function endShare(owner: Owner, id: string): Promise<Shared | Ended | undefined> {
  const before = await keepShares(owner)
  if (before.kind !== 'shared') return before
  const share = before.shares.find(each => shareId(each) === id)
  return share && endIn(owner, before, share)
}

/** The code of a share, with the logs as its parts are called now. */
export function codeOf({ secret }: Pick<Owner, 'secret'>, memories: Owner['memories'], share: Share): ShareCode {
  const logs = share.parts.map(part => {
    const { logId, key } = logKeys(secret, part, memories[part]?.epoch ?? 0)
    return [part, { logId, key }] as const
  })
  return {
    secret: secretOf(share.secret),
    until: Date.parse(share.until),
    about: share.about,
    logs: Object.fromEntries(logs),
  }
}

/** Drops what was shared, when sync is erased. The diary's own log is not touched. */
export async function eraseShared(owner: Omit<Owner, 'contents' | 'records'>, at: string): Promise<Ended | undefined> {
  for (const part of ['now', 'reports', 'shares'] as const) {
    const done = await erase(placeOf(owner, part, owner.memories), at, owner.random)
    if (done.kind === 'failed') return done
  }
  return undefined
}

const placeOf = (
  { remote, secret }: Pick<Owner, 'remote' | 'secret'>,
  part: Part,
  memories: Owner['memories'],
): Place => ({ remote, secret, part, memory: memories[part] ?? newMemory })

async function readRecords(owner: Owner): Promise<Shared | Ended> {
  const there = await pull(placeOf(owner, 'shares', {}))
  if (there.kind !== 'pulled' && there.kind !== 'unknown-log') return there
  const held = there.kind === 'pulled' ? there.events : []
  const records = merge([...held, ...owner.records], [])
  if (records.length > held.length) {
    const sent = await push(placeOf(owner, 'shares', {}), records, owner.random)
    if (sent.kind !== 'pushed') return sent
  }
  return { kind: 'shared', ...listed(records), memories: owner.memories }
}

const listed = (records: readonly KeptEvent[]) => ({ records, shares: sharesIn(records), links: linksIn(records) })

/** Adds a record of a link for a clinic, so that the owner's other devices know it too. */
export async function addRecord(owner: Owner, record: KeptEvent): Promise<Shared | Ended> {
  const read = await readRecords(owner)
  return read.kind === 'shared' ? keepRecord(owner, read, record) : read
}

async function keepRecord(owner: Owner, state: Shared, record: KeptEvent): Promise<Shared | Ended> {
  const records = merge([...state.records, record], [])
  const sent = await push(placeOf(owner, 'shares', {}), records, owner.random)
  return sent.kind === 'pushed' ? { ...state, ...listed(records) } : sent
}

const readersOf = (shares: readonly Share[], part: SharedPart, now: number): readonly Share[] =>
  shares.filter(({ parts, until }) => parts.includes(part) && Date.parse(until) > now)

/** Copies what has changed into the parts that somebody may read, and names the readers to the server. */
async function serve(owner: Owner, state: Shared): Promise<Shared | Ended> {
  let memories = state.memories
  for (const part of sharedParts) {
    const readers = readersOf(state.shares, part, owner.now)
    if (readers.length === 0) continue
    const filled = await fill(owner, part, memories)
    if (filled.kind !== 'pushed') return filled
    memories = { ...memories, [part]: filled.memory }
    const named = await setReaders(owner.remote, logKeys(owner.secret, part, filled.memory.epoch), readers)
    if (named !== undefined) return named
  }
  return { ...state, memories }
}

async function fill(owner: Owner, part: SharedPart, memories: Owner['memories']) {
  const place = placeOf(owner, part, memories)
  if (part === 'diary') {
    // Sync keeps it filled; only a server that was wiped has to be filled here.
    const there = await findLog(place, false)
    if (there.kind === 'found') return { kind: 'pushed', memory: there.memory } as const
    return there.kind === 'unknown-log' ? push(place, await owner.contents.diary(), owner.random) : there
  }
  const there = await pull(withoutPlace(place))
  if (there.kind !== 'pulled' && there.kind !== 'unknown-log') return there
  const held = there.kind === 'pulled' ? there.events : []
  const content = await owner.contents[part]()
  const newest = newestCopy(held)
  const isSame = newest !== undefined && canonical(newest.content) === canonical(content)
  return push(place, isSame ? held : [...held, copyOf(content, owner)], owner.random)
}

/** The copies are few: all are read each time. */
const withoutPlace = (place: Place): Place => ({ ...place, memory: { epoch: place.memory.epoch } })

/** Moves the parts of a share to new keys, which everyone but its reader gets; then it is off the list. */
async function endIn(owner: Owner, state: Shared, share: Share): Promise<Shared | Ended> {
  let memories = state.memories
  const others = state.shares.filter(each => shareId(each) !== shareId(share))
  for (const part of share.parts) {
    const place = placeOf(owner, part, memories)
    const along = await eventsOf(owner, place, part)
    // A server that was wiped keeps nothing that could be read.
    if (along.kind === 'unknown-log') continue
    if (along.kind !== 'along') return along
    const moved = await moveOn(place, along.events, owner.random, readersOf(others, part, owner.now))
    if (moved.kind !== 'done') return moved
    memories = { ...memories, [part]: moved.memory }
  }
  return keepRecord(owner, { ...state, memories }, endedRecord(share, owner))
}

/** What goes along to the new keys: all that is there or here of the diary; of copies, the newest. */
async function eventsOf(
  owner: Owner,
  place: Place,
  part: SharedPart,
): Promise<{ readonly kind: 'along'; readonly events: readonly KeptEvent[] } | Ended> {
  const there = await pull(withoutPlace(place))
  if (there.kind !== 'pulled') return there
  if (part === 'diary') return { kind: 'along', events: merge(there.events, await owner.contents.diary()) }
  const newest = newestCopy(there.events)
  return { kind: 'along', events: newest === undefined ? [] : [newest] }
}
