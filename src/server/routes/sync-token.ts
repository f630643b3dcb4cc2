/** The token of a request, and its body, as every route of sync reads them. */
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import * as v from 'valibot'
import { readJson } from '../body.ts'

/** The token of the header Authorization. */
export function tokenOf(c: Context): string {
  const [, token] = /^Bearer ([\w-]{20,100})$/i.exec(c.req.header('authorization') ?? '') ?? []
  if (token !== undefined) return token
  c.header('WWW-Authenticate', 'Bearer')
  throw new HTTPException(401, {
    message: 'there is no token: send the header Authorization: Bearer, as docs/sync-protocol.md says',
  })
}

/** `mend` says what to send instead. */
export async function readBody<T>(c: Context, schema: v.GenericSchema<unknown, T>, mend: string): Promise<T> {
  const read = v.safeParse(schema, await readJson(c, mend), { abortEarly: true })
  if (read.success) return read.output
  const [issue] = read.issues
  const at = v.getDotPath(issue)
  throw new HTTPException(400, { message: `${at === null ? 'the body' : at}: ${issue.message.slice(0, 200)}: ${mend}` })
}

/** A time to which something lasts. */
export const Until = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/, 'a time is ISO 8601 in UTC'),
  v.check(text => !Number.isNaN(Date.parse(text)), 'there is no such time'),
)
