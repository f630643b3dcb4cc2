/**
 * Writes the bill of materials of the package to stdout (CycloneDX 1.6, JSON): every package whose code is in the app
 * or the command, with its version, its licence and its npm digest. The same source gives the same bill.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library'
import { bundled } from './notice.ts'

interface Manifest {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly description?: string
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version: string; readonly integrity?: string }>>
}

/** The bill as text. */
export async function billOfMaterials(): Promise<string> {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock
  const own = component(JSON.parse(readFileSync('package.json', 'utf8')), Enums.ComponentType.Application)
  const bill = new Models.Bom({ metadata: new Models.Metadata({ component: own }) })
  for (const name of await bundled()) {
    const folder = join('node_modules', name)
    const found = component(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
    const [algorithm, content] =
      /^(sha\d+)-(.+)$/.exec(packages[`node_modules/${name}`]?.integrity ?? '')?.slice(1) ?? []
    if (algorithm === 'sha512' && content !== undefined)
      found.hashes.set(Enums.HashAlgorithm['SHA-512'], Buffer.from(content, 'base64').toString('hex'))
    bill.components.add(found)
    own.dependencies.add(found.bomRef)
  }
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6))
  return `${serializer.serialize(bill, { sortLists: true, space: 2 })}\n`
}

function component({ name, version, license, description }: Manifest, type = Enums.ComponentType.Library) {
  const made = new Models.Component(type, name, {
    version,
    bomRef: `${name}@${version}`,
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    scope: Enums.ComponentScope.Required,
    ...(description === undefined ? {} : { description }),
  })
  if (license?.includes(' ')) made.licenses.add(new Models.LicenseExpression(license))
  else if (license) made.licenses.add(new Models.SpdxLicense(license))
  return made
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.stdout.write(await billOfMaterials())
