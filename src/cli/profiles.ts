/** Reads JSON from stdin for the food commands: one object, in one or several lines, or one object per line. */
import { BadInput, readText } from './input.ts'
import { print } from './output.ts'

export type JsonLine =
  | { readonly line: number; readonly value: unknown }
  | { readonly line: number; readonly error: string }

/** The objects on stdin, each with the line where it begins. */
export async function jsonLines(mend: string): Promise<readonly JsonLine[]> {
  const text = await readText('-')
  if (text.trim() === '') throw new BadInput(`stdin is empty: ${mend}`)
  const whole = parsed(text)
  if (whole !== undefined) return [{ line: 1, value: whole }]
  return text.split(/\r?\n/).flatMap((line, index): readonly JsonLine[] => {
    if (line.trim() === '') return []
    const value = parsed(line)
    const number = index + 1
    return [
      value === undefined ? { line: number, error: `line ${number}: not JSON: ${mend}` } : { line: number, value },
    ]
  })
}

/** Answers in order. Unreadable input gives `{"id", "line", "error"}` in its place, and the command exits with 2. */
export async function answerLines(
  lines: readonly JsonLine[],
  answer: (value: unknown) => Promise<string | { readonly refused: string }>,
  asJson: boolean,
): Promise<void> {
  for (const each of lines) {
    const result = 'error' in each ? { refused: each.error } : await answer(each.value)
    if (typeof result === 'string') {
      await print(result)
      continue
    }
    const error = 'error' in each || lines.length === 1 ? result.refused : `line ${each.line}: ${result.refused}`
    console.error(`unknot: ${error}`)
    process.exitCode = 2
    const id = 'value' in each ? (each.value as { readonly id?: unknown } | null)?.id : undefined
    if (asJson) await print(`${JSON.stringify({ ...(id === undefined ? {} : { id }), line: each.line, error })}\n`)
  }
}

/** Undefined when it is not JSON; JSON itself has no undefined. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
