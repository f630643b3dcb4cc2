/**
 * The server: the built app and the engine over HTTP. It logs no request, because the requests are about people's health,
 * and stores nothing but the sealed logs of sync, where sync is on.
 */
import { readFileSync } from 'node:fs'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { HTTPException } from 'hono/http-exception'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { describeRoute, openAPIRouteHandler } from 'hono-openapi'
import * as v from 'valibot'
import { appFiles } from './app-files.ts'
import { answers, discardBody, refuses } from './body.ts'
import { causeRoutes } from './routes/causes.ts'
import { claimRoutes } from './routes/claims.ts'
import { courseRoutes } from './routes/course.ts'
import { docsRoutes } from './routes/docs.ts'
import { exerciseRoutes } from './routes/exercises.ts'
import { formRoutes } from './routes/forms.ts'
import { hydrationRoutes } from './routes/hydration.ts'
import { linkRoutes } from './routes/links.ts'
import { llmsRoutes } from './routes/llms.ts'
import { mcpRoutes } from './routes/mcp.ts'
import { medicineRoutes } from './routes/medicines.ts'
import { foodsRoutes, menuRoutes } from './routes/nutrition.ts'
import { planRoutes } from './routes/plan.ts'
import { productRoutes } from './routes/products.ts'
import { professionalRoutes } from './routes/professionals.ts'
import { mostSyncBytes, syncRoutes } from './routes/sync.ts'
import { triageRoutes } from './routes/triage.ts'
import { mostTrialBytes, trialsRoutes } from './routes/trials.ts'
import { mayCompile, mayListen, securityHeaders } from './security.ts'
import type { SyncService } from './sync/service.ts'
import { type Work, workInThreads } from './work.ts'

export interface ServerDeps {
  readonly version: string
  /** The folder of the built app; without it only the API is served. */
  readonly appFolder?: string
  /** Today as YYYY-MM-DD: content past its review date is withheld. */
  readonly today: () => string
  /** Where long work runs; by default, in as many threads as the machine allows. */
  readonly work?: Work
  /** The budget of one client; unlimited by default. */
  readonly budget?: MiddlewareHandler
  /** Signed knowledge that was taken: the app may get it too, at `/knowledge/signed.json`. */
  readonly knowledgeFile?: string
  /** Offers the tools for assistants at `/mcp`; `local`: to this machine only. */
  readonly mcp?: 'local' | 'shared'
  /** The sealed logs of diaries; without it the routes of sync are not there. */
  readonly sync?: SyncService
}

/** The largest body of a route; the first value applies to all others. */
const mostBytes = { case: 64 * 1024, trials: mostTrialBytes, sync: mostSyncBytes }

/** A bug must never look like an all-clear: the answer points to help, and reveals nothing about the error. */
const failSafe =
  'Something failed here. If you may be in danger, call your emergency number now; if not, talk to a clinician today.'

/** Seconds, when what the server needs does not answer. */
const askAgainAfter = 5

const HealthBody = v.strictObject({ status: v.literal('ok'), version: v.string() })
const ReadyBody = v.strictObject({ status: v.literal('ready') })

