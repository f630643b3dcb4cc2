/** A JSON Schema as readable text: `{ age?: number from 0 to 120, sex?: "female" | "male" }`. */
export interface Schema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly minimum?: number
  readonly maximum?: number
  readonly description?: string
}

/** The shape, indented by `depth` steps. What the schema leaves open is "any". */
export function shapeText(schema: Schema, depth = 0): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map(value => JSON.stringify(value)).join(' | ')
  const either = schema.anyOf ?? schema.oneOf
  if (either) return [...new Set(either.map(each => shapeText(each, depth)))].join(' | ')
  if (schema.allOf) return schema.allOf.map(each => shapeText(each, depth)).join(' & ')
  if (schema.items) return `list of ${shapeText(schema.items, depth)}`
  if (schema.properties || typeof schema.additionalProperties === 'object') return objectText(schema, depth)
  return [schema.type].flat().filter(Boolean).join(' | ').concat(rangeText(schema)) || 'any'
}

function objectText({ properties = {}, required = [], additionalProperties }: Schema, depth: number): string {
  const indent = '  '.repeat(depth + 1)
  const lines = Object.entries(properties).map(([name, value]) => {
    const described = [value, ...(value.anyOf ?? [])].find(({ description }) => description)
    const note = described ? `  // ${described.description}` : ''
    return `${indent}${name}${required.includes(name) ? '' : '?'}: ${shapeText(value, depth + 1)}${note}`
  })
  if (typeof additionalProperties === 'object')
    lines.push(`${indent}[any name]: ${shapeText(additionalProperties, depth + 1)}`)
  return lines.length === 0 ? 'object' : `{\n${lines.join('\n')}\n${'  '.repeat(depth)}}`
}

function rangeText({ minimum, maximum }: Schema): string {
  if (minimum === undefined && maximum === undefined) return ''
  if (maximum === undefined) return ` of at least ${minimum}`
  return minimum === undefined ? ` of at most ${maximum}` : ` from ${minimum} to ${maximum}`
}
