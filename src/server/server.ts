/**
 * The server: the built app and the same engine over HTTP. It stores nothing and logs no request, because what people
 * send here is about their bodies.
 */
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { describeRoute, openAPIRouteHandler } from 'hono-openapi'
import * as v from 'valibot'
import { appFiles } from './app-files.ts'
import { answers, discardBody } from './body.ts'
import type { MenuLimits } from './menu-threads.ts'
import { causeRoutes } from './routes/causes.ts'
import { claimRoutes } from './routes/claims.ts'
import { docsRoutes } from './routes/docs.ts'
import { exerciseRoutes } from './routes/exercises.ts'
import { medicineRoutes } from './routes/medicines.ts'
import { foodsRoutes, menuRoutes } from './routes/nutrition.ts'
import { planRoutes } from './routes/plan.ts'
import { productRoutes } from './routes/products.ts'
import { triageRoutes } from './routes/triage.ts'
import { mostTrialBytes, trialsRoutes } from './routes/trials.ts'
import { mayCompile, securityHeaders } from './security.ts'

export interface ServerDeps {
  readonly version: string
  /** The folder of the built app; without it only the API is served. */
  readonly appFolder?: string
  /** Today as YYYY-MM-DD: past-review content is withheld by it. */
  readonly today: () => string
  /** How menus are made; as many as the machine bears when left out. */
  readonly menus?: MenuLimits
}

/** The largest body of a route; of every other the first. */
const mostBytes = { case: 64 * 1024, trials: mostTrialBytes }

/** A bug must never look like an all-clear: it sends people to help, and says nothing about itself. */
const failSafe =
  'Something failed here. If you may be in danger, call your emergency number now; if not, talk to a clinician today.'

const HealthBody = v.strictObject({ status: v.literal('ok'), version: v.string() })

/** The app of Hono: call `fetch` or `request` on it, or serve it. */
export function createServer(deps: ServerDeps): Hono {
  const server = new Hono()
  server.use('/assets/*', mayCompile)
  server.use(securityHeaders(deps.appFolder))
  server.onError((problem, c) => {
    if (problem instanceof HTTPException) return c.json({ error: problem.message }, problem.status)
    return c.json({ error: failSafe }, 500)
  })
  server.notFound(c => {
    // As it was sent: decoded, it could hold the end of a line.
    const { pathname } = new URL(c.req.url)
    const place = pathname.length > 60 ? `${pathname.slice(0, 57)}...` : pathname
    return c.json({ error: `nothing at ${c.req.method} ${place}: see /openapi.json` }, 404)
  })
  server.use('/api/*', async (c, next) => {
    await next()
    c.header('Cache-Control', 'no-store')
  })
  const limited = (maxSize: number, mend: string) =>
    bodyLimit({
      maxSize,
      onError: async c => {
        await discardBody(c.req.raw)
        return c.json({ error: `the body is larger than ${maxSize} bytes: ${mend}` }, 413)
      },
    })
  const limits = { case: limited(mostBytes.case, 'send one case'), trials: limited(mostBytes.trials, 'send one trial') }
  server.use('/api/*', (c, next) => limits[c.req.path.startsWith('/api/trials/') ? 'trials' : 'case'](c, next))
  server.get(
    '/healthz',
    describeRoute({ summary: 'Is it alive', responses: { 200: answers('It is', HealthBody) } }),
    c => c.json({ status: 'ok', version: deps.version }),
  )
  server.route('/api/triage', triageRoutes())
  server.route('/api/plan', planRoutes(deps))
  server.route('/api/causes', causeRoutes())
  server.route('/api/medicines', medicineRoutes())
  server.route('/api/claims', claimRoutes(deps))
  server.route('/api/products', productRoutes(deps))
  server.route('/api/exercises', exerciseRoutes())
  server.route('/api/trials', trialsRoutes())
  server.route('/api/foods', foodsRoutes())
  server.route('/api/menu', menuRoutes(deps.menus))
  server.get(
    '/openapi.json',
    openAPIRouteHandler(server, {
      documentation: {
        info: {
          title: 'Unknot',
          version: deps.version,
          description:
            'Screens a back spasm or muscle cramp for danger, then guides the right next step. Not a medical device; not reviewed by a clinician.',
          license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
        },
      },
    }),
  )
  server.route(
    '/docs',
    docsRoutes(async () => (await server.request('/openapi.json')).json()),
  )
  if (deps.appFolder !== undefined) server.route('/', appFiles(deps.appFolder))
  return server
}