/** The Hono app: call `fetch` or `request` on it, or serve it. */
export function createServer(deps: ServerDeps): Hono {
  const server = new Hono()
  const work = deps.work ?? workInThreads()
  server.use('/assets/*', mayCompile)
  server.use(mayListen)
  server.use(securityHeaders(deps.appFolder))
  server.onError((problem, c) => {
    if (problem instanceof HTTPException) {
      if (problem.status === 503) c.header('Retry-After', String(askAgainAfter))
      return c.json({ error: problem.message }, problem.status)
    }
    return c.json({ error: failSafe }, 500)
  })
  server.notFound(c => c.json({ error: `${nothingAt(c)}: see /openapi.json` }, 404))
  const api = new Hono()
  server.use(
    methodNotAllowed({
      app: api,
      onMethodNotAllowed: (c, methods) => {
        const allowed = methods.join(', ')
        return c.json({ error: `${nothingAt(c)}: use ${allowed}` }, 405, { Allow: allowed })
      },
    }),
  )
  for (const paths of ['/api/*', '/sync/logs/*', '/sync/links/*']) {
    server.use(paths, async (c, next) => {
      await next()
      c.header('Cache-Control', 'no-store')
    })
    if (deps.budget) server.use(paths, deps.budget)
  }
  const limited = (maxSize: number, mend: string) =>
    bodyLimit({
      maxSize,
      onError: async c => {
        await discardBody(c.req.raw)
        return c.json({ error: `the body is larger than ${maxSize} bytes: ${mend}` }, 413)
      },
    })
  const limits = { case: limited(mostBytes.case, 'send one case'), trials: limited(mostBytes.trials, 'send one trial') }
  server.use('/sync/logs/*', limited(mostBytes.sync, 'send fewer envelopes at once'))
  server.use('/sync/links/*', limited(mostBytes.sync, 'share less'))
  server.use('/api/*', (c, next) => limits[c.req.path.startsWith('/api/trials/') ? 'trials' : 'case'](c, next))
  if (deps.mcp !== undefined) {
    server.use('/mcp', limits.trials)
    if (deps.budget) server.use('/mcp', deps.budget)
    server.route('/mcp', mcpRoutes({ ...deps, isLocal: deps.mcp === 'local' }, work))
  }
  server.route('/', llmsRoutes(deps))
  const { knowledgeFile } = deps
  if (knowledgeFile !== undefined) {
    const signed = readFileSync(knowledgeFile, 'utf8')
    server.get('/knowledge/signed.json', compress(), c => c.body(signed, 200, { 'Content-Type': 'application/json' }))
  }
  api.get('/healthz', describeRoute({ summary: 'Is it alive', responses: { 200: answers('It is', HealthBody) } }), c =>
    c.json({ status: 'ok', version: deps.version }),
  )
  api.get(
    '/readyz',
    describeRoute({
      summary: 'Can it answer everything',
      responses: { 200: answers('It can', ReadyBody), 503: refuses('Its threads or its database do not answer') },
    }),
    async c => {
      if (!(await work.isReady()))
        return c.json(
          { error: 'the threads for long work do not answer: look whether worker.js is beside main.js' },
          503,
        )
      const isKept = await deps.sync?.store.check().then(
        () => true,
        () => false,
      )
      if (isKept === false)
        return c.json({ error: 'the database of sync does not answer: look whether it runs and has room' }, 503)
      return c.json({ status: 'ready' })
    },
  )
  api.route('/api/triage', triageRoutes())
  api.route('/api/plan', planRoutes(deps))
  api.route('/api/course', courseRoutes(deps))
  api.route('/api/causes', causeRoutes())
  api.route('/api/medicines', medicineRoutes(work))
  api.route('/api/claims', claimRoutes(deps, work))
  api.route('/api/products', productRoutes(deps))
  api.route('/api/hydration', hydrationRoutes(deps))
  api.route('/api/professionals', professionalRoutes(deps))
  api.route('/api/exercises', exerciseRoutes())
  api.route('/api/form', formRoutes(deps))
  api.route('/api/trials', trialsRoutes(work))
  api.route('/api/foods', foodsRoutes(work))
  api.route('/api/menu', menuRoutes(work))
  if (deps.sync) withSync(api, deps.sync)
  for (const path of ['/openapi.json', '/docs/*'])
    api.use(path, compress(), etag({ weak: true }), async (c, next) => {
      await next()
      c.header('Cache-Control', 'no-cache')
    })
  api.get(
    '/openapi.json',
    openAPIRouteHandler(api, {
      documentation: {
        info: {
          title: 'Unknot',
          version: deps.version,
          description:
            'Screens a back spasm or muscle cramp for danger, then guides the right next step. Not a medical device; not reviewed by a clinician.',
          license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
        },
        ...(deps.sync ? { components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } } } : {}),
      },
    }),
  )
  api.route(
    '/docs',
    docsRoutes(async () => (await api.request('/openapi.json')).json()),
  )
  server.route('/', api)
  if (deps.appFolder !== undefined) server.route('/', appFiles(deps.appFolder))
  return server
}

/** The sealed logs, and the numbers for who runs the server. */
function withSync(api: Hono, sync: SyncService): void {
  api.use('/sync/logs/*', async (c, next) => {
    await next()
    const [, , , , operation = 'log'] = c.req.path.split('/')
    sync.counts.answered(/^(log|events|ids|readers|drop|changes)$/.test(operation) ? operation : 'other', c.res.status)
  })
  api.use('/sync/links/*', async (c, next) => {
    await next()
    sync.counts.answered('link', c.res.status)
  })
  api.route('/sync/logs', syncRoutes(sync))
  api.route('/sync/links', linkRoutes(sync.links))
  api.get(
    '/metrics',
    describeRoute({
      summary: 'Numbers of sync in the text format of Prometheus; none of a person',
      responses: { 200: { description: 'The numbers', content: { 'text/plain': {} } } },
    }),
    c => c.body(sync.counts.text(), 200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' }),
  )
}

/** Not decoded, because a decoded path could contain a line break. */
function nothingAt(c: Context): string {
  const { pathname } = new URL(c.req.url)
  const place = pathname.length > 60 ? `${pathname.slice(0, 57)}...` : pathname
  return `nothing at ${c.req.method} ${place}`
}
