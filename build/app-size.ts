/**
 * How large is the built app? Followed in what the build wrote, not in what was meant: the page, the graph of imports
 * from its entry, the style sheet's font, and the list the service worker keeps.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

export interface AppFile {
  /** Inside the folder of the app. */
  readonly path: string
  /** Bytes sent: gzip level 9, as the server holds it, or the file itself where gzip gains nothing (fonts, pictures). */
  readonly sent: number
  /** Bytes kept on the device. */
  readonly kept: number
}

export interface AppSize {
  /** Everything a first visit waits for before it sees the first screen, in the order found. */
  readonly first: readonly AppFile[]
  /** Everything the service worker keeps so that the whole app works offline, and the worker itself. */
  readonly offline: readonly AppFile[]
}

/** Measures the app in `folder`, which `npm run build` wrote. */
export async function appSize(folder: string): Promise<AppSize> {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const links = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css|woff2))"/g)].map(([, path = '']) => path)
  const entry = links.filter(path => /\.(?:js|css)$/.test(path))
  const first = new Set(['index.html', ...links, ...(await reachedFrom(folder, entry))])
  const measured = (paths: Iterable<string>) => [...paths].map(path => fileAt(folder, path))
  return { first: measured(first), offline: measured(keptOffline(folder)) }
}

export const bytesSent = (files: readonly AppFile[]): number => files.reduce((sum, { sent }) => sum + sent, 0)
export const bytesKept = (files: readonly AppFile[]): number => files.reduce((sum, { kept }) => sum + kept, 0)
export const isScript = ({ path }: AppFile): boolean => path.endsWith('.js')

/** The first screen stands at `/`; a build may join it to the entry or load it as a chunk of its own. */
const firstScreen = /^assets\/now-/

/** All that is loaded at once with `entry`: static imports, fonts of the style sheet, and the first screen's chunk. */
async function reachedFrom(folder: string, entry: readonly string[]): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: entry.map(path => join(folder, path)),
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    format: 'esm',
    outdir: 'unwritten',
    logLevel: 'error',
    loader: { '.woff2': 'file' },
    plugins: [rootedIn(folder)],
  })
  const inputs = new Map(Object.entries(metafile.inputs).map(([path, { imports }]) => [normalize(path), imports]))
  const reached: string[] = []
  const waiting = entry.map(path => normalize(join(folder, path)))
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const path = file.slice(normalize(folder).length + 1)
    if (reached.includes(path)) continue
    reached.push(path)
    for (const { path: to, kind } of inputs.get(file) ?? [])
      if (kind !== 'dynamic-import' || firstScreen.test(normalize(to).slice(normalize(folder).length + 1)))
        waiting.push(normalize(to))
  }
  return reached
}

/** Addresses that begin at the root of the site are files of the folder. */
const rootedIn = (folder: string): import('esbuild').Plugin => ({
  name: 'rooted',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\// }, ({ path, kind }) =>
      kind === 'entry-point' ? undefined : { path: join(process.cwd(), folder, path) },
    )
  },
})

/** The service worker, what it imports, and every address in its list. */
function keptOffline(folder: string): ReadonlySet<string> {
  const worker = readFileSync(join(folder, 'sw.js'), 'utf8')
  const listed = [...worker.matchAll(/\{url:"([^"]+)",revision:/g)].map(([, url = '']) => url)
  const imported = [...worker.matchAll(/define\(\["\.\/([^"]+)"/g)].map(([, name = '']) => `${name}.js`)
  if (listed.length === 0) throw new Error(`${folder}/sw.js lists nothing: was the app built?`)
  return new Set(['sw.js', ...imported, ...listed])
}

function fileAt(folder: string, path: string): AppFile {
  const file = join(folder, path)
  if (!existsSync(file)) throw new Error(`${file} is named by the app but not there: run npm run build`)
  const content = readFileSync(file)
  const isPacked = /\.(woff2|png)$/.test(path)
  return { path, kept: content.length, sent: isPacked ? content.length : gzipSync(content, { level: 9 }).length }
}
