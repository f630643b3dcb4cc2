/** Signed knowledge for tests: that of this build, with changes. */
import { contentNow, mayTake } from '../../src/library/update.ts'
import { keyOfLine, newKey, signContent, verifySignature } from '../../src/server/knowledge-keys.ts'

export const { pem, line } = newKey()
const keys = [keyOfLine(line)].filter(key => key !== undefined)

export type Topics = {
  // The topics as plain JSON, so that a test may change anything.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  [name: string]: any
}

/** The knowledge of this build with `change` made to it, signed. */
export function signed(change: (topics: Topics) => void = () => undefined, signer = pem): string {
  const content = JSON.parse(JSON.stringify(contentNow('1.2.3', '2027-01-01')))
  change(content.topics)
  return signContent(content, signer)?.text ?? ''
}
export const offered = (text: string) => mayTake(text, keys, verifySignature)
export const errorOf = async (text: string) => {
  const found = await offered(text)
  return found.ok ? 'taken' : found.error
}

export const verdict = { by: 'Ada Kern', role: 'emergency physician', on: '2027-01-02', verdict: 'agree' }
export const agreed = (topics: Topics, entry: string, compiled = '2027-01-01') => {
  topics.reviewed[entry] = { compiled, reviewed: verdict }
}
export const rule = (topics: Topics, id: string) =>
  topics.triage.redFlags.find((each: { id: string }) => each.id === id)

export const both =
  (...changes: readonly ((topics: Topics) => unknown)[]) =>
  (topics: Topics) => {
    for (const change of changes) change(topics)
  }
