/** `GET /llms.txt` and `GET /llms-full.txt`: the knowledge as text for language models. */
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { llmsFullText, llmsText } from '../../mcp/llms.ts'

export function llmsRoutes({ today }: { readonly today: () => string }): Hono {
  const routes = new Hono()
  routes.use(compress(), etag({ weak: true }), async (c, next) => {
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
