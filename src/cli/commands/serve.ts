/** `unknot serve`: the app and its API on this machine. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { Command, InvalidArgumentError } from 'commander'
import { createServer } from '../../server/server.ts'
import { today } from '../today.ts'

/** Built, the command lies at dist/cli/main.js and the app beside it in dist/app; from the sources it is found there too. */
const appFolders = ['../app', '../../../dist/app'].map(place => fileURLToPath(new URL(place, import.meta.url)))

/** A client that sends slower than this is let go. Milliseconds. */
const patience = { headersTimeout: 10_000, requestTimeout: 30_000 }
const stopWithinMilliseconds = 3000

export const serveCommand = (version: string): Command =>
  new Command('serve')
    .description('Serves the app and its API. Stores nothing and logs no request.')
    .option('--port <number>', 'where to listen', port, 8787)
    .option('--host <name>', 'which address to listen on', '127.0.0.1')
    .addHelpText(
      'after',
      `
Example:
  unknot serve --port 9000             then open http://localhost:9000; the API is described at /openapi.json`,
    )
    .action(async ({ port: at, host }: { readonly port: number; readonly host: string }) => {
      const appFolder = appFolders.find(folder => existsSync(`${folder}/index.html`))
      const app = createServer({ version, today, ...(appFolder === undefined ? {} : { appFolder }) })
      await listen(app.fetch, at, host)
      console.log(`Unknot is at http://${host === '127.0.0.1' ? 'localhost' : host}:${at}`)
      if (appFolder === undefined) console.log('The app is not built (npm run build): only the API is served.')
    })

/** Resolves when it listens; a taken port is one line and ends with 2. SIGTERM and SIGINT let answers finish, then stop. */
function listen(fetch: Parameters<typeof serve>[0]['fetch'], port: number, hostname: string): Promise<void> {
  return new Promise(resolve => {
    const server = serve({ fetch, port, hostname, serverOptions: patience }, () => resolve())
    server.on('error', (problem: NodeJS.ErrnoException) => {
      console.error(`unknot: ${whyNot(problem, port, hostname)}`)
      process.exit(2)
    })
    const stop = () => {
      server.close(() => process.exit(0))
      if ('closeIdleConnections' in server) server.closeIdleConnections()
      setTimeout(() => process.exit(0), stopWithinMilliseconds).unref()
    }
    process.once('SIGTERM', stop)
    process.once('SIGINT', stop)
  })
}

function whyNot({ code, message }: NodeJS.ErrnoException, port: number, host: string): string {
  if (code === 'EADDRINUSE') return `port ${port} is in use: choose another with --port`
  if (code === 'EACCES') return `port ${port} is not allowed here: choose one above 1023 with --port`
  if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL')
    return `${host} is no address of this machine: choose another with --host`
  return message
}

function port(text: string): number {
  const value = Number(text)
  if (Number.isInteger(value) && value > 0 && value < 65_536) return value
  throw new InvalidArgumentError('Give a port from 1 to 65535.')
}
