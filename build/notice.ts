/** Writes THIRD-PARTY.txt: every package whose code is bundled into the app or the command, with its licence. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type BuildOptions, build, type Plugin } from 'esbuild'

const file = 'THIRD-PARTY.txt'

interface Package {
  readonly name: string
  readonly licence: string
  /** The author, according to the package. */
  readonly copyright: readonly string[]
  /** The licence without its copyright lines; empty if the package has none. */
  readonly text: string
}

/** The allowed licences for bundled code: none of them requires more than keeping its notice. */
const allowed = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'CC0-1.0', 'Unlicense']

/** The text of THIRD-PARTY.txt for the current code. Throws for a package whose licence is not allowed. */
export async function notice(): Promise<string> {
  const packages = (await bundled()).map(describe)
  const strange = packages.find(({ licence }) => !allowed.includes(licence))
  if (strange) throw new Error(`${strange.name} is licensed under ${strange.licence}, which may not be bundled`)
  const byText = new Map<string, Package[]>()
  for (const each of packages) {
    const key = `${each.licence}\n${each.text.replace(/\s+/g, ' ').toLowerCase()}`
    byText.set(key, [...(byText.get(key) ?? []), each])
  }
  const sections = [...byText.values()].map(group => {
    const [first] = group
    const names = group.map(({ name, copyright }) => `${name}\n${copyright.map(line => `    ${line}\n`).join('')}`)
    const text = first?.text || `Licensed under ${first?.licence}; the package brings no text of its own.`
    return `${names.join('')}\n${first?.licence}\n\n${text}`
  })
  const head =
    'What is built from this repository (dist/) contains the work of others. Their licences ask that these\nnotices stay with it. Written by build/notice.ts (npm run notice); the font is in NOTICE.\n'
  return `${[head, ...sections].join(`\n${'-'.repeat(80)}\n\n`).trimEnd()}\n`
}

/** Vite replaces `?worker&url` and `?url` with an address; the target is bundled separately below. */
const addresses: Plugin = {
  name: 'addresses',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /\?(worker&)?url$/ }, ({ path }) => ({ path, namespace: 'address' }))
    onLoad({ filter: /.*/, namespace: 'address' }, () => ({ contents: "export default ''" }))
  },
}

/** Names of the packages whose code is in the app or the command, in order. */
export async function bundled(): Promise<readonly string[]> {
  const common = {
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'dist',
    logLevel: 'silent',
    format: 'esm',
  } as const
  const inBrowser: BuildOptions & { metafile: true } = {
    ...common,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.woff2': 'empty', '.wasm': 'empty' },
    external: ['virtual:*', 'node:*'],
    plugins: [addresses],
  }
  const workers = readdirSync('src/app', { recursive: true, encoding: 'utf8' }).filter(name => /worker\.ts$/.test(name))
  const bundles = [
    await build({ ...common, entryPoints: ['src/cli/main.ts'], platform: 'node' }),
    await build({
      ...inBrowser,
      entryPoints: ['src/app/shell/main.tsx', ...workers.map(name => join('src/app', name))],
    }),
  ]
  const found = bundles
    .flatMap(({ metafile }) => Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs)))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .flatMap(([input]) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? [])
  // The service worker and the chunk loader are written by the build tools, and not by our bundles.
  const byTools = ['workbox-core', 'workbox-precaching', 'workbox-routing', 'workbox-strategies', 'workbox-window']
  return [...new Set([...found, ...byTools, 'vite', 'vite-plugin-pwa'])].sort()
}

function describe(name: string): Package {
  const folder = join('node_modules', name)
  const { license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const licence = typeof license === 'string' ? license.replace(/^\((\S+) OR .*\)$/, '$1') : 'no stated licence'
  const licenceFile = readdirSync(folder).find(each => /^licen[cs]e(\.|$)/i.test(each))
  // Vite's file also lists what Vite itself bundles, none of which reaches the app.
  const whole = licenceFile ? readFileSync(join(folder, licenceFile), 'utf8').split(/\n# Licenses of bundled/)[0] : ''
  const lines = (whole ?? '').split('\n').map(line => line.trim())
  const isCopyright = (line: string) =>
    /^(copyright\b|\(c\)|portions copyright)/i.test(line) && /\d{4}|\(c\)/i.test(line)
  const copyright = lines.filter(isCopyright)
  const text = lines
    .filter(line => !isCopyright(line) && !/^#?\s*(the )?(mit|isc) licen[cs]e(\s*\(.*\))?$/i.test(line))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  const by = typeof author === 'string' ? author : (author?.name ?? `the authors of ${name}`)
  return { name, licence, copyright: copyright.length > 0 ? copyright : [`by ${by}`], text }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(file, await notice())
