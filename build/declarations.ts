/**
 * The library has no dependencies, so its types may name none either: shapes written in valibot are printed as the plain
 * types they stand for. Their run-time half belongs to the build and the server and leaves the library.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as v from 'valibot'

/** Rewrites every declaration file in `library` that names valibot; `sources` is the folder it was compiled from. */
export async function writePlainTypes(library: string, sources: string): Promise<void> {
  const files = readdirSync(library, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.d.ts'))
    .map(file => ({ file, text: readFileSync(join(library, file), 'utf8') }))
    .filter(({ text }) => text.includes("'valibot'"))
  const read = await Promise.all(
    files.map(async ({ file, text }) => {
      const source = join(sources, file.replace(/\.d\.ts$/, '.ts'))
      const shapes: Record<string, unknown> = await import(pathToFileURL(source).href)
      return { file, text, source, shapes }
    }),
  )
  const recursive = new Map(
    read.flatMap(({ file, shapes }) =>
      Object.entries(shapes).flatMap(([name, shape]) => (isLazy(shape) ? [[shape, { file, name }] as const] : [])),
    ),
  )
  for (const { file, text, source, shapes } of read) {
    writeFileSync(join(library, file), plain(text, shapes, source, namesFrom(file, recursive)))
    rmSync(join(library, file.replace(/\.d\.ts$/, '.js')))
  }
}

/** A shape that holds itself has its type written by hand; another file refers to it there. */
function namesFrom(file: string, recursive: ReadonlyMap<unknown, { readonly file: string; readonly name: string }>) {
  return [...recursive].map(([shape, at]): readonly [unknown, string] => {
    const path = relative(dirname(file), at.file.replace(/\.d\.ts$/, '.js'))
    return [shape, at.file === file ? at.name : `import('${path.startsWith('.') ? path : `./${path}`}').${at.name}`]
  })
}

const isLazy = (shape: unknown): boolean =>
  typeof shape === 'object' && shape !== null && 'type' in shape && shape.type === 'lazy'

type Shape = v.GenericSchema & Readonly<Record<string, unknown>>

const inferred = /export type (\w+) = v\.InferOutput<typeof (\w+)>/

/** The declaration file with its types printed, its other types kept and its shapes left out. */
function plain(
  text: string,
  shapes: Readonly<Record<string, unknown>>,
  source: string,
  recursive: readonly (readonly [unknown, string])[],
): string {
  const statements = text.split(/\n(?=\/\*\*)|(?<!\*\/)\n(?=export |declare |import )/).map(part => part.trim())
  const names = new Map<unknown, string>(recursive)
  for (const statement of statements) {
    const name = /^export (?:type|interface) (\w+)/m.exec(statement)?.[1]
    const shape = inferred.exec(statement)?.[2] ?? name
    if (name !== undefined && shape !== undefined && shapes[shape]) names.set(shapes[shape], name)
  }
  const kept = statements.flatMap(statement => {
    const [, name = '', shapeName = ''] = inferred.exec(statement) ?? []
    if (name !== '') {
      const shape = shapes[shapeName]
      if (!shape) throw new Error(`${source}: export ${shapeName}, so that the type ${name} can be printed`)
      return [`${commentOf(statements, shapeName)}export type ${name} = ${printed(shape as Shape, names, name)}`]
    }
    return /\bv\.|'valibot'/.test(statement) ? [] : [statement]
  })
  return `${kept.join('\n')}\n`
}

/** What is said above a shape is said above its type. */
function commentOf(statements: readonly string[], shape: string): string {
  const declaration = statements.find(statement => statement.includes(`export declare const ${shape}:`))
  const comment = /^\/\*\*[\s\S]*?\*\/\n/.exec(declaration ?? '')
  return comment?.[0] ?? ''
}

/** A shape as the text of a type. `top` is the name being written: every other named shape is referred to. */
function printed(shape: Shape, names: ReadonlyMap<unknown, string>, top?: string): string {
  const name = names.get(shape)
  if (name !== undefined && name !== top) return name
  const print = (part: unknown) => printed(part as Shape, names)
  const all = (parts: unknown) => (parts as readonly unknown[]).map(print)
  switch (shape.type) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'unknown':
      return shape.type
    case 'literal':
      return JSON.stringify(shape.literal)
    case 'picklist':
      return (shape.options as readonly unknown[]).map(word => JSON.stringify(word)).join(' | ')
    case 'array':
      return `Array<${print(shape.item)}>`
    case 'tuple':
      return `[${all(shape.items).join(', ')}]`
    case 'record':
      return recordOf(shape, print)
    case 'nullable':
      return `${print(shape.wrapped)} | null`
    case 'optional':
      return shape.default === undefined ? `${print(shape.wrapped)} | undefined` : print(shape.wrapped)
    case 'union':
    case 'variant':
      return all(shape.options).join(' | ')
    case 'strict_object':
    case 'object':
      return `{ ${Object.entries(shape.entries as Record<string, Shape>)
        .map(
          ([key, part]) =>
            `${/^\w+$/.test(key) ? key : JSON.stringify(key)}${isLeftOut(part) ? '?' : ''}: ${print(part)}`,
        )
        .join('; ')} }`
    default:
      throw new Error(`a shape of valibot's kind "${shape.type}" cannot be printed as a type yet`)
  }
}

const isLeftOut = ({ type, default: otherwise }: Shape): boolean => type === 'optional' && otherwise === undefined

/** Of listed keys any may be missing. */
function recordOf(shape: Shape, print: (part: unknown) => string): string {
  const isListed = (shape.key as Shape).type === 'picklist'
  const record = `Record<${print(shape.key)}, ${print(shape.value)}>`
  return isListed ? `Partial<${record}>` : record
}
