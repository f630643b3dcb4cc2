/** `GET /llms.txt` and `GET /llms-full.txt`: the knowledge as text for language models. */
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { llmsFullText, llmsText } from '../../mcp/llms.ts'

export function llmsRoutes({ today }: { readonly today: () => string }): Hono {
  const routes = new Hono()
  // By path: this app is mounted at the root, where a bare `use` would hold back the streams of sync until their end.
  for (const path of ['/llms.txt', '/llms-full.txt'])
    routes.use(path, compress(), etag({ weak: true }), async (c, next) => {
      await next()
      c.header('Cache-Control', 'no-cache')
    })
  let full = { of: '', text: '' }
  routes.get('/llms.txt', c => c.text(llmsText()))
  routes.get('/llms-full.txt', c => {
    // It changes with the day, when an entry passes its review date.
    if (full.of !== today()) full = { of: today(), text: llmsFullText(today()) }
    return c.text(full.text)
  })
  return routes
}
