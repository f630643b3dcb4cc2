/**
 * Measures the built app from the files that the build wrote: the page, the import graph from its entry, the font of
 * the style sheet, and the list that the service worker caches.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

export interface AppFile {
  /** Relative to the folder of the app. */
  readonly path: string
  /** Bytes sent: gzip level 9, as the server sends it, or the file itself if gzip gains nothing (fonts, pictures). */
  readonly sent: number
  /** Bytes stored on the device. */
  readonly kept: number
}

export interface AppSize {
  /** Everything that a first visit loads before the first screen, in the order found. */
  readonly first: readonly AppFile[]
  /** The part of `offline` that Now needs, from where it hurts to a finished session. */
  readonly now: readonly AppFile[]
  /** Everything that the service worker caches so that the whole app works offline, including the worker itself. */
  readonly offline: readonly AppFile[]
}

/** The screens of Now, and those that it links to by name. Their files reach no other screen. */
const screensOfNow = [
  ...['now', 'cramp', 'check', 'result', 'emergency', 'plan', 'start', 'session', 'hurts', 'rate'],
  ...['settings', 'learn', 'painkillers', 'missing'],
].map(name => `${name}-screen`)

/**
 * Loaded in the background and only by some browsers: where somebody reads along a synced diary (decision 0087), where
 * newer knowledge was taken from a file (0090), and where the diary holds a medicine by its name alone (0086).
 */
const forSome = ['shares', 'newer', 'kept-names']

/** Measures the app in `folder`, which `npm run build` wrote. */
export async function appSize(folder: string): Promise<AppSize> {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const links = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css|woff2))"/g)].map(([, path = '']) => path)
  const entry = links.filter(path => /\.(?:js|css)$/.test(path))
  const imports = await importsOf(folder, entry)
  const offline = keptOffline(folder)
  const first = new Set(['index.html', ...links, ...reached(imports, entry, isOfFirst)])
  const others = new Set([...offline].filter(path => isScreen(path) && !isOfNow(path)))
  const isOfAll = ({ to, isDynamic }: Import) => !forSome.includes(nameOf(to)) && !(isDynamic && others.has(to))
  const byNow = new Set(reached(imports, entry, isOfAll))
  const ofOthers = workersOfOthers(folder, imports, byNow)
  const now = [...offline].filter(
    path => !/\.(js|css)$/.test(path) || (imports.has(path) ? byNow.has(path) : !ofOthers.has(path)),
  )
  const measured = (paths: Iterable<string>) => [...paths].map(path => fileAt(folder, path))
  return { first: measured(first), now: measured(now), offline: measured(offline) }
}

export const bytesSent = (files: readonly AppFile[]): number => files.reduce((sum, { sent }) => sum + sent, 0)
export const bytesKept = (files: readonly AppFile[]): number => files.reduce((sum, { kept }) => sum + kept, 0)
export const isScript = ({ path }: AppFile): boolean => path.endsWith('.js')

interface Import {
  readonly to: string
  readonly isDynamic: boolean
}
type Imports = ReadonlyMap<string, readonly Import[]>

const nameOf = (path: string): string => path.replace(/^assets\/(.*)-[\w-]{8}\.js$/, '$1')
const isScreen = (path: string): boolean => nameOf(path).endsWith('-screen')
const isOfNow = (path: string): boolean => screensOfNow.includes(nameOf(path))

/** The first screen is at `/`; a build may join it to the entry or load it as a separate chunk. */
const isOfFirst = ({ to, isDynamic }: Import): boolean => !isDynamic || nameOf(to) === 'now-screen'

/** Which file of the app loads which, at once or later; including fonts of the style sheet. */
async function importsOf(folder: string, entry: readonly string[]): Promise<Imports> {
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
  const inside = (path: string) => normalize(path).slice(normalize(folder).length + 1)
  return new Map(
    Object.entries(metafile.inputs).map(([path, { imports }]) => [
      inside(path),
      imports.map(each => ({ to: inside(each.path), isDynamic: each.kind === 'dynamic-import' })),
    ]),
  )
}

/** Workers are started by their address and not imported: these are named only in files that Now does not load. */
function workersOfOthers(folder: string, imports: Imports, byNow: ReadonlySet<string>): ReadonlySet<string> {
  const texts = [...imports.keys()].map(path => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
  return new Set(
    [...keptOffline(folder)].filter(worker => {
      const starters = texts.filter(({ text }) => text.includes(worker))
      return /worker-[\w-]{8}\.js$/.test(worker) && starters.length > 0 && !starters.some(({ path }) => byNow.has(path))
    }),
  )
}

/** Everything that `entry` loads through the imports that count. */
function reached(imports: Imports, entry: readonly string[], counts: (each: Import) => boolean): readonly string[] {
  const found = new Set<string>()
  const waiting = [...entry]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue
    found.add(path)
    for (const each of imports.get(path) ?? []) if (counts(each)) waiting.push(each.to)
  }
  return [...found]
}

/** Addresses from the root of the site are files of the folder. */
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
