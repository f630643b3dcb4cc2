/** Who reads along: the list, and what this device does for them. Loaded where somebody does, or on its screen. */
import { signal } from '@preact/signals'
import { canonical } from '../../diary/merge.ts'
import { planKnowledge } from '../../library/plan.ts'
import { readAlong } from '../../report/read-along.ts'
import type { HealthLink } from '../../sync/health-link.ts'
import type { Part } from '../../sync/keys.ts'
import type { Ended, Memory } from '../../sync/memory.ts'
import { type Share, shareId, writeShareCode } from '../../sync/share.ts'
import { codeOf, endShare, keepShares, makeShare, type Owner, type Shared } from '../../sync/sharing.ts'
import { reportTextNow } from '../report/door.ts'
import { readAll } from '../state/log.ts'
import { diary, today } from '../state/store.ts'
import { type KeptSync, keepSync, readSync } from './kept-sync.ts'
import { ownServer, random } from './own-server.ts'
import { alone } from './turns.ts'

/** Undefined until it was read from the server. */
export const shares = signal<readonly Share[] | undefined>(undefined)

/** SMART Health Links for a clinic; undefined until they were read from the server. */
export const links = signal<readonly HealthLink[] | undefined>(undefined)

/** Where the shared copies are now. They are found again after a reload. */
let memories: Readonly<Partial<Record<Part, Memory>>> = {}

/** After a round of sync, which has the diary at `kept.memory`. */
export async function serveReaders(kept: KeptSync): Promise<void> {
  await keepOutcome(kept, await keepShares(ownerOf(kept)))
}

export type Outcome =
  | { readonly kind: 'done'; readonly share?: Share }
  | { readonly kind: 'failed'; readonly why: string }

export const share = (wanted: Omit<Share, 'secret'>): Promise<Outcome> =>
  withSync(async kept => {
    const done = await makeShare(ownerOf(kept), wanted)
    const outcome = await keepOutcome(kept, done)
    return outcome.kind === 'done' && done.kind === 'shared' ? { kind: 'done', share: done.made } : outcome
  })

export const end = (ended: Share): Promise<Outcome> =>
  withSync(async kept => {
    const done = await endShare(ownerOf(kept), shareId(ended))
    return done === undefined ? { kind: 'done' } : keepOutcome(kept, done)
  })

/** The list as the server has it now. */
export const look = (): Promise<Outcome> => withSync(async kept => keepOutcome(kept, await keepShares(ownerOf(kept))))

/** The address that opens the page for who reads along. What stands after # is never sent to the server. */
export async function linkOf(of: Share): Promise<string> {
  const kept = await readSync()
  if (kept === undefined) return ''
  return `${location.origin}/shared#${writeShareCode(codeOf(kept, { ...memories, diary: kept.memory }, of))}`
}

export const withSync = (work: (kept: KeptSync) => Promise<Outcome>): Promise<Outcome> =>
  alone(async () => {
    const kept = await readSync()
    return kept === undefined ? { kind: 'failed', why: 'sync is off' } : work(kept)
  })

export const ownerOf = ({ secret, memory, shares: records = [] }: KeptSync): Owner => ({
  remote: ownServer,
  secret,
  random,
  now: Date.now(),
  memories: { ...memories, diary: memory },
  records,
  contents: {
    diary: readAll,
    // Through JSON, as it is read back: a field that is undefined is none.
    now: async () => JSON.parse(JSON.stringify(readAlong(planKnowledge, diary.peek(), Date.now(), today()))) as unknown,
    reports: reportTextNow,
  },
})

export async function keepOutcome(kept: KeptSync, done: Shared | Ended): Promise<Outcome> {
  if (done.kind !== 'shared') return { kind: 'failed', why: done.kind === 'failed' ? done.why : done.kind }
  memories = done.memories
  const memory = done.memories.diary ?? kept.memory
  const next = { ...kept, memory, shares: done.records }
  if (canonical(done.records) !== canonical(kept.shares ?? []) || canonical(memory) !== canonical(kept.memory))
    await keepSync(next)
  shares.value = done.shares
  links.value = done.links
  return { kind: 'done' }
}
