/** Reads the YAML of `knowledge/` and keeps the position of everything, so that an error has its file and line. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import * as v from 'valibot'
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'

export type Path = readonly (string | number)[]

/** An entry of the knowledge, with its position. */
export interface Entry<T> {
  readonly id: string
  readonly value: T
  readonly at: (path?: Path) => string
}

/** The location of an entry in its file: the root, or a row of a table. */
export interface Place {
  readonly file: string
  readonly path: Path
}

/** An entry of a YAML file, into which a verdict is written. */
export interface YamlEntry<T> extends Entry<T> {
  readonly place: Place
}

/** Collects every error, so that one run shows them all. */
export class Faults {
  readonly lines: string[] = []

  /** `where` is file:line. A repeated message for one line (a cell that an alias repeats) is kept once. */
  add(where: string, message: string): void {
    const line = `${where}  ${message}`
    if (!this.lines.includes(line)) this.lines.push(line)
  }
}

interface YamlFile {
  readonly data: unknown
  readonly at: (path: Path) => string
}

/** One YAML document. Syntax errors and duplicate keys are reported. */
function readYaml(file: string, faults: Faults): YamlFile {
  const { lines, document, data } = parsed(readFileSync(file, 'utf8'))
  for (const error of document.errors)
    faults.add(`${file}:${error.linePos?.[0].line ?? 1}`, error.message.split('\n')[0] ?? '')
  const at = (path: Path) => `${file}:${lines.linePos(offsetOf(document, path)).line}`
  return { data, at }
}

const parsedBefore = new Map<string, ReturnType<typeof parse>>()

/** The tests compile the knowledge a hundred times, each time with one file changed: the others are not parsed again. */
function parsed(text: string): ReturnType<typeof parse> {
  const found = parsedBefore.get(text) ?? parse(text)
  parsedBefore.set(text, found)
  return found
}

function parse(text: string) {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  const data: unknown = document.errors.length > 0 ? undefined : document.toJS()
  return { lines, document, data }
}

/** A folder with one entry per file: the file name is the id. */
export function readEntries<T>(
  folder: string,
  schema: v.GenericSchema<unknown, T>,
  faults: Faults,
): readonly YamlEntry<T>[] {
  return yamlFiles(folder).flatMap(file => {
    const { data, at } = readYaml(file, faults)
    if (data === undefined) return []
    const place = { file, path: [] }
    return checked(basename(file, '.yaml'), data, schema, (path = []) => at(path), place, faults)
  })
}

/**
 * Tables: the rows under `key` of every file of a folder, or of one file. Values beside the rows (review dates) apply
 * to each row unless the row overrides them.
 */
export function readTable<T>(
  place: string,
  key: string,
  schema: v.GenericSchema<unknown, T>,
  faults: Faults,
): readonly YamlEntry<T>[] {
  const rows = yamlFiles(place).flatMap(file => {
    const { data, at } = readYaml(file, faults)
    if (data === undefined) return []
    const { [key]: table, ...common } = data as Record<string, unknown>
    if (typeof table !== 'object' || table === null) {
      faults.add(`${file}:1`, `has no "${key}:"`)
      return []
    }
    if ('reviewed' in common) faults.add(at(['reviewed']), 'a verdict is of one entry: it stands in its row')
    return Object.entries(table).flatMap(([id, row]) =>
      checked(
        id,
        { ...common, ...(row as object) },
        schema,
        (path = []) => at(placeOf(path, common, [key, id])),
        { file, path: [key, id] },
        faults,
      ),
    )
  })
  const seen = new Map<string, string>()
  for (const { id, at } of rows) {
    const earlier = seen.get(id)
    if (earlier) faults.add(at(), `duplicate id "${id}": it stands at ${earlier} too`)
    seen.set(id, at())
  }
  return rows
}

/** A path into a row, or into the values beside the rows. */
const placeOf = ([first, ...rest]: Path, common: object, row: Path): Path =>
  first !== undefined && Object.hasOwn(common, first)
    ? [first, ...rest]
    : [...row, ...(first === undefined ? [] : [first]), ...rest]

/** One file that is one entry. */
export function readOne<T>(
  file: string,
  schema: v.GenericSchema<unknown, T>,
  faults: Faults,
): YamlEntry<T> | undefined {
  if (!existsSync(file)) {
    faults.add(`${file}:1`, 'is missing')
    return undefined
  }
  const { data, at } = readYaml(file, faults)
  return data === undefined
    ? undefined
    : checked(basename(file, '.yaml'), data, schema, (path = []) => at(path), { file, path: [] }, faults)[0]
}

function checked<T>(
  id: string,
  data: unknown,
  schema: v.GenericSchema<unknown, T>,
  at: (path?: Path) => string,
  place: Place,
  faults: Faults,
): readonly YamlEntry<T>[] {
  const result = v.safeParse(schema, data)
  if (result.success) return [{ id, value: result.output, at, place }]
  for (const issue of result.issues) {
    const path = (issue.path ?? []).map(step => step.key as string | number)
    faults.add(at(path), `${[id, ...path].join('.')}: ${issue.message}`)
  }
  return []
}

function yamlFiles(place: string): readonly string[] {
  if (place.endsWith('.yaml')) return existsSync(place) ? [place] : []
  if (!existsSync(place)) return []
  return readdirSync(place)
    .filter(name => name.endsWith('.yaml'))
    .sort()
    .map(name => join(place, name))
}

/** The position of the deepest existing part of the path: its key, or its item in a list. */
function offsetOf(document: Document, path: Path): number {
  let offset = 0
  let node: unknown = document.contents
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document)
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      if (!pair || !isScalar(pair.key)) break
      offset = pair.key.range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(step)]
      if (!isScalar(item) && !isMap(item) && !isSeq(item)) break
      offset = item.range?.[0] ?? offset
      node = item
    } else break
  }
  return offset
}
