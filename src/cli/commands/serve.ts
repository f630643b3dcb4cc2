/** `unknot serve`: the app and its API on this machine. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { Command, InvalidArgumentError, Option } from 'commander'
import { CannotStart } from '../../server/sync/cannot-start.ts'
import type { SyncPlace, SyncService } from '../../server/sync/service.ts'
import { BadInput } from '../input.ts'
import { today } from '../today.ts'
import { trusted } from './knowledge.ts'

/** The built command is dist/cli/main.js with the app in dist/app; the second path is for running from the sources. */
const appFolders = ['../app', '../../../dist/app'].map(place => fileURLToPath(new URL(place, import.meta.url)))

/** A client that sends slower than this is disconnected. Milliseconds. */
const patience = { headersTimeout: 10_000, requestTimeout: 30_000 }
const stopWithinMilliseconds = 3000

export const serveCommand = (version: string): Command =>
  new Command('serve')
    .description('Serves the app and its API. Logs no request, and stores nothing but the sealed diaries of --sync.')
    .addOption(new Option('--port <number>', 'where to listen').env('PORT').argParser(port).default(8787))
    .addOption(new Option('--host <name>', 'which address to listen on').env('HOST').default('127.0.0.1'))
    .option('--behind-proxy', 'tell clients apart by the last address of X-Forwarded-For')
    .option('--knowledge <file>', 'signed knowledge that is newer than this build (see docs/signed-knowledge.md)')
    .option('--trust <line>', 'the key that signed it, as unknot knowledge keygen printed it', trusted)
    .option('--mcp', 'offer the tools for assistants at /mcp (see docs/mcp.md)')
    .option('--sync', 'keep sealed diaries, so that devices can share one; it cannot read them')
    .option('--data <folder>', 'for --sync: where its database is', 'unknot-data')
    .addOption(
      new Option('--database-url <url>', 'for --sync: a PostgreSQL database in place of the folder').env(
        'DATABASE_URL',
      ),
    )
    .addHelpText(
      'after',
      `
Examples:
  unknot serve --port 9000             then open http://localhost:9000; the API is described at /openapi.json
  unknot serve --sync --data ./sync    devices share a diary through this machine; docs/operations.md says more

Where others than this machine can reach it, each client has a budget of requests a minute.`,
    )
    .action(async (options: ServeOptions) => {
      const { port: at, host, behindProxy, mcp, knowledge, trust, sync: isSynced, data, databaseUrl } = options
      // Loaded only here, so that other commands start faster and smaller.
      const { budgetPerClient, connectedAddress, forwardedAddress } = await import('../../server/budget.ts')
      const { knowledgeFor } = await import('../../server/knowledge-file.ts')
      delete process.env[knowledgeFor.file]
      if (knowledge !== undefined) await takeNewer(knowledge, trust)
      // After that, because some of its modules index their tables when they load.
      const { createServer } = await import('../../server/server.ts')
      const appFolder = appFolders.find(folder => existsSync(`${folder}/index.html`))
      const isShared = behindProxy || !isThisMachine(host)
      const place = databaseUrl === undefined ? { folder: data } : { databaseUrl }
      const sync = isSynced ? await opened(place) : undefined
      const app = createServer({
        version,
        today,
        ...(appFolder === undefined ? {} : { appFolder }),
        ...(knowledge === undefined ? {} : { knowledgeFile: knowledge }),
        ...(mcp ? { mcp: isShared ? 'shared' : 'local' } : {}),
        ...(sync === undefined ? {} : { sync }),
        ...(isShared ? { budget: budgetPerClient(behindProxy ? forwardedAddress : connectedAddress) } : {}),
      })
      await listen(app.fetch, at, host, sync)
      console.log(`Unknot is at http://${host === '127.0.0.1' ? 'localhost' : host}:${at}`)
      if (sync)
        console.log(
          `Sync is on: sealed diaries are kept in ${databaseUrl === undefined ? data : 'the database of DATABASE_URL'}.`,
        )
      if (appFolder === undefined) console.log('The app is not built (npm run build): only the API is served.')
    })

interface ServeOptions {
  readonly port: number
  readonly host: string
  readonly behindProxy?: true
  readonly mcp?: true
  readonly knowledge?: string
  readonly trust?: string
  readonly sync?: true
  readonly data: string
  readonly databaseUrl?: string
}

/** Called before the first request. The threads read the file again, from the variables set here. */
async function takeNewer(file: string, trust = ''): Promise<void> {
  const { knowledgeFor, takeKnowledge } = await import('../../server/knowledge-file.ts')
  const found = await takeKnowledge(file, trust)
  if (!found.ok) throw new BadInput(`${file}: ${found.error}`)
  process.env[knowledgeFor.file] = resolve(file)
  process.env[knowledgeFor.trust] = trust
  console.log(`Knowledge of ${found.after.compiled}, signed on ${found.content.made}`)
}

/** Without sync, its code is not loaded. */
async function opened(place: SyncPlace): Promise<SyncService> {
  const { openSync } = await import('../../server/sync/service.ts')
  try {
    return await openSync(place)
  } catch (problem) {
    throw problem instanceof CannotStart ? new BadInput(problem.message) : problem
  }
}

const isThisMachine = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.')

/**
 * Resolves when the server listens. A port in use prints one line and exits with 2. SIGTERM and SIGINT let open answers
 * finish, then stop.
 */
function listen(
  fetch: Parameters<typeof serve>[0]['fetch'],
  port: number,
  hostname: string,
  sync: SyncService | undefined,
): Promise<void> {
  return new Promise(listening => {
    const server = serve({ fetch, port, hostname, serverOptions: patience }, () => listening())
    server.on('error', (problem: NodeJS.ErrnoException) => {
      console.error(`unknot: ${whyNot(problem, port, hostname)}`)
      process.exit(2)
    })
    const stop = () => {
      sync?.stopStreams()
      server.close(() => void (sync?.close() ?? Promise.resolve()).finally(() => process.exit(0)))
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
