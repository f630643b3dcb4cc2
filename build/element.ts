/** Bundles the web component into one file. Its knowledge is worked out here, so that the file holds nothing it does not show. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { elementKnowledge } from '../src/element/knowledge.ts'

const demo = ['demo.html', 'demo.css', 'demo.js']

const knowledgeAsData: Plugin = {
  name: 'knowledge-as-data',
  setup: ({ onLoad }) => {
    onLoad({ filter: /src[\\/]element[\\/]knowledge\.ts$/ }, () => ({
      // A parsed text starts faster than a literal of this size.
      contents: `export const elementKnowledge = JSON.parse(${JSON.stringify(JSON.stringify(elementKnowledge))})`,
      loader: 'js',
    }))
  },
}

/** Writes `unknot-check.js`, its types and the demo page into `folder`. */
export async function bundleElement(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await build({
    entryPoints: { 'unknot-check': 'src/element/dom/unknot-check.ts' },
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    plugins: [knowledgeAsData],
  })
  writeFileSync(join(folder, 'unknot-check.d.ts'), declarations)
  for (const file of demo) copyFileSync(join('src/element', file), join(folder, file))
}

const declarations = `/** Defines the element \`<unknot-check>\`, unless it is defined already or there is no page. Importing does it too. */
export declare function defineUnknotCheck(name?: string): void
`
