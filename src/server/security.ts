/** What a browser may do with our pages: load from here, and from nowhere else. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { secureHeaders } from 'hono/secure-headers'

const self = ["'self'"]
const none = ["'none'"]

/** The headers of every answer. The scripts written in the app's page run too, each named by its hash. */
export const securityHeaders = (appFolder?: string) => secureHeaders(headers(appFolder ? writtenIn(appFolder) : []))

const headers = (scripts: string[]): Parameters<typeof secureHeaders>[0] => ({
  contentSecurityPolicy: {
    defaultSrc: none,
    scriptSrc: [...self, ...scripts],
    styleSrc: self,
    imgSrc: [...self, 'data:', 'blob:'],
    fontSrc: self,
    connectSrc: self,
    manifestSrc: self,
    workerSrc: self,
    baseUri: none,
    formAction: none,
    frameAncestors: none,
  },
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
