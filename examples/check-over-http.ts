/**
 * The whole check over HTTP with Hono's typed client: the paths, bodies and answers are checked by the compiler.
 * Run `npx tsx examples/check-over-http.ts` while `npm start` runs; `UNKNOT_URL` names another address.
 */
import { hc } from 'hono/client'
import type { triageRoutes } from '../src/server/routes/triage.ts'

const client = hc<ReturnType<typeof triageRoutes>>(`${process.env.UNKNOT_URL ?? 'http://localhost:8787'}/api/triage`)

/** Somebody with a sore back and no danger sign: says "none" to every gate. */
const known = {
  complaint: 'back',
  region: 'low back',
  age: 41,
  sex: 'female',
  context: { hoursSinceOnset: 20 },
} as const
let absent: readonly string[] = []
for (let page = 0; page < 40; page++) {
  const response = await client.index.$post(undefined, {
    headers: { 'content-type': 'application/json' },
    init: { body: JSON.stringify({ ...known, absent }) },
  })
  const { tier, action, ask } = await response.json()
  if (ask === null) {
    console.log(`${tier}: ${action}`)
    break
  }
  for (const { text } of ask.statements) console.log(`${text} No.`)
  absent = [...absent, ...ask.statements.flatMap(({ id, opens = [] }) => [id, ...opens])]
}
