/** Bundles the command into one file with all it needs; the solver of the menus and the thread it runs in stand beside it. */
import { copyFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type BuildOptions, build } from 'esbuild'

const shape: BuildOptions = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minify: true,
  legalComments: 'linked',
  banner: {
    js: "import { createRequire as unknotRequire } from 'node:module'; const require = unknotRequire(import.meta.url);",
  },
}

export async function bundleCommand(outfile: string): Promise<void> {
  await build({ ...shape, entryPoints: ['src/cli/main.ts'], outfile })
  await bundleMenuWorker(join(dirname(outfile), 'menu-worker.js'))
  copyFileSync('node_modules/highs/build/highs.wasm', join(dirname(outfile), 'highs.wasm'))
}

/** The thread of the server that makes menus. */
export async function bundleMenuWorker(outfile: string): Promise<void> {
  await build({ ...shape, entryPoints: ['src/server/menu-worker.ts'], outfile })
}
