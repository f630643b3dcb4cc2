/**
 * SMART Health Links (HL7 SMART Health Cards and Links IG 1.0.0): one encrypted file for each link, given to whoever knows
 * its address and, where there is one, its passcode. The key is in the link and never comes here, so the server cannot
 * read the file.
 */
import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { tokenHash } from '../../sync/keys.ts'
import type { Database, Kind, Tables } from './tables.ts'

export interface LinkFile {
  /** JWE in compact form. */
  readonly file: string
  /** ISO 8601 in UTC. */
  readonly until: string
  readonly passcode?: string
}

export type Opened =
  | { readonly kind: 'file'; readonly file: string; readonly updated: string }
  /** `left`: how many wrong passcodes remain before the link opens no more. */
  | { readonly kind: 'wrong-passcode'; readonly left: number }
  /** No such link, or its time or its tries are over. */
  | { readonly kind: 'inactive' }

export interface Links {
  /** Makes a link, or gives it another file. False when it is somebody else's. */
  readonly put: (link: string, token: string, content: LinkFile) => Promise<boolean>
  /** False when there is none of this token. */
  readonly end: (link: string, token: string) => Promise<boolean>
  readonly open: (link: string, passcode: string | undefined) => Promise<Opened>
  /** The file of a link without a passcode, by GET. */
  readonly direct: (link: string) => Promise<Opened>
  /** A sign that lets whoever has it fetch the file for some minutes, as the manifest's `location` does. */
  readonly ticketFor: (link: string) => { readonly until: number; readonly ticket: string }
  readonly withTicket: (link: string, until: number, ticket: string) => Promise<Opened>
}

/** Wrong passcodes in the life of a link: of six random digits, five guesses find one in 200,000. */
const mostTries = 5
/** The IG allows at most an hour. Milliseconds. */
const ticketLasts = 10 * 60_000

interface LinkDeps {
  readonly database: Database
  readonly kind: Kind
  readonly signingKey: string
  /** ISO 8601. */
  readonly now: () => string
}

type Row = Tables['sync_links']

export function linkStore({ database, kind, signingKey, now }: LinkDeps): Links {
  const time = () => Date.parse(now())

  const rowOf = async (link: string): Promise<Row | undefined> => {
    const row = await database.selectFrom('sync_links').selectAll().where('link_id', '=', link).executeTakeFirst()
    if (row === undefined || Date.parse(row.until) > time()) return row
    // Its time is over: the file is no longer needed.
    await database.deleteFrom('sync_links').where('link_id', '=', link).execute()
    return undefined
  }

  /** Adds to the tries that are left, at most to all of them; undefined if there is no link, or none is left to take. */
  const changeTries = (link: string, by: 1 | -1) =>
    database.transaction().execute(async queries => {
      const row = await queries
        .selectFrom('sync_links')
        .select('tries_left')
        .where('link_id', '=', link)
        .$if(kind === 'postgres', query => query.forUpdate())
        .executeTakeFirst()
      if (row === undefined || row.tries_left + by < 0) return undefined
      const left = Math.min(mostTries, row.tries_left + by)
      await setTries(queries, link, left)
      return left
    })
  /** Before the passcode is compared: so requests at once cannot share a try. */
  const takeTry = (link: string) => changeTries(link, -1)
  const giveBack = (link: string) => changeTries(link, 1)

  const ticketOf = (link: string, until: number): string =>
    createHmac('sha256', signingKey).update(`unknot link ${link} ${until}`).digest('base64url')

  const fileOf = ({ file, updated }: Row): Opened => ({ kind: 'file', file, updated })

  return {
    put: async (link, token, { file, until, passcode }) => {
      if (link === '') return false
      const owner = tokenHash(token)
      const kept = await rowOf(link)
      if (kept && !isSame(kept.owner_hash, owner)) return false
      const passcode_hash = passcode === undefined ? null : await hashed(passcode, randomBytes(16))
      const row = { owner_hash: owner, passcode_hash, tries_left: mostTries, until, updated: now(), file }
      if (kept) await database.updateTable('sync_links').set(row).where('link_id', '=', link).execute()
      else
        await database
          .insertInto('sync_links')
          .values({ link_id: link, ...row })
          .execute()
      return true
    },
    end: async (link, token) => {
      const kept = await rowOf(link)
      if (kept === undefined || !isSame(kept.owner_hash, tokenHash(token))) return false
      await database.deleteFrom('sync_links').where('link_id', '=', link).execute()
      return true
    },
    open: async (link, passcode) => {
      const row = await rowOf(link)
      if (row === undefined || row.tries_left <= 0) return { kind: 'inactive' }
      if (row.passcode_hash === null) return fileOf(row)
      // Who sends none is told that one is needed; that is no guess.
      if (passcode === undefined) return { kind: 'wrong-passcode', left: row.tries_left }
      const left = await takeTry(link)
      if (left === undefined) return { kind: 'inactive' }
      if (!(await isPasscode(passcode, row.passcode_hash))) return { kind: 'wrong-passcode', left }
      await giveBack(link)
      return fileOf(row)
    },
    direct: async link => {
      const row = await rowOf(link)
      return row && row.passcode_hash === null ? fileOf(row) : { kind: 'inactive' }
    },
    ticketFor: link => {
      const until = time() + ticketLasts
      return { until, ticket: ticketOf(link, until) }
    },
    withTicket: async (link, until, ticket) => {
      if (!isSame(ticketOf(link, until), ticket) || until <= time()) return { kind: 'inactive' }
      const row = await rowOf(link)
      return row ? fileOf(row) : { kind: 'inactive' }
    },
  }
}

const setTries = (queries: Pick<Database, 'updateTable'>, link: string, tries_left: number) =>
  queries.updateTable('sync_links').set({ tries_left }).where('link_id', '=', link).execute()

/** A passcode is short, so it is hashed slowly, with a salt. */
const hashed = (passcode: string, salt: Buffer): Promise<string> =>
  new Promise((resolve, reject) => {
    scrypt(passcode.normalize('NFKC'), salt, 32, (problem, hash) =>
      problem ? reject(problem) : resolve(`${salt.toString('hex')}:${hash.toString('hex')}`),
    )
  })

async function isPasscode(passcode: string, kept: string): Promise<boolean> {
  const [salt = ''] = kept.split(':')
  return isSame(await hashed(passcode, Buffer.from(salt, 'hex')), kept)
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length === other.length && timingSafeEqual(one, other)
}
