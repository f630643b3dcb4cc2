/**
 * A FHIR R4 document as lines to read: its sections, with what each resource says. It is for a person who looks at it in a
 * browser; a clinic's program reads the resources themselves. Anything that is no document gives no section.
 */

export interface DocumentSection {
  readonly title: string
  readonly lines: readonly string[]
}

type Fields = Readonly<Record<string, unknown>>

export function readDocument(bundle: unknown): {
  readonly title: string
  readonly date: string
  readonly sections: readonly DocumentSection[]
} {
  const entries = listOf(fieldsOf(bundle).entry).map(fieldsOf)
  const resources = entries.map(({ resource }) => fieldsOf(resource))
  const byUrl = new Map(entries.map(({ fullUrl, resource }) => [text(fullUrl), fieldsOf(resource)]))
  const composition = resources.find(({ resourceType }) => resourceType === 'Composition') ?? {}
  const patient = resources.find(({ resourceType }) => resourceType === 'Patient')
  return {
    title: text(composition.title),
    date: text(composition.date),
    sections: [
      ...(patient ? [{ title: 'About the person', lines: patientLines(patient) }] : []),
      ...listOf(composition.section)
        .map(fieldsOf)
        .map(section => ({
          title: text(section.title),
          lines: [
            ...narrativeLines(section),
            ...listOf(section.entry).flatMap(entry => {
              const resource = byUrl.get(text(fieldsOf(entry).reference))
              return resource ? resourceLines(resource) : []
            }),
          ],
        })),
    ].filter(({ lines }) => lines.length > 0),
  }
}

function patientLines({ name, birthDate, gender }: Fields): readonly string[] {
  const said = listOf(name).map(each => text(fieldsOf(each).text))
  return [...said, text(birthDate) && `Born ${text(birthDate)}`, text(gender)].filter(line => line !== '')
}

/** What it is, its value, when, and its notes; questions of a form each get a line. */
function resourceLines(resource: Fields): readonly string[] {
  const { note, item } = resource
  const head = [
    dateOf(resource),
    [nameOf(resource), valueSaid(resource)].filter(part => part !== '').join(': '),
    listOf(resource.bodySite).map(conceptText).join(', '),
    ...listOf(note).map(each => text(fieldsOf(each).text)),
  ].filter(part => part !== '')
  return [...(head.length === 0 ? [] : [head.join(', ')]), ...listOf(item).flatMap(each => itemLines(fieldsOf(each)))]
}

function itemLines({ text: asked, answer, item }: Fields): readonly string[] {
  const given = listOf(answer)
    .map(each => valueSaid(fieldsOf(each)))
    .filter(each => each !== '')
  const own = given.length === 0 || text(asked) === '' ? [] : [`${text(asked)} ${given.join(', ')}`]
  return [...own, ...listOf(item).flatMap(each => itemLines(fieldsOf(each)))]
}

const nameOf = ({ code, medicationCodeableConcept, title }: Fields): string =>
  conceptText(code) || conceptText(medicationCodeableConcept) || text(title)

const conceptText = (concept: unknown): string => {
  const { text: said, coding } = fieldsOf(concept)
  return text(said) || text(fieldsOf(listOf(coding)[0]).display)
}

function valueSaid(fields: Fields): string {
  const { valueQuantity, valueInteger, valueString, valueBoolean, valueDecimal, valueDate, valueCodeableConcept } =
    fields
  const { value, unit } = fieldsOf(valueQuantity)
  if (typeof value === 'number') return `${value} ${text(unit)}`.trim()
  if (typeof valueBoolean === 'boolean') return valueBoolean ? 'yes' : 'no'
  for (const number of [valueInteger, valueDecimal]) if (typeof number === 'number') return String(number)
  const { display } = fieldsOf(fields.valueCoding)
  return text(valueString) || text(valueDate) || conceptText(valueCodeableConcept) || text(display)
}

function dateOf(fields: Fields): string {
  const { effectiveDateTime, onsetDateTime, performedDateTime, authored, recordedDate, period } = fields
  const started = [fields.effectivePeriod, fields.performedPeriod, period].map(each => text(fieldsOf(each).start))
  const dates = [effectiveDateTime, onsetDateTime, performedDateTime, ...started, authored, recordedDate].map(text)
  return (dates.find(date => date !== '') ?? '').slice(0, 16).replace('T', ' ')
}

/** The narrative without its marks: it is shown as text, never as markup. */
const narrativeLines = ({ text: narrative }: Fields): readonly string[] =>
  text(fieldsOf(narrative).div)
    .split(/<\/(?:p|li|div|td|h\d)>|<br\s*\/?>/)
    .map(part => unescaped(part.replace(/<[^>]*>/g, '')).trim())
    .filter(line => line !== '')

const marks: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescaped = (html: string): string =>
  html.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => marks[name] ?? '')

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
