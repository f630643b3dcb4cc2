/** Reads the YAML of `knowledge/` and remembers where everything stood, so that a fault names its file and line. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import * as v from 'valibot'
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'

export type Path = readonly (string | number)[]

/** An entry of the knowledge, with the place it came from. */
export interface Entry<T> {
  readonly id: string
  readonly value: T
  readonly at: (path?: Path) => string
}

/** Collects every fault, so that one run shows them all. */
export class Faults {
  readonly lines: string[] = []

  /** `where` is file:line. What is said twice of one line (a cell that an alias repeats) is kept once. */
  add(where: string, message: string): void {
    const line = `${where}  ${message}`
    if (!this.lines.includes(line)) this.lines.push(line)
  }
}

interface YamlFile {
  readonly data: unknown
  readonly at: (path: Path) => string
}

/** One YAML document. Syntax errors and duplicate keys become faults. */
function readYaml(file: string, faults: Faults): YamlFile {
  const lines = new LineCounter()
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines, uniqueKeys: true })
  for (const error of document.errors)
    faults.add(`${file}:${error.linePos?.[0].line ?? 1}`, error.message.split('\n')[0] ?? '')
  const at = (path: Path) => `${file}:${lines.linePos(offsetOf(document, path)).line}`
  return { data: document.errors.length > 0 ? undefined : document.toJS(), at }
}

/** A folder of one entry a file: the file's name is the id. */
export function readEntries<T>(
  folder: string,
  schema: v.GenericSchema<unknown, T>,
  faults: Faults,
): readonly Entry<T>[] {
  return yamlFiles(folder).flatMap(file => {
    const { data, at } = readYaml(file, faults)
    if (data === undefined) return []
    return checked(basename(file, '.yaml'), data, schema, (path = []) => at(path), faults)
  })
}

/**
 * Tables: the rows under `key` of every file of a folder, or of one file.
 * What stands beside the rows (review dates) belongs to each of them unless a row says otherwise.
 */
export function readTable<T>(
  place: string,
  key: string,
  schema: v.GenericSchema<unknown, T>,
  faults: Faults,
): readonly Entry<T>[] {
  const rows = yamlFiles(place).flatMap(file => {
    const { data, at } = readYaml(file, faults)
    if (data === undefined) return []
    const { [key]: table, ...common } = data as Record<string, unknown>
    if (typeof table !== 'object' || table === null) {
      faults.add(`${file}:1`, `has no "${key}:"`)
      return []
    }
    return Object.entries(table).flatMap(([id, row]) =>
      checked(
        id,
        { ...common, ...(row as object) },
        schema,
        (path = []) => at(placeOf(path, common, [key, id])),
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

/** A path into a row, or into what stands beside the rows. */
const placeOf = ([first, ...rest]: Path, common: object, row: Path): Path =>
  first !== undefined && Object.hasOwn(common, first)
    ? [first, ...rest]
    : [...row, ...(first === undefined ? [] : [first]), ...rest]

/** One file that is one entry. */
export function readOne<T>(file: string, schema: v.GenericSchema<unknown, T>, faults: Faults): Entry<T> | undefined {
  if (!existsSync(file)) {
    faults.add(`${file}:1`, 'is missing')
    return undefined
  }
  const { data, at } = readYaml(file, faults)
  return data === undefined
    ? undefined
    : checked(basename(file, '.yaml'), data, schema, (path = []) => at(path), faults)[0]
}

function checked<T>(
  id: string,
  data: unknown,
  schema: v.GenericSchema<unknown, T>,
  at: (path?: Path) => string,
  faults: Faults,
): readonly Entry<T>[] {
  const result = v.safeParse(schema, data)
  if (result.success) return [{ id, value: result.output, at }]
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

/** Where the deepest part of the path that exists begins: its key, or its place in a list. */
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
