/** `unknot sync share`, `shares` and `revoke`: who may read chosen parts of a synced diary, and until when. */
import { canonical } from '../diary/merge.ts'
import type { KeptEvent } from '../diary/upgrade.ts'
import { understood } from '../diary/upgrade.ts'
import type { Ended } from '../sync/memory.ts'
import { mostNameLetters, type Share, type SharedPart, shareId, writeShareCode } from '../sync/share.ts'
import { codeOf, endShare, keepShares, makeShare, type Owner, type Shared } from '../sync/sharing.ts'
import { addDays, dayLong, localDay, utcTime } from '../time.ts'
import { BadInput } from './input.ts'
import { print } from './output.ts'
import { diaryEvents } from './sync-files.ts'
import { ended, placeOf, pushed, random, type SyncFlags } from './sync-place.ts'

export interface ShareFlags extends SyncFlags {
  readonly parts: readonly SharedPart[]
  readonly days: number
  readonly for?: string
  readonly about?: string
}

export async function shareDiary(diary: string, flags: ShareFlags): Promise<void> {
  const events = await diaryEvents(diary)
  if (flags.parts.includes('diary')) await pushed(diary, flags, events)
  const owner = ownerOf(diary, flags, events)
  const until = utcTime(Math.floor(owner.now / 1000) * 1000 + flags.days * dayLong)
  const wanted = { whom: named(flags.for, '--for'), about: named(flags.about, '--about'), parts: flags.parts, until }
  const done = kept(diary, flags, await makeShare(owner, wanted))
  const link = linkOf(flags, done, done.made)
  await print(
    flags.json
      ? `${JSON.stringify({ server: flags.server, ...listed(done.made), link })}\n`
      : `${lineOf(done.made)}
Whoever has this link can read that, and cannot change anything. Give it to nobody else:
${link}
To end it sooner: unknot sync revoke --server ${flags.server} --code-file ${flags.codeFile} ${diary} ${shareId(done.made)}\n`,
  )
}

export async function listShares(diary: string, flags: SyncFlags): Promise<void> {
  const done = kept(diary, flags, await keepShares(ownerOf(diary, flags, await diaryEvents(diary))))
  const shares = done.shares.map(share => ({ ...listed(share), link: linkOf(flags, done, share) }))
  await print(
    flags.json
      ? `${JSON.stringify({ server: flags.server, shares })}\n`
      : done.shares.length === 0
        ? 'Nobody reads along.\n'
        : `${done.shares.map(lineOf).join('\n')}\n`,
  )
}

export async function revokeShare(diary: string, flags: SyncFlags, id: string): Promise<void> {
  const done = await endShare(ownerOf(diary, flags, await diaryEvents(diary)), id)
  if (done === undefined)
    throw new BadInput(`${id}: nobody reads along by that name: unknot sync shares lists them, and those that are over`)
  const { shares } = kept(diary, flags, done)
  await print(
    flags.json
      ? `${JSON.stringify({ server: flags.server, ended: id, left: shares.length })}\n`
      : `${id} is ended: ${flags.server} refuses that code now, and what you add from now on has new keys. What was read before cannot be taken back.\n`,
  )
}

function named(name = '', flag: string): string {
  if (name.length > mostNameLetters)
    throw new BadInput(`${flag}: longer than ${mostNameLetters} letters: give a shorter name`)
  return name
}

/** After a push: copies what has changed for those who read along. */
export async function serveReaders(diary: string, flags: SyncFlags, events: readonly KeptEvent[]): Promise<void> {
  kept(diary, flags, await keepShares(ownerOf(diary, flags, events)))
}

function ownerOf(diary: string, flags: SyncFlags, events: readonly KeptEvent[]): Owner {
  const { place } = placeOf(diary, flags)
  const { remote, secret, memory } = place
  const now = Date.now()
  const today = localDay(now)
  return {
    remote,
    secret,
    random,
    now,
    memories: { diary: memory },
    records: [],
    contents: {
      diary: async () => events,
      // The knowledge is loaded only where somebody reads along.
      now: async () => {
        const [{ planKnowledge }, { readAlong }, { fold }] = await Promise.all([
          import('../library/plan.ts'),
          import('../report/read-along.ts'),
          import('../diary/fold.ts'),
        ])
        return readAlong(planKnowledge, fold(understood(events)), now, today)
      },
      reports: async () => {
        const { report, reportText } = await import('../library/report.ts')
        const made = report(understood(events), { from: addDays(today, -364), to: today, now, dayOf: localDay })
        return reportText(made, { isDetailed: false })
      },
    },
  }
}

/** Remembers where the diary is now, which moves when a share of it ends. */
function kept<Done extends Shared>(diary: string, flags: SyncFlags, done: Done | Ended): Done {
  if (done.kind !== 'shared') throw ended(done as Ended, flags.server)
  const { place, remember } = placeOf(diary, flags)
  const now = (done as Done).memories.diary
  if (now !== undefined && canonical(now) !== canonical(place.memory)) remember(now)
  return done as Done
}

const linkOf = (flags: SyncFlags, { memories }: Shared, share: Share): string =>
  `${flags.server}/shared#${writeShareCode(codeOf({ secret: placeOf('', flags).place.secret }, memories, share))}`

const listed = (share: Share) => {
  const { whom, parts, until } = share
  return { id: shareId(share), for: whom, parts, until }
}

const lineOf = (share: Share): string =>
  `${shareId(share)}  ${share.whom === '' ? 'somebody' : share.whom} reads ${share.parts.join(', ')} until ${share.until}`
