/**
 * References between FHIR resources, in every spelling: relative, absolute, of a version, `urn:uuid`, contained, by
 * display alone. Source: hl7.org/fhir/R4/references.html, bundle.html#references.
 */
import type { FoundEvent } from '../importer.ts'
import { type Json, listOf, partOf, textOf } from '../json-value.ts'

export interface Entry {
  readonly resource: Json
  readonly fullUrl: string
}

/** A resource of the file, and how to list that it cannot be imported. */
export interface Resource {
  readonly resource: Json
  readonly place: number
  readonly refuse: (what: string, why: string) => readonly FoundEvent[]
}

export interface References {
  /** The resource that a reference of `from` points to; undefined if it is not in the file. */
  readonly resolve: (reference: Json, from: Json) => Json
  /** Which person a resource is about; what kind of thing, if no person. Undefined if it does not say. */
  readonly subjectOf: (resource: Json) => Subject | undefined
}

export type Subject = { readonly person: string } | { readonly thing: string }

export const typeOf = (resource: Json): string => textOf(partOf(resource, 'resourceType'))

const withoutVersion = (reference: string): string => reference.replace(/\/_history\/[^/]*$/, '')
const relative = /(?:^|\/)([A-Z][A-Za-z]+)\/([A-Za-z0-9\-.]+)$/

export function referencesOf(entries: readonly Entry[]): References {
  const byUrl = new Map<string, Json>()
  const urls = new Map<Json, string>()
  const byId = new Map<string, Json>()
  for (const { resource, fullUrl } of entries) {
    urls.set(resource, withoutVersion(fullUrl))
    if (fullUrl !== '') byUrl.set(withoutVersion(fullUrl), resource)
    const id = textOf(partOf(resource, 'id'))
    if (id !== '') byId.set(`${typeOf(resource)}/${id}`, resource)
  }
  const resolve = (reference: Json, from: Json): Json => {
    const text = withoutVersion(textOf(partOf(reference, 'reference')))
    if (text.startsWith('#'))
      return listOf(partOf(from, 'contained')).find(each => `#${textOf(partOf(each, 'id'))}` === text)
    const known = byUrl.get(text)
    if (known !== undefined) return known
    const [, type, id] = relative.exec(text) ?? []
    const named = byId.get(`${type}/${id}`)
    // The absolute address of another server is another resource, even with the same id.
    const isElsewhere = /^https?:/.test(text) && /^https?:/.test(urls.get(named) ?? '')
    return isElsewhere ? undefined : named
  }
  const subjectOf = (resource: Json): Subject | undefined => {
    const subject = partOf(resource, 'subject')
    const reference = withoutVersion(textOf(partOf(subject, 'reference')))
    const found = resolve(subject, resource)
    const type = typeOf(found) || textOf(partOf(subject, 'type')) || (relative.exec(reference)?.[1] ?? '')
    if (type !== '' && type !== 'Patient') return { thing: type }
    const name = found === undefined ? reference : nameOf(found, urls.get(found))
    const said = name || identifierOf(partOf(subject, 'identifier')) || textOf(partOf(subject, 'display'))
    return said === '' ? undefined : { person: said }
  }
  return { resolve, subjectOf }
}

/** One name for a person in the file: their id, or what identifies a contained one. */
function nameOf(patient: Json, fullUrl: string | undefined): string {
  const [id, identifier] = [textOf(partOf(patient, 'id')), listOf(partOf(patient, 'identifier'))[0]]
  if (fullUrl === undefined) return identifierOf(identifier) || `contained ${id}`
  return id === '' ? fullUrl : `Patient/${id}`
}

const identifierOf = (identifier: Json): string =>
  [partOf(identifier, 'system'), partOf(identifier, 'value')].map(textOf).filter(Boolean).join(' ')

/** The people that the references name: those with the same id on the same server, or without one, are the same. */
export function peopleIn(names: Iterable<string>): readonly string[] {
  const all = [...new Set(names)]
  const absolute = all.filter(name => /^https?:/.test(name))
  return all.filter(name => !absolute.some(url => url !== name && url.endsWith(`/${name}`)))
}
