/**
 * The server: the built app and the same engine over HTTP. It stores nothing and logs no request, because what people
 * send here is about their bodies.
 */
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { openAPIRouteHandler } from 'hono-openapi'
import { appFiles } from './app-files.ts'
import { causeRoutes } from './routes/causes.ts'
import { exerciseRoutes } from './routes/exercises.ts'
import { medicineRoutes } from './routes/medicines.ts'
import { planRoutes } from './routes/plan.ts'
import { triageRoutes } from './routes/triage.ts'
import { securityHeaders } from './security.ts'

export interface ServerDeps {
  readonly version: string
  /** The folder of the built app; without it only the API is served. */
  readonly appFolder?: string
  /** Today as YYYY-MM-DD: past-review content is withheld by it. */
  readonly today: () => string
}

const mostBytes = 64 * 1024

/** The app of Hono: call `fetch` or `request` on it, or serve it. */
export function createServer(deps: ServerDeps): Hono {
  const server = new Hono()
  server.use(securityHeaders(deps.appFolder))
  server.onError((problem, c) => {
    if (problem instanceof HTTPException) return c.json({ error: problem.message }, problem.status)
    return c.json({ error: 'Something failed here. If you may be in danger, call your emergency number now.' }, 500)
  })
  server.notFound(c => c.json({ error: `nothing at ${c.req.method} ${c.req.path}: see /openapi.json` }, 404))
  server.use(
    '/api/*',
    bodyLimit({
      maxSize: mostBytes,
      onError: c => c.json({ error: `the body is larger than ${mostBytes} bytes: send one case` }, 413),
    }),
  )
  server.get('/healthz', c => c.json({ status: 'ok', version: deps.version }))
  server.route('/api/triage', triageRoutes())
  server.route('/api/plan', planRoutes(deps))
  server.route('/api/causes', causeRoutes())
  server.route('/api/medicines', medicineRoutes())
  server.route('/api/exercises', exerciseRoutes())
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
  if (deps.appFolder !== undefined) server.route('/', appFiles(deps.appFolder))
  return server
}
