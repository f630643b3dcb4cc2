/** How a case is received over HTTP, and its shape for `/openapi.json`. */
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { resolver } from 'hono-openapi'
import * as v from 'valibot'
import { complaints, regions, sexes, sides } from '../knowledge/vocabulary.ts'
import { type Case, parseCase } from '../library/triage.ts'

const Days = v.nullish(v.pipe(v.number(), v.minValue(0), v.maxValue(40_000)))
const Ids = v.nullish(v.pipe(v.array(v.string()), v.description('An id that Unknot does not know is refused.')))

/** Documentation of the case format. `parseCase` alone decides what is accepted. */
export const CaseBody = v.strictObject({
  id: v.nullish(v.pipe(v.string(), v.maxLength(200))),
  complaint: v.picklist(complaints),
  region: v.nullish(v.picklist(regions)),
  side: v.nullish(v.picklist(sides)),
  age: v.nullish(v.pipe(v.number(), v.minValue(0), v.maxValue(120), v.description('Years.'))),
  sex: v.nullish(v.picklist(sexes)),
  pregnant: v.nullish(v.boolean()),
  present: Ids,
  absent: Ids,
  unsure: Ids,
  context: v.nullish(
    v.strictObject({
      hoursSinceOnset: v.nullish(v.pipe(v.number(), v.minValue(0), v.maxValue(1_000_000))),
      pregnancyWeeks: v.nullish(v.pipe(v.number(), v.minValue(0), v.maxValue(45))),
      isOver: v.nullish(v.pipe(v.boolean(), v.description('The spasm or cramp has let go.'))),
      medicineDays: v.nullish(
        v.pipe(
          v.record(v.string(), v.strictObject({ started: Days, stopped: Days })),
          v.description('Days since a medicine was started, or stopped; a stopped one is not in medicines.'),
        ),
      ),
    }),
  ),
  conditions: Ids,
  medicines: Ids,
})

const ErrorBody = v.object({ error: v.pipe(v.string(), v.description('One line: what, where, how to mend.')) })

const json = (schema: v.GenericSchema) => ({ 'application/json': { schema: resolver(schema) } })

/** A JSON answer of this shape, for `/openapi.json`. */
export const answers = (description: string, schema: v.GenericSchema) => ({ description, content: json(schema) })

/** An error response, for `/openapi.json`. */
export const refuses = (description: string) => answers(description, ErrorBody)

/** The body and error responses of a route that takes this shape, for `/openapi.json`. */
export const takes = (schema: v.GenericSchema) => ({
  requestBody: { required: true, content: json(schema) },
  refusals: {
    400: refuses('A bad body: not JSON, an unknown key, id or value, or a contradiction'),
    413: refuses('The body is too large'),
    415: refuses('The body is not declared as JSON'),
    429: refuses('More than one client may ask for in a minute: ask again after Retry-After'),
  },
})

export const takesCase = takes(CaseBody)

/** The case in the body. Anything else is refused with 400 or 415 and one line. */
export async function readCase(c: Context): Promise<Case> {
  const parsed = parseCase(await readJson(c, 'send one case object'))
  if (!parsed.ok) throw new HTTPException(400, { message: parsed.error })
  return parsed.case
}

/** The JSON in the body; `mend` says what to send when the body is not JSON. */
export async function readJson(c: Context, mend: string): Promise<unknown> {
  const text = await readText(c)
  try {
    return JSON.parse(text)
  } catch {
    throw new HTTPException(400, { message: `the body is not JSON: ${mend}` })
  }
}

/** The raw body, which must be declared as JSON. */
export async function readText(c: Context): Promise<string> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json')
    throw new HTTPException(415, { message: 'the body must be JSON: send content-type application/json' })
  return c.req.text()
}

const mostDiscarded = 32 * 1024 * 1024

/** Reads a refused body to its end and discards it: a client that is cut off half-way would not see the error. */
export async function discardBody({ body }: Request): Promise<void> {
  if (!body || body.locked) return
  const reader = body.getReader()
  for (let bytes = 0; bytes < mostDiscarded; ) {
    const { done, value } = await reader.read()
    if (done) return
    bytes += value.length
  }
}

/** The query string. An unknown name or value is refused with 400 and one line. */
export function readQuery<T>(c: Context, schema: v.GenericSchema<unknown, T>): T {
  const result = v.safeParse(schema, c.req.query())
  if (result.success) return result.output
  const [issue] = result.issues
  const at = issue.path?.map(({ key }) => shownKey(key)).join('.') ?? 'the question'
  // The message of an unknown name repeats it, and a decoded name may be long or contain a line break.
  const problem = issue.expected === 'never' ? 'is not a name of this question' : oneLine(issue.message)
  throw new HTTPException(400, { message: `${at}: ${problem}: see /openapi.json` })
}

const shownKey = (key: unknown): string =>
  /^[\w-]{1,40}$/.test(String(key)) ? String(key) : JSON.stringify(String(key).slice(0, 40))

const oneLine = (text: string): string => text.replace(/[\r\n\u2028\u2029]+/g, ' ').slice(0, 200)
