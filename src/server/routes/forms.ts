/** `GET /api/form` gives the check as a FHIR Questionnaire; `POST /api/form` takes its answers. Nothing is stored or logged. */
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { regions } from '../../knowledge/vocabulary.ts'
import { caseFromResponse, questionnaire } from '../../library/forms.ts'
import { triage } from '../../library/triage.ts'
import { answers, readJson, readQuery, refuses, takes } from '../body.ts'
import { TriageBody } from './triage.ts'

const Query = v.strictObject({ region: v.picklist(regions) })
const Form = v.looseObject({ resourceType: v.literal('Questionnaire'), url: v.string() })
const Response = v.looseObject({
  resourceType: v.literal('QuestionnaireResponse'),
  questionnaire: v.pipe(v.string(), v.description('The url of the form.')),
  item: v.array(v.looseObject({ linkId: v.string() })),
})

const takesResponse = takes(Response)

export const formRoutes = ({ version }: { readonly version: string }) =>
  new Hono()
    .get(
      '/',
      describeRoute({
        summary: 'The check of one place of the body as a FHIR R4 Questionnaire',
        parameters: [{ name: 'region', in: 'query', required: true, schema: { type: 'string', enum: [...regions] } }],
        responses: { 200: answers('The form', Form), 400: refuses('No such place') },
      }),
      c => {
        const { region } = readQuery(c, Query)
        return c.json({ ...questionnaire(region, version) })
      },
    )
    .post(
      '/',
      describeRoute({
        summary: 'The tier of a filled form',
        requestBody: takesResponse.requestBody,
        responses: { 200: answers('The tier', TriageBody), ...takesResponse.refusals },
      }),
      async c => {
        const parsed = caseFromResponse(await readJson(c, 'send one QuestionnaireResponse'))
        if (!parsed.ok) throw new HTTPException(400, { message: parsed.error })
        return c.json(triage(parsed.case))
      },
    )
