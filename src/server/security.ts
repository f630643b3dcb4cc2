/** What a browser may do with the pages: load from this server only. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'

const self = ["'self'"]
const none = ["'none'"]

/** The headers of every response. The inline scripts of the app's page are allowed by their hashes. */
export const securityHeaders = (appFolder?: string) => secureHeaders(headers(appFolder ? writtenIn(appFolder) : []))

/** Only the worker that makes menus may compile WebAssembly. A worker uses the policy of its own response. */
export const mayCompile = createMiddleware(async (c, next) => {
  await next()
  if (/^\/assets\/food\.worker-[\w-]+\.js$/.test(c.req.path))
    c.header(
      'Content-Security-Policy',
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
    )
})

/** Only pages of the app may use the microphone, for spoken words in a session; the documentation of the API may not. */
export const mayListen = createMiddleware(async (c, next) => {
  await next()
  const isPage = c.res.headers.get('Content-Type')?.startsWith('text/html') && !/^\/docs(\/|$)/.test(c.req.path)
  const policy = c.res.headers.get('Permissions-Policy')
  if (isPage && policy) c.header('Permissions-Policy', policy.replace('microphone=()', 'microphone=(self)'))
})

const headers = (scripts: string[]): Parameters<typeof secureHeaders>[0] => ({
  contentSecurityPolicy: {
    defaultSrc: none,
    scriptSrc: [...self, ...scripts],
    styleSrc: self,
    imgSrc: [...self, 'data:', 'blob:'],
    fontSrc: self,
    connectSrc: self,
    // Only a silence that the app makes itself, for the keys of a headset.
    mediaSrc: ['blob:'],
    manifestSrc: self,
    workerSrc: self,
    baseUri: none,
    formAction: none,
    frameAncestors: none,
    // Text never becomes markup, and only workers of the build start: src/app/shell/trusted-scripts.ts.
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: ['default'],
  },
  crossOriginEmbedderPolicy: 'require-corp',
  crossOriginOpenerPolicy: 'same-origin',
  crossOriginResourcePolicy: 'same-origin',
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  strictTransportSecurity: false,
  permissionsPolicy: {
    camera: [],
    microphone: [],
    geolocation: [],
    payment: [],
    usb: [],
    screenWakeLock: ['self'],
  },
})

function writtenIn(folder: string): string[] {
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  return [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  )
}
