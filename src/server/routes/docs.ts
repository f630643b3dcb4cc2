/** `GET /docs`: the HTTP API for people, rendered from the description in `/openapi.json`. */
import { Hono } from 'hono'
import { html } from 'hono/html'
import { docsStyle } from '../docs-style.ts'
import { type Schema, shapeText } from '../shape-text.ts'

interface Content {
  readonly 'application/json'?: { readonly schema: Schema }
}

interface Operation {
  readonly operationId?: string
  readonly summary?: string
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly schema?: Schema
  }[]
  readonly requestBody?: { readonly content: Content }
  readonly responses?: Readonly<Record<string, { readonly description?: string; readonly content?: Content }>>
}

interface Document {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

/** `description` returns the document of `/openapi.json`. */
export const docsRoutes = (description: () => Promise<unknown>): Hono =>
  new Hono()
    .get('/', async c => c.html(page((await description()) as Document)))
    .get('/style.css', c => c.body(docsStyle, 200, { 'Content-Type': 'text/css; charset=utf-8' }))

const page = ({ info, paths }: Document) => {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${info.title} ${info.version}: HTTP API</title>
<link rel="stylesheet" href="/docs/style.css">
</head>
<body>
<main>
<h1>${info.title} ${info.version}: HTTP API</h1>
<p>${info.description}</p>
<p>Bodies are JSON. A refusal is one line in <code>error</code>: what, where, how to mend it. Nothing that is sent is
logged, and nothing is kept but the sealed events of <code>/sync/logs</code>, where sync is on. For programs: <a href="/openapi.json">/openapi.json</a>.</p>
<pre tabindex="0">curl -s ${'http://localhost:8787'}/api/triage -H 'content-type: application/json' \\
  -d '{"complaint":"back","region":"low back","present":["saddle-numbness"]}'</pre>
<nav aria-label="Routes"><ul>${operations.map(
    ({ path, method }) => html`<li><a href="#${anchor(method, path)}"><b>${method}</b> ${path}</a></li>`,
  )}</ul></nav>
${operations.map(section)}
</main>
</body>
</html>`
}

const anchor = (method: string, path: string): string => `${method}${path}`.toLowerCase().replace(/[^a-z]+/g, '-')

const section = ({ path, method, operation }: { path: string; method: string; operation: Operation }) => html`
<section aria-labelledby="${anchor(method, path)}">
<h2 id="${anchor(method, path)}"><b>${method}</b> ${path}</h2>
<p>${operation.summary}</p>
${(operation.parameters ?? []).map(
  ({ name, in: place, required = false, schema = {} }) =>
    html`<p><code>${name}</code> in the ${place}${required ? '' : ', optional'}: <code>${shapeText(schema)}</code></p>`,
)}
${body('Send', operation.requestBody?.content)}
${Object.entries(operation.responses ?? {}).map(([status, { description, content }]) =>
  body(`${status}: ${description ?? ''}`, content),
)}
</section>`

const body = (title: string, content: Content | undefined) => {
  const schema = content?.['application/json']?.schema
  return schema === undefined
    ? ''
    : html`<details><summary>${title}</summary><pre tabindex="0">${shapeText(schema)}</pre></details>`
}
