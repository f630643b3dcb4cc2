/**
 * Writes a verdict into the text of a YAML file. Only the lines of the verdict change: comments, quotes and order stay
 * as written.
 */

import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  type Pair,
  parseDocument,
  stringify,
  type YAMLMap,
} from 'yaml'
import type { Reviewed } from '../knowledge/schema.ts'

/** The fields to set. Without `nextReview` the entry keeps its date. */
export interface Verdict {
  readonly reviewed: Reviewed
  readonly nextReview?: string
}

type Path = readonly (string | number)[]

/**
 * The file with the verdict in the entry at `path` (the keys that lead to it; empty when the file is the entry).
 * Replaces an earlier verdict. Undefined if nothing exists at `path`, or if its layout does not allow a line to be
 * inserted.
 */
export function withVerdict(text: string, path: Path, { reviewed, nextReview }: Verdict): string | undefined {
  const document = parseDocument(text)
  const entry = document.errors.length > 0 ? undefined : entryAt(document, path)
  if (!entry || entry.items.length === 0) return undefined
  const written = withLines(text, entry, [
    [['reviewed', 'reviewedBy'], `reviewed: ${flowOf(reviewed)}`],
    ...(nextReview === undefined ? [] : [[['nextReview'], `nextReview: ${nextReview}`] as const]),
  ])
  return rest(document, path) === rest(parseDocument(written), path) ? written : undefined
}

/** The content of a file without the verdict of the entry. */
function rest(document: Document, path: Path): string {
  for (const key of ['reviewed', 'reviewedBy', 'nextReview']) document.deleteIn([...path, key])
  return document.errors.length > 0 ? 'no YAML' : JSON.stringify(document.toJS())
}

/** On one line, quoted only where YAML needs it. */
const flowOf = (value: object): string =>
  stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: true, singleQuote: true }).trim()

/** Each line replaces the first of its keys that the entry itself has; the others are added at the end. */
function withLines(text: string, entry: YAMLMap, lines: readonly (readonly [readonly string[], string])[]): string {
  const placed = lines.map(([keys, line]) => ({ line, old: keys.flatMap(key => pairOf(entry, key) ?? [])[0] }))
  const added = placed.flatMap(({ line, old }) => (old ? [] : [line]))
  const replaced = placed
    .flatMap(({ line, old }) => (old ? [{ line, from: startOf(old), to: endOf(old) }] : []))
    .toSorted((a, b) => b.from - a.from)
  return replaced.reduce(
    // A block scalar ends with its line break, which is kept.
    (whole, { line, from, to }) => whole.slice(0, from) + line + whole.slice(whole[to - 1] === '\n' ? to - 1 : to),
    added.length > 0 ? withAdded(text, entry, added) : text,
  )
}

function withAdded(text: string, entry: YAMLMap, lines: readonly string[]): string {
  const end = endOf(entry.items.at(-1))
  if (entry.flow) return `${text.slice(0, end)}, ${lines.join(', ')}${text.slice(end)}`
  const start = startOf(entry.items[0])
  const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1))
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n'
  const at = endOfLine(text, end)
  const before = text.slice(0, at)
  return [
    before.endsWith('\n') ? before : before + lineBreak,
    ...lines.map(line => indent + line + lineBreak),
    text.slice(at),
  ].join('')
}

function entryAt(document: Document, path: Path): YAMLMap | undefined {
  let node: unknown = document.contents
  for (const key of path) node = isMap(node) ? node.get(key, true) : undefined
  return isMap(node) ? node : undefined
}

const pairOf = (entry: YAMLMap, key: string): Pair | undefined =>
  entry.items.find(pair => isScalar(pair.key) && pair.key.value === key)

const startOf = (pair: Pair | undefined): number => (isScalar(pair?.key) ? (pair.key.range?.[0] ?? 0) : 0)

/** The end of the entry's last content, before any following comment. */
function endOf(pair: Pair | undefined): number {
  const value = pair?.value
  if (isCollection(value) && !value.flow) {
    const last: unknown = value.items.at(-1)
    return endOf((isMap(value) ? last : { ...pair, value: last }) as Pair)
  }
  return (isCollection(value) || isScalar(value) || isAlias(value) ? value.range?.[1] : undefined) ?? startOf(pair)
}

/** The position after the line break that ends the line; a block scalar already includes its own. */
function endOfLine(text: string, place: number): number {
  if (text[place - 1] === '\n') return place
  const end = text.indexOf('\n', place)
  return end < 0 ? text.length : end + 1
}
