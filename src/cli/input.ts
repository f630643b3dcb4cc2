/** What comes in on stdin, a line at a time. */
import { readFileSync } from 'node:fs'
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

/** The text of a file, or of stdin for `-`. */
export async function readText(file: string): Promise<string> {
  if (file !== '-')
    try {
      return readFileSync(file, 'utf8')
    } catch {
      throw new BadInput(`${file}: cannot be read: check the name`)
    }
  const parts: Buffer[] = []
  for await (const part of process.stdin) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}
