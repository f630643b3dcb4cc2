/** The one way a case comes in over HTTP, and its shape for `/openapi.json`. */
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import * as v from 'valibot'
import { complaints, regions, sexes, sides } from '../knowledge/vocabulary.ts'
import { type Case, parseCase } from '../library/triage.ts'

const Days = v.optional(v.pipe(v.number(), v.minValue(0)))
const Ids = v.optional(v.array(v.string()))

/** Documentation of the case format. What is accepted is decided in one place, `parseCase`. */
export const CaseBody = v.strictObject({
  id: v.optional(v.string()),
  complaint: v.picklist(complaints),
  region: v.optional(v.picklist(regions)),
  side: v.optional(v.picklist(sides)),
  age: v.optional(v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(120)))),
  sex: v.optional(v.nullable(v.picklist(sexes))),
  pregnant: v.optional(v.nullable(v.boolean())),
  present: Ids,
  absent: Ids,
  unsure: Ids,
  context: v.optional(
    v.strictObject({
      hoursSinceOnset: v.optional(v.nullable(v.pipe(v.number(), v.minValue(0)))),
      pregnancyWeeks: v.optional(v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(45)))),
      medicineDays: v.optional(
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

export const ErrorBody = v.object({ error: v.pipe(v.string(), v.description('One line: what, where, how to mend.')) })

/** The case in the body. Anything else is refused with 400 or 415 and one line. */
export async function readCase(c: Context): Promise<Case> {
  const parsed = parseCase(await readJson(c, 'one case object'))
  if (!parsed.ok) throw new HTTPException(400, { message: parsed.error })
  return parsed.case
}

/** The JSON of the body; `wanted` says what it must be. */
export async function readJson(c: Context, wanted: string): Promise<unknown> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json')
    throw new HTTPException(415, { message: 'the body must be JSON: send content-type application/json' })
  const text = await c.req.text()
  try {
    return JSON.parse(text)
  } catch {
    throw new HTTPException(400, { message: `the body is not JSON: send ${wanted}` })
  }
}
