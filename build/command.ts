/** Bundles the command into one file with all it needs. */
import { build } from 'esbuild'

export async function bundleCommand(outfile: string): Promise<void> {
  await build({
    entryPoints: ['src/cli/main.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    minify: true,
    legalComments: 'linked',
    banner: {
      js: "import { createRequire as unknotRequire } from 'node:module'; const require = unknotRequire(import.meta.url);",
    },
  })
}
