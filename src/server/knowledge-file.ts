/** Signed knowledge from a file: looking at it and taking it. */
import { readFileSync } from 'node:fs'
import { type Accepted, mayTake, take } from '../library/update.ts'
import { pinnedKeys } from '../update/pinned-keys.ts'
import { keyOfLine, verifySignature } from './knowledge-keys.ts'

/** Looks at a file with the pinned keys and that of `trust`, a line of `keygen`. Nothing is changed. */
export async function lookAtKnowledge(file: string, trust = ''): Promise<Accepted> {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return { ok: false, error: 'it cannot be read: is the name right?' }
  }
  const trusted = keyOfLine(trust)
  return mayTake(text, trusted ? [...pinnedKeys, trusted] : pinnedKeys, verifySignature)
}

/** Looks at a file and takes it, before anything is answered. */
export async function takeKnowledge(file: string, trust = ''): Promise<Accepted> {
  const found = await lookAtKnowledge(file, trust)
  if (found.ok) take(found)
  return found
}

/** The environment variable by which a process passes the path of its knowledge to its threads. */
export const knowledgeFor = { file: 'UNKNOT_TAKEN_KNOWLEDGE', trust: 'UNKNOT_TAKEN_KNOWLEDGE_KEY' }

/** In a thread: uses the knowledge of the process. A thread that cannot must not answer with other knowledge. */
export async function takeAsTheProcess(environment: NodeJS.ProcessEnv = process.env): Promise<void> {
  const file = environment[knowledgeFor.file]
  if (file === undefined) return
  const found = await takeKnowledge(file, environment[knowledgeFor.trust])
  if (!found.ok) throw new Error(`${file}: ${found.error}`)
}
