import { readFileSync } from 'node:fs'
import { Spec, Validation } from '@cyclonedx/cyclonedx-library'
import { beforeAll, expect, it } from 'vitest'
import { bundled } from './notice.ts'
import { billOfMaterials } from './sbom.ts'

interface Bill {
  readonly metadata: { readonly component: { readonly name: string; readonly version: string } }
  readonly components: readonly {
    readonly name: string
    readonly version: string
    readonly purl: string
    readonly hashes?: readonly object[]
    readonly licenses?: readonly object[]
  }[]
}

let text = ''
let bill: Bill
beforeAll(async () => {
  text = await billOfMaterials()
  bill = JSON.parse(text) as Bill
})

it('is valid CycloneDX', async () => {
  const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6)
  expect(await validator.validate(text)).toBeNull()
  expect(await validator.validate(text.replace('"type": "library"', '"type": "book"'))).not.toBeNull()
})

it('lists the package and everything bundled into it, with the installed versions', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string }
  expect(bill.metadata.component).toMatchObject({ name: 'unknot', version })
  expect(bill.components.map(({ name }) => name).sort()).toEqual([...(await bundled())].sort())
  for (const { name, version: installed, purl, hashes, licenses } of bill.components) {
    const manifest = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as {
      readonly version: string
    }
    expect(installed, name).toBe(manifest.version)
    expect(decodeURIComponent(purl)).toBe(`pkg:npm/${name}@${installed}`)
    expect(hashes, name).toHaveLength(1)
    expect(licenses, name).toHaveLength(1)
  }
})

it('is the same each time', async () => {
  expect(await billOfMaterials()).toBe(text)
})
