/** Serves the built app: hashed files for ever, everything else checked again; unknown places open the app. */
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

export function appFiles(folder: string): Hono {
  const files = new Hono()
  files.use(async (c, next) => {
    await next()
    const forEver = c.req.path.startsWith('/assets/') && c.res.ok
    c.header('Cache-Control', forEver ? 'public, max-age=31536000, immutable' : 'no-cache')
  })
  files.get('*', serveStatic({ root: folder, precompressed: true }))
  files.get('*', async (c, next) => {
    const isPlace = !c.req.path.startsWith('/api/') && !/\.[a-z0-9]+$/i.test(c.req.path)
    return isPlace ? serveStatic({ root: folder, path: 'index.html', precompressed: true })(c, next) : next()
  })
  return files
}
