/**
 * `/sync/links/:link`: SMART Health Links as the HL7 IG 1.0.0 asks for them. POST gives the manifest, GET the file itself
 * where no passcode is needed. The owner makes and ends a link with a token. Pages of other clinics' viewers may ask too.
 */
import { type Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import { HTTPException } from 'hono/http-exception'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { fromBase64 } from '../../sync/base64.ts'
import { answers, refuses, takes } from '../body.ts'
import type { Links, Opened } from '../sync/links.ts'
import { asTrouble } from '../sync/trouble.ts'
import { readBody, tokenOf, Until } from './sync-token.ts'

/** Letters of a JWE. A body of sync may have 4 MiB. */
const mostFileLetters = 4_000_000

const Jwe = v.pipe(
  v.string(),
  v.maxLength(mostFileLetters),
  v.regex(
    /^[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/,
    'a file is a JWE in compact form, encrypted directly with the key of the link',
  ),
)
const Passcode = v.pipe(v.string(), v.minLength(1), v.maxLength(100))
const LinkBody = v.strictObject({ file: Jwe, until: Until, passcode: v.exactOptional(Passcode) })
/** The IG: what is not known is ignored. */
const ManifestBody = v.object({
  recipient: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1000)),
  passcode: v.optional(v.string()),
  embeddedLengthMax: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
})
const FileBody = v.object({
  contentType: v.literal('application/fhir+json'),
  fhirVersion: v.string(),
  lastUpdated: v.string(),
  status: v.literal('can-change'),
  embedded: v.optional(v.string()),
  location: v.optional(v.string()),
})
const Manifest = v.object({ files: v.array(FileBody) })
const DoneBody = v.strictObject({ until: v.string() })
const EndedBody = v.strictObject({ ended: v.literal(true) })

const link = { name: 'link', in: 'path', required: true, schema: { type: 'string' } } as const
const query = (name: string) => ({ name, in: 'query', required: true, schema: { type: 'string' } }) as const
const security = [{ token: [] }]
const { requestBody: linkBody, refusals: bodyRefusals } = takes(LinkBody)
const { requestBody: manifestBody } = takes(ManifestBody)
const away = { 429: refuses('More than one client may ask for in a minute'), 503: refuses('The database is away') }
const inactive = { 404: refuses('No such link, or it is no longer active'), ...away }
const owned = { 401: refuses('There is no token'), ...inactive }
const jose = {
  description: 'The file as JWE',
  content: { 'application/jose': { schema: { type: 'string' } } },
} as const

/** Viewers of other clinics run on pages of other servers. Nothing here depends on who asks. */
const anyPage = cors({ origin: '*', allowMethods: ['GET', 'POST'], allowHeaders: ['content-type'], maxAge: 600 })

export function linkRoutes(links: Links) {
  return new Hono()
    .use('/:link', anyPage)
    .use('/:link/file', anyPage)
    .put(
      '/:link',
      describeRoute({
        summary: 'Makes a SMART Health Link of an encrypted file, or gives it another file. Token of the link',
        parameters: [link],
        security,
        requestBody: linkBody,
        responses: { 200: answers('It opens', DoneBody), ...bodyRefusals, ...owned, 507: refuses('The disk is full') },
      }),
      async c => {
        const [id, token] = [linkOf(c), tokenOf(c)]
        const { file, until, passcode } = await readBody(c, LinkBody, 'send {"file":...,"until":...}')
        const isMade = await links
          .put(id, token, { file, until, ...(passcode === undefined ? {} : { passcode }) })
          .catch(asTrouble)
        return isMade ? c.json({ until }) : gone(c)
      },
    )
    .delete(
      '/:link',
      describeRoute({
        summary: 'Ends a SMART Health Link. Token of the link',
        parameters: [link],
        security,
        responses: { 200: answers('It opens no more', EndedBody), ...owned },
      }),
      async c => {
        const [id, token] = [linkOf(c), tokenOf(c)]
        return (await links.end(id, token).catch(asTrouble)) ? c.json({ ended: true }) : gone(c)
      },
    )
    .post(
      '/:link',
      describeRoute({
        summary: 'The manifest of a SMART Health Link (HL7 IG 1.0.0)',
        parameters: [link],
        requestBody: manifestBody,
        responses: {
          200: answers('The manifest', Manifest),
          ...bodyRefusals,
          401: refuses('The passcode is wrong; remainingAttempts says how many more there are'),
          ...inactive,
        },
      }),
      async c => {
        const id = linkOf(c)
        const { passcode, embeddedLengthMax } = await readBody(c, ManifestBody, 'send {"recipient":...}')
        return manifestOf(c, id, await links.open(id, passcode).catch(asTrouble), links, embeddedLengthMax)
      },
    )
    .get(
      '/:link',
      describeRoute({
        summary: 'The file of a SMART Health Link without a passcode (flag U of the HL7 IG 1.0.0)',
        parameters: [link, query('recipient')],
        responses: { 200: jose, 400: refuses('No recipient'), ...inactive },
      }),
      async c => {
        const id = linkOf(c)
        if ((c.req.query('recipient') ?? '').trim() === '')
          throw new HTTPException(400, { message: 'recipient: say who asks, as in ?recipient=Name' })
        return sent(c, await links.direct(id).catch(asTrouble))
      },
    )
    .get(
      '/:link/file',
      describeRoute({
        summary: 'The file behind a location of a manifest, for some minutes',
        parameters: [link, query('until'), query('ticket')],
        responses: { 200: jose, ...inactive },
      }),
      async c => {
        const { until = '', ticket = '' } = c.req.query()
        const end = /^\d{1,15}$/.test(until) ? Number(until) : 0
        return sent(c, await links.withTicket(linkOf(c), end, ticket).catch(asTrouble))
      },
    )
}

/** The id of a link has 256 random bits; of another length none can be there. */
const linkOf = (c: Context): string => {
  const id = c.req.param('link') ?? ''
  return fromBase64(id)?.length === 32 ? id : ''
}

const gone = (c: Context) => c.json({ error: 'this link opens nothing, or nothing any more: ask for a new one' }, 404)

function manifestOf(c: Context, id: string, opened: Opened, links: Links, most = Number.POSITIVE_INFINITY): Response {
  if (opened.kind === 'inactive') return gone(c)
  if (opened.kind === 'wrong-passcode')
    return c.json({ error: 'the passcode is wrong: ask the person for it', remainingAttempts: opened.left }, 401)
  const { file, updated } = opened
  const about = {
    contentType: 'application/fhir+json',
    fhirVersion: '4.0.1',
    lastUpdated: updated,
    status: 'can-change',
  } as const
  if (file.length <= most) return c.json({ files: [{ ...about, embedded: file }] })
  const { until, ticket } = links.ticketFor(id)
  const address = new URL(c.req.url)
  address.pathname = `${address.pathname}/file`
  address.search = new URLSearchParams({ until: String(until), ticket }).toString()
  return c.json({ files: [{ ...about, location: address.href }] })
}

const sent = (c: Context, opened: Opened): Response =>
  opened.kind === 'file' ? c.body(opened.file, 200, { 'Content-Type': 'application/jose' }) : gone(c)
