/** What comes in on stdin, a line at a time. */
import { createInterface } from 'node:readline'
import { type Case, parseCase } from '../library/triage.ts'

/** Input a person can mend: printed as one line, and the command ends with 2. */
export class BadInput extends Error {}

/** Is somebody typing, or is it a file or a pipe? */
export const isTyped = (): boolean => process.stdin.isTTY === true

/** Lines of stdin with their numbers; empty lines are left out. */
export async function* inputLines(): AsyncGenerator<{ readonly number: number; readonly text: string }> {
  let number = 0
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1
    if (text.trim() !== '') yield { number, text }
  }
}

/** One case from JSON text. */
export function readCase(text: string, where: string): Case {
  let input: unknown
  try {
    input = JSON.parse(text)
  } catch {
    throw new BadInput(`${where}: not JSON: give one case object a line`)
  }
  const parsed = parseCase(input)
  if (!parsed.ok) throw new BadInput(`${where}: ${parsed.error}`)
  return parsed.case
}

/** The one case on stdin, which may be spread over lines. */
export async function readOneCase(): Promise<Case> {
  const parts: string[] = []
  for await (const { text } of inputLines()) parts.push(text)
  if (parts.length === 0) throw new BadInput('stdin is empty: give one case as JSON')
  return readCase(parts.join('\n'), 'stdin')
}

/**
 * Answers each line of stdin as `answer` says. A bad line is named on stderr and the rest go on; then the command ends with 2.
 * `wanted` says what a line must be.
 */
export async function eachLine(wanted: string, answer: (input: unknown) => string): Promise<void> {
  let waiting = ''
  let count = 0
  for await (const { number, text } of inputLines()) {
    count += 1
    try {
      waiting += answer(json(text, wanted))
    } catch (problem) {
      if (!(problem instanceof BadInput)) throw problem
      console.error(`unknot: line ${number}: ${problem.message}`)
      process.exitCode = 2
    }
    if (waiting.length > 1 << 16) {
      process.stdout.write(waiting)
      waiting = ''
    }
  }
  process.stdout.write(waiting)
  if (count === 0) throw new BadInput(`stdin is empty: give ${wanted}`)
}

function json(text: string, wanted: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new BadInput(`not JSON: give ${wanted}`)
  }
}
