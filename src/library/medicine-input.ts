/** How a name to look up comes in from outside, on a line of stdin or over HTTP. */
import type { Case } from '../triage/case.ts'
import { parseCase } from './triage.ts'

export type ParsedMedicine =
  | { readonly ok: true; readonly id?: string | number; readonly typed: string; readonly case?: Case }
  | { readonly ok: false; readonly error: string }

const most = 200
const example = '{"id":"1","typed":"lasix 40 mg"}'

/** Reads `{"id","typed","case"}`; the error is one line: what, where, how to mend. */
export function readMedicine(input: unknown): ParsedMedicine {
  const refuse = (error: string): ParsedMedicine => ({ ok: false, error })
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return refuse(`not an object: give ${example}`)
  const { id, typed, case: from, ...rest } = input as Record<string, unknown>
  const [stray] = Object.keys(rest)
  if (stray !== undefined)
    return refuse(`has an unknown key ${JSON.stringify(stray.slice(0, 40))}: use id, typed, case`)
  if (typeof typed !== 'string' || typed.trim() === '') return refuse(`has no "typed": give ${example}`)
  if (typed.length > most) return refuse(`"typed" is longer than ${most} characters: give one name`)
  if (id !== undefined && id !== null && !(typeof id === 'number' || (typeof id === 'string' && id.length <= most)))
    return refuse(`id must be a number or a text of at most ${most} characters`)
  const parsed = from === undefined || from === null ? undefined : parseCase(from)
  if (parsed && !parsed.ok) return refuse(`case: ${parsed.error}`)
  return {
    ok: true,
    ...(typeof id === 'string' || typeof id === 'number' ? { id } : {}),
    typed,
    ...(parsed?.ok ? { case: parsed.case } : {}),
  }
}
