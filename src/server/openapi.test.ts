/** The description of the API, for programs and for people. */
import { Validator } from '@seriousme/openapi-schema-validator'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { server } from '../../test/support/server.ts'
import { parseCase } from '../library/triage.ts'
import { CaseBody } from './body.ts'

describe('/openapi.json', () => {
  it('is a valid OpenAPI 3.1 document of every route', async () => {
    const document = (await (await server.request('/openapi.json')).json()) as Record<string, never>
    expect(document.openapi).toBe('3.1.0')
    expect(document.info).toMatchObject({ title: 'Unknot', version: '1.2.3' })
    expect(Object.keys(document.paths ?? {}).toSorted()).toEqual([
      '/api/causes',
      '/api/claims',
      '/api/claims/answer',
      '/api/course',
      '/api/exercises/{id}',
      '/api/foods',
      '/api/form',
      '/api/hydration',
      '/api/medicines',
      '/api/menu',
      '/api/menu/change',
      '/api/menu/meals',
      '/api/plan',
      '/api/products',
      '/api/professionals',
      '/api/triage',
      '/api/trials/analysis',
      '/api/trials/design',
      '/healthz',
      '/readyz',
    ])
    const { valid, errors } = await new Validator().validate(document)
    expect(errors ?? []).toEqual([])
    expect(valid).toBe(true)
  })

  it('is drawn for people at /docs: every route with its shapes, and no script', async () => {
    const { paths } = (await (await server.request('/openapi.json')).json()) as {
      paths: Record<string, Record<string, { summary: string }>>
    }
    const response = await server.request('/docs')
    expect(response.headers.get('Content-Type')).toMatch('text/html')
    const page = await response.text()
    for (const [path, methods] of Object.entries(paths))
      for (const [method, { summary }] of Object.entries(methods)) {
        expect(page).toContain(`<b>${method.toUpperCase()}</b> ${path}</h2>`)
        expect(page).toContain(summary)
      }
    expect(page).toContain('complaint: &quot;back&quot; | &quot;cramp&quot;')
    expect(page).toContain('age?: number from 0 to 120 | null  // Years.')
    expect(page).not.toMatch(/<script|undefined|\[object/)
    const style = await server.request('/docs/style.css')
    expect(style.headers.get('Content-Type')).toMatch('text/css')
  })

  it('describes a case as it is accepted, except that ids are only strings', () => {
    const anyValue = fc.oneof(fc.constant(null), fc.constant(undefined), fc.anything({ maxDepth: 1 }))
    const likelyCase = fc.record(
      {
        complaint: fc.oneof(fc.constantFrom('back', 'cramp'), anyValue),
        region: fc.oneof(fc.constantFrom('calf', 'low back', 'elbow'), anyValue),
        side: fc.oneof(fc.constantFrom('left', 'up'), anyValue),
        age: fc.oneof(fc.double(), fc.integer({ min: -5, max: 130 }), anyValue),
        sex: fc.oneof(fc.constantFrom('male', 'undisclosed', 'x'), anyValue),
        pregnant: fc.oneof(fc.boolean(), anyValue),
        present: fc.oneof(fc.constant(['fever']), fc.constant([1]), anyValue),
        context: fc.oneof(fc.record({ hoursSinceOnset: anyValue }), fc.constant({ days: 1 }), anyValue),
        conditions: fc.oneof(fc.constant(['osteoporosis']), anyValue),
        id: fc.oneof(fc.string(), fc.constant('x'.repeat(201)), anyValue),
        stray: anyValue,
      },
      { requiredKeys: ['complaint'] },
    )
    fc.assert(
      fc.property(likelyCase, input => {
        const sent: unknown = JSON.parse(JSON.stringify(input))
        const parsed = parseCase(sent)
        const isDocumented = v.safeParse(CaseBody, sent).success
        if (parsed.ok) expect(isDocumented).toBe(true)
        else if (isDocumented)
          expect(parsed.error).toMatch(/which is not|is answered twice|keep one|is a list: give a JSON object/)
      }),
      { numRuns: 2000 },
    )
  })
})
