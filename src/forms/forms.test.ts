/** The check as FHIR forms: valid, filled in by an independent renderer, and never a lower tier than the interview. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { faultsOfResource } from '../../test/support/fhir-validators.ts'
import { filled } from '../../test/support/form-filler.ts'
import { interviewed } from '../../test/support/interviewed.ts'
import { post, server } from '../../test/support/server.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import { complaintAt, type Region, regions, tiers } from '../knowledge/vocabulary.ts'
import { caseFromResponse, questionnaire, responseFrom } from '../library/forms.ts'
import { type Case, triage } from '../library/triage.ts'
import { known } from '../triage/known.ts'
import type { Item } from './fhir.ts'

const itemsOf = (items: readonly Item[]): readonly Item[] => items.flatMap(each => [each, ...itemsOf(each.item ?? [])])

describe.each(regions)('the form of %s', region => {
  const form = questionnaire(region, '1.2.3')
  const items = itemsOf(form.item)

  it('has each question once, and conditions only on questions that it has', () => {
    const ids = items.map(({ linkId }) => linkId)
    expect(new Set(ids).size).toBe(ids.length)
    const strange = items.flatMap(({ enableWhen = [] }) => enableWhen).filter(({ question }) => !ids.includes(question))
    expect(strange).toEqual([])
  })

  it('asks everything that a gate names or holds there, in its own words', () => {
    const complaint = complaintAt(region)
    for (const gate of triageKnowledge.prepared.gateOrder[complaint].get(region) ?? []) {
      const held = triageKnowledge.gates[gate]?.lines
        .filter(line => (line.complaint ?? complaint) === complaint && (line.regions?.includes(region) ?? true))
        .flatMap(({ names }) => names)
        .filter(id => triageKnowledge.findings[id] && (triageKnowledge.findings[id]?.regions?.includes(region) ?? true))
      for (const id of held ?? [])
        expect(items.find(({ linkId }) => linkId === id)?.text).toBe(triageKnowledge.findings[id]?.statement)
    }
  })
})

it('is valid FHIR R4 by two validators, and so are its answers', { timeout: 120_000 }, () => {
  const form = questionnaire('low back', '1.2.3')
  expect(faultsOfResource(form)).toEqual([])
  expect(faultsOfResource(filled(form, id => id === 'gate-pelvis', { age: 40 }, 'male'))).toEqual([])
})

interface Vignette {
  readonly id: string
  readonly region: Region
  readonly present: readonly string[]
  readonly age: number
  readonly sex: 'female' | 'male'
  readonly context: Case['context']
}

it('gives the tier of the interview for every public vignette, or a higher one', { timeout: 120_000 }, () => {
  const { vignettes } = JSON.parse(readFileSync('test/vignettes/public.json', 'utf8')) as {
    readonly vignettes: readonly Vignette[]
  }
  const pairs = vignettes.map(({ id, region, present, age, sex, context }) => {
    const complaint = complaintAt(region)
    const truth = {
      complaint,
      region,
      age,
      sex,
      present,
      absent: [],
      unsure: [],
      context,
      conditions: [],
      medicines: [],
    }
    const all = known(triageKnowledge, truth).present
    const isTrue = (linkId: string) => {
      const gate = triageKnowledge.gates[linkId.replace(/^gate-/, '')]
      return gate
        ? gate.lines.some(({ names, also }) => [...names, ...also].some(each => all.has(each)))
        : all.has(linkId)
    }
    const { hoursSinceOnset = 0, pregnancyWeeks = 20 } = context
    const parsed = caseFromResponse(
      filled(questionnaire(region, '1'), isTrue, { age, hoursSinceOnset, pregnancyWeeks }, sex),
    )
    if (!parsed.ok) throw new Error(parsed.error)
    const result = triage(parsed.case)
    expect(result.settled, id).toBe(true)
    const asked = interviewed(triageKnowledge, {
      id,
      true: [...all],
      ...{ complaint, region, age, sex, context },
    } as never)
    return { id, form: result.tier, interview: asked.tier }
  })
  const lower = pairs.filter(({ form, interview }) => tiers.indexOf(form) < tiers.indexOf(interview))
  expect(lower).toEqual([])
  expect(pairs.filter(({ form, interview }) => form !== interview)).toEqual([])
})

it('"not sure" counts after the simpler words too, and simpler words can settle it', () => {
  const form = questionnaire('low back', '1')
  const unsure = filled(
    form,
    id => (id.startsWith('saddle-numbness') ? 'unsure' : id === 'gate-pelvis'),
    { age: 40 },
    'male',
  )
  const doubtful = caseFromResponse(unsure)
  expect(doubtful.ok && triage(doubtful.case).tier).toBe('same-day')
  const denied = filled(form, id => (id === 'saddle-numbness' ? 'unsure' : id === 'gate-pelvis'), { age: 40 }, 'male')
  const settled = caseFromResponse(denied)
  expect(settled.ok && settled.case.absent).toContain('saddle-numbness')
})

it('a case becomes answers and the same case again', () => {
  const parsed = caseFromResponse(filled(questionnaire('calf', '1'), id => id === 'gate-muscle', { age: 40 }, 'female'))
  if (!parsed.ok) throw new Error(parsed.error)
  const again = caseFromResponse(JSON.parse(JSON.stringify(responseFrom(parsed.case, 'calf', true))))
  expect(again).toEqual(parsed)
})

const answered = (item: unknown, questionnaire = 'urn:unknot:questionnaire:unknot-check-calf') => ({
  ...{ resourceType: 'QuestionnaireResponse', status: 'completed', questionnaire, item },
})
it.each([
  [null, 'no QuestionnaireResponse'],
  [{ resourceType: 'Bundle' }, 'no QuestionnaireResponse'],
  [answered([], 'http://else.example/form'), 'must be the url of a form'],
  [answered('x'), 'item must be a list'],
  [answered([{}]), 'has no linkId'],
  [answered([{ linkId: 'fever', answer: [{ valueBoolean: true }] }]), 'fever must be answered'],
  [answered([{ linkId: 'fever', answer: [{}, {}] }]), 'several answers'],
  [answered([{ linkId: 'age', answer: [{ valueString: 'old' }] }]), 'age must be answered with a number'],
  [answered([{ linkId: 'age', answer: [{ valueInteger: 300 }] }]), 'age is 300'],
  [
    answered([
      {
        linkId: 'nonsense',
        answer: [{ valueCoding: { system: 'http://terminology.hl7.org/CodeSystem/v2-0136', code: 'Y' } }],
      },
    ]),
    'nonsense',
  ],
])('refuses %j with one line', (input, part) => {
  const parsed = caseFromResponse(input)
  expect(parsed.ok).toBe(false)
  if (!parsed.ok) expect(parsed.error).toMatch(/^[^\n]{10,300}$/)
  if (!parsed.ok) expect(parsed.error).toContain(part)
})

it('over HTTP: the form of a place, and the tier of its answers', async () => {
  const form = await (await server.request('/api/form?region=low%20back')).json()
  expect(form).toEqual(JSON.parse(JSON.stringify(questionnaire('low back', '1.2.3'))))
  const danger = filled(form as never, id => ['gate-pelvis', 'saddle-numbness'].includes(id), { age: 40 }, 'male')
  expect(await (await post('/api/form', JSON.stringify(danger))).json()).toMatchObject({ tier: 'emergency' })
  expect((await server.request('/api/form?region=knee')).status).toBe(400)
  expect((await post('/api/form', '{"resourceType":"Bundle"}')).status).toBe(400)
})
