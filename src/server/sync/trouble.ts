/** What a database error means for the client: a full disk is 507, a database that does not answer is 503. */
import { HTTPException } from 'hono/http-exception'

const fullCodes = new Set(['SQLITE_FULL', 'ENOSPC', '53100'])

/** Of libSQL, of the network, and of PostgreSQL: its classes 08 and 57P, too many connections, a lock not obtained. */
const awayCode =
  /^(SQLITE_(BUSY|LOCKED|IOERR|CANTOPEN|READONLY)|E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|NOTFOUND)|08|57P|57014|53300|55P03|40001|40P01|HV00N)/

/** Of the driver of PostgreSQL, which gives these no code. */
const awayMessage = /connection terminated|timeout|Connection ended|could not connect|not queryable/i

/** Seconds. */
const retryAfter = 5

/** Throws what the client is told. A problem that is none of the database's is thrown as it is. */
export function asTrouble(problem: unknown): never {
  const { code = '', message = '' } = (problem ?? {}) as { readonly code?: string; readonly message?: string }
  if (fullCodes.has(code) || /database or disk is full|No space left/i.test(message))
    throw new HTTPException(507, { message: 'the disk of this server is full: nothing was kept, try again later' })
  if (awayCode.test(code) || awayMessage.test(message))
    throw new HTTPException(503, {
      message: `the database of this server does not answer: try again in ${retryAfter} seconds`,
    })
  throw problem
}
