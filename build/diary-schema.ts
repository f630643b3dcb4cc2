/**
 * Writes `docs/diary.schema.json`: the JSON Schema of a saved diary, made from the shapes that check it. With `--check`
 * it writes nothing and exits with 1 if the file is out of date.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { toJsonSchema } from '@valibot/to-json-schema'
import { currentVersion } from '../src/diary/event.ts'
import { eventShapes } from '../src/diary/event-schema.ts'

export const file = 'docs/diary.schema.json'

/** The schema as the text of its file. */
export function diarySchema(): string {
  const shapes = Object.fromEntries(
    Object.entries(eventShapes).map(([type, shape]) => {
      // Two checks have no counterpart in JSON Schema: that a time exists, and that a name is not blank.
      const { $schema: _dialect, ...schema } = toJsonSchema(shape, { target: 'draft-2020-12', errorMode: 'ignore' })
      return [type, schema]
    }),
  )
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A diary of Unknot',
    description: 'Every event as it is kept, in the order of the ids. docs/diary-format.md says what each field means.',
    type: 'object',
    properties: {
      unknot: { const: 'diary' },
      v: { const: 1 },
      events: {
        type: 'array',
        items: {
          if: { properties: { v: { const: currentVersion } }, required: ['v'] },
          // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
          then: { oneOf: Object.keys(shapes).map(type => ({ $ref: `#/$defs/${type}` })) },
          else: { $ref: '#/$defs/of-another-version' },
        },
      },
    },
    required: ['unknot', 'v', 'events'],
    additionalProperties: false,
    $defs: {
      ...shapes,
      'of-another-version': {
        description: `An event of a version other than ${currentVersion}: an older one is upgraded when it is read.`,
        type: 'object',
        properties: {
          id: {
            type: 'string',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
          },
          v: { type: 'integer', minimum: 1 },
          at: { type: 'string' },
          type: { type: 'string' },
        },
        required: ['id', 'v', 'at', 'type'],
      },
    },
  }
  return `${JSON.stringify(schema, undefined, 2)}\n`
}

export const isOutOfDate = (): boolean => !existsSync(file) || readFileSync(file, 'utf8') !== diarySchema()

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const isStale = isOutOfDate()
  if (process.argv.includes('--check')) {
    if (isStale) console.error(`${file} is out of date: npm run docs`)
    process.exitCode = isStale ? 1 : 0
  } else if (isStale) writeFileSync(file, diarySchema())
  console.log(`${file}: ${isStale ? 'out of date' : 'up to date'}`)
}
