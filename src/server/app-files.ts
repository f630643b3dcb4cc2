/**
 * Serves the built app: hashed files are cached forever, everything else is revalidated; unknown paths open the app.
 */
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'

const checkedAgain = etag()

export function appFiles(folder: string): Hono {
  const files = new Hono()
  files.use(async (c, next) => {
    const isHashed = c.req.path.startsWith('/assets/')
    const failed = isHashed ? await next() : await checkedAgain(c, next)
    c.header('Cache-Control', isHashed && c.res.ok ? 'public, max-age=31536000, immutable' : 'no-cache')
    // Also set on uncompressed responses, so that a cache does not give those to every client.
    if (isPacked(c.res.headers.get('Content-Type'))) c.header('Vary', 'Accept-Encoding')
    return failed
  })
  // A build from source has compressed copies beside its files; the published package has none.
  files.use(compress())
  files.get('*', serveStatic({ root: folder, precompressed: true }))
  files.get('*', async (c, next) => {
    const isPlace = !/^\/(api|sync\/(logs|links))\//.test(c.req.path) && !/\.[a-z0-9]+$/i.test(c.req.path)
    return isPlace ? serveStatic({ root: folder, path: 'index.html', precompressed: true })(c, next) : next()
  })
  return files
}

/** Does the build have compressed copies of such files? */
const isPacked = (type: string | null): boolean => /html|javascript|css|json|svg|wasm/.test(type ?? '')
