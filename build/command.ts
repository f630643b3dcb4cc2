/**
 * Bundles the command and the threads in which the server does long work. The published package contains nothing twice:
 * there the command reads the knowledge of the library and the solver of the app. A standalone bundle includes both.
 */
import { copyFileSync, existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import { pinnedKeysDefined } from './pinned-keys.ts'

const shape: BuildOptions = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minify: true,
  legalComments: 'linked',
  define: pinnedKeysDefined(),
  // A native module, which is installed where sync is served; and one that PostgreSQL's driver does without.
  external: ['libsql', 'pg-native'],
  banner: {
    js: "import { createRequire as unknotRequire } from 'node:module'; const require = unknotRequire(import.meta.url);",
  },
}

/** Writes the command so that it runs anywhere, with the thread and the solver beside it. */
export async function bundleCommand(outfile: string): Promise<void> {
  await build({
    ...shape,
    entryPoints: { [basename(outfile, '.js')]: 'src/cli/main.ts', ...workerEntries },
    outdir: dirname(outfile),
    // Code that the command and its threads share is in separate files, and once in the package.
    splitting: true,
  })
  copySolver(outfile)
}

/** Writes the published command into a folder beside those of the library and the app, which are built before. */
export async function bundlePublishedCommand(folder: string): Promise<void> {
  const plugins = [knowledgeOfLibrary(folder)]
  const entryPoints = { main: 'src/cli/main.ts', ...workerEntries }
  await build({ ...shape, plugins, entryPoints, outdir: folder, splitting: true })
}

/** Keeps modules of the library external. The little that only the command uses is bundled. */
const knowledgeOfLibrary = (folder: string): Plugin => ({
  name: 'knowledge-of-library',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/knowledge\/[\w-]+\.gen\.ts$/ }, ({ path }) => {
      const place = `../library/knowledge/${basename(path, '.ts')}.js`
      return existsSync(join(folder, place)) ? { path: place, external: true } : undefined
    })
  },
})

/** The thread in which the server does long work; the thread pool starts each from its own file. */
const workerEntries = {
  worker: 'src/server/worker.ts',
  'entry/worker': 'node_modules/tinypool/dist/entry/worker.js',
}

/** Only the thread, for tests of the server from its sources. */
export async function bundleWorker(outfile: string): Promise<void> {
  await build({ ...shape, entryPoints: [workerEntries.worker], outfile })
  copySolver(outfile)
}

const copySolver = (beside: string) =>
  copyFileSync('node_modules/highs/build/highs.wasm', join(dirname(beside), 'highs.wasm'))
