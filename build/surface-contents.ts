/** The allowed contents and size of the published package, with no file twice. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The output of `npm pack --json`. */
export interface Packed {
  readonly filename: string
  /** Bytes of the tarball. */
  readonly size: number
  readonly files: readonly { readonly path: string; readonly size: number }[]
}

const mostPackedBytes = 6_000_000

/** Everything else is an error: tests, sources, source maps, build records, compressed copies. */
const expected = [
  /^(package\.json|LICENSE|NOTICE|THIRD-PARTY\.txt|README\.md|knowledge\/LICENSE\.md)$/,
  /^dist\/cli\/[\w./-]+\.js(\.LEGAL\.txt)?$/,
  /^dist\/app\/([\w./-]+)\.(html|js|css|svg|png|jpg|woff2|webmanifest|json|wasm)$/,
  /^dist\/element\/(unknot-check\.(js|d\.ts)|demo\.(html|css|js))$/,
  /^dist\/library\/[\w./-]+(\.js|\.d\.ts)$/,
]
const neverIn = /\.(test|spec)\.|\.map$|node_modules/

/** Smaller files may be identical, such as empty modules. */
const fewestBytes = 100

/** The problems of the contents, each in one line. Reads the files in the folder that was packed. */
export function wrongContents({ size, files }: Packed, folder = '.'): readonly string[] {
  const surprises = files.filter(({ path }) => neverIn.test(path) || !expected.some(pattern => pattern.test(path)))
  const byContent = new Map<string, readonly string[]>()
  for (const { path } of files.filter(each => each.size >= fewestBytes)) {
    const content = createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex')
    byContent.set(content, [...(byContent.get(content) ?? []), path])
  }
  const twice = [...byContent.values()].filter(same => same.length > 1)
  return [
    ...(size > mostPackedBytes ? [`packs ${size} bytes: at most ${mostPackedBytes}`] : []),
    ...(surprises.length > 0 ? [`packs ${surprises.map(({ path }) => path).join(', ')}`] : []),
    ...twice.map(same => `packs the same twice: ${same.join(', ')}`),
  ]
}
