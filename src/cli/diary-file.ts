/**
 * Reads a diary file as a stream: in Unknot's layout, one event per line, or bare events, one per line. Any other
 * layout of the same JSON is read as a whole. What cannot be read is reported with its position, and reading continues.
 */
import { createReadStream } from 'node:fs'
import { BadInput } from './input.ts'

/**
 * What was found at a position of a file: a line, counting from 1, or the number of an event if lines are not known.
 */
export type Entry =
  | { readonly place: string; readonly value: unknown }
  | { readonly place: string; readonly fault: string }

/** In characters: a file in another layout is refused above this size, before it fills the memory. */
const mostWhole = 64 * 1024 * 1024
const mend = 'give a file that Unknot saved as JSON'
const head = '{"unknot":"diary","v":1,"events":['

/** The entries of a file, or of stdin for `-`, in batches as they are read. `tell` receives the number of bytes. */
export async function* diaryFile(file: string, tell?: (bytes: number) => void): AsyncGenerator<readonly Entry[]> {
  const name = file === '-' ? 'stdin' : file
  const decoder = new TextDecoder()
  const read = entriesOf(name)
  let bytes = 0
  try {
    for await (const chunk of source(file)) {
      bytes += chunk.length
      tell?.(bytes)
      yield read.take(decoder.decode(chunk, { stream: true }))
    }
  } catch (problem) {
    if (problem instanceof BadInput) throw problem
    throw new BadInput(`${name}: cannot be read: check the name`)
  }
  yield read.end()
}

const source = (file: string): AsyncIterable<Uint8Array> =>
  file === '-' ? process.stdin : createReadStream(file, { highWaterMark: 1024 * 1024 })

type Layout = 'unknown' | 'diary' | 'lines' | 'whole' | 'over'

function entriesOf(name: string) {
  let layout: Layout = 'unknown'
  let rest = ''
  let line = 0

  const take = (text: string): readonly Entry[] => {
    rest += text
    if (layout === 'unknown') settle()
    if (layout === 'whole' || layout === 'unknown') {
      if (rest.length > mostWhole) throw new BadInput(`${name}, line ${line + 1}: too long for one line: ${mend}`)
      return []
    }
    const end = rest.lastIndexOf('\n')
    if (end < 0) return []
    const whole = rest.slice(0, end)
    rest = rest.slice(end + 1)
    return entries(whole)
  }

  const end = (): readonly Entry[] => {
    if (layout === 'unknown') {
      rest += '\n'
      settle()
    }
    if (layout === 'unknown') throw new BadInput(`${name}, line 1: the file is empty: ${mend}`)
    if (layout === 'whole') return readWhole(name, rest)
    const last = rest === '' ? [] : entries(rest)
    if (layout !== 'diary') return last
    return [
      ...last,
      { place: `line ${line + 1}`, fault: 'the file ends before its "]}": it was cut off, save it again' },
    ]
  }

  /** Detects the layout from the first line that is not empty. */
  const settle = () => {
    for (;;) {
      const at = rest.indexOf('\n')
      if (at < 0) return
      const first = rest
        .slice(0, at)
        .replace(/^\uFEFF/, '')
        .trim()
      if (first.startsWith('age-encryption.org/'))
        throw new BadInput(`${name}, line 1: locked with a passphrase: open it with age --decrypt first`)
      if (first === '' || first === head) {
        rest = rest.slice(at + 1)
        line += 1
      }
      if (first === '') continue
      layout = first === head ? 'diary' : isObject(first) && !first.startsWith('{"unknot"') ? 'lines' : 'whole'
      return
    }
  }

  const entries = (text: string): readonly Entry[] => {
    const lines = text.split('\n')
    const from = line
    line += lines.length
    const values = layout === 'over' ? undefined : together(lines, text)
    if (values) return values.map((value, index) => ({ place: `line ${from + index + 1}`, value }))
    return lines.flatMap((each, index) => one(each, `line ${from + index + 1}`))
  }

  /** Parsing many lines at once takes half the time of parsing them one by one. */
  const together = (lines: readonly string[], text: string): readonly unknown[] | undefined => {
    const inside = layout === 'lines' ? lines.join(',') : text.trimEnd().replace(/,$/, '')
    const values = parsed(`[${inside}]`)
    return Array.isArray(values) && values.length === lines.length ? values : undefined
  }

  const one = (text: string, place: string): readonly Entry[] => {
    const said = text.trim()
    if (said === '') return []
    if (layout === 'over') return [{ place, fault: 'stands after the end of the diary: take it out' }]
    if (layout === 'diary' && said === ']}') {
      layout = 'over'
      return []
    }
    const value = parsed(layout === 'diary' ? said.replace(/,$/, '') : said)
    return [value === undefined ? { place, fault: 'not JSON: one event stands on each line' } : { place, value }]
  }

  return { take, end }
}

function readWhole(name: string, text: string): readonly Entry[] {
  const value = parsed(text.replace(/^\uFEFF/, ''))
  const isDiary = typeof value === 'object' && value !== null && 'unknot' in value && value.unknot === 'diary'
  if (!isDiary || !('events' in value) || !Array.isArray(value.events))
    throw new BadInput(`${name}, line 1: not a diary: ${mend}`)
  if (!('v' in value) || value.v !== 1)
    throw new BadInput(`${name}, line 1: written by a newer Unknot: read it with that one`)
  const all: readonly unknown[] = value.events
  return all.map((each, index) => ({ place: `event ${index + 1}`, value: each }))
}

const isObject = (text: string): boolean => {
  const value = parsed(text.replace(/,$/, ''))
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Undefined when it is not JSON; JSON itself has no undefined. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
