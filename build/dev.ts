/**
 * Serves the app from its sources with hot reload, and the API beside it, which restarts when its sources change. A
 * change of the knowledge is built at once; an error in it is shown, and the last good build stays in use.
 */
import { connect } from 'node:net'
import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { createServer, type ViteDevServer } from 'vite'
import { bundleWorker } from './command.ts'
import { freePort } from './free-port.ts'
import { runToItsEnd } from './run-to-its-end.ts'

/** Paths that the API answers; everything else is the app. */
const ofApi = ['/api', '/sync/logs', '/openapi.json', '/docs', '/healthz']

const { values } = parseArgs({ options: { port: { type: 'string', default: '5173' } } })

// Not into dist, because its contents are published.
await bundleWorker('.dev/worker.js')
const apiPort = await freePort()
// Its output is hidden: it prints its own port, which serves the last build.
const tsx = ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false']
const api = runToItsEnd(process.execPath, [...tsx, 'src/cli/main.ts', 'serve', '--port', String(apiPort)], 'errorsOnly')
const server = await createServer({
  server: {
    port: Number(values.port),
    proxy: Object.fromEntries(ofApi.map(path => [path, `http://127.0.0.1:${apiPort}`])),
  },
})
watchKnowledge(server)
await Promise.race([untilTaken(apiPort), api])
await server.listen()
server.printUrls()
console.log('  The API answers at the same address: see /docs.')
process.exitCode = await api
await server.close()

/** Resolves when the port accepts connections. */
async function untilTaken(port: number): Promise<void> {
  const isTaken = () =>
    new Promise<boolean>(done => {
      const socket = connect(port, '127.0.0.1')
      socket.once('connect', () => {
        socket.destroy()
        done(true)
      })
      socket.once('error', () => done(false))
    })
  while (!(await isTaken())) await wait(100)
}

/** Its output files are sources, so the app and the API notice the change. */
function watchKnowledge({ watcher }: ViteDevServer): void {
  const folder = resolve('knowledge')
  let isBuilding = false
  let isStale = false
  const build = async () => {
    isStale = true
    if (isBuilding) return
    isBuilding = true
    while (isStale) {
      isStale = false
      await runToItsEnd(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'build/knowledge.ts'])
    }
    isBuilding = false
  }
  watcher.add(folder)
  watcher.on('all', (_, file) => {
    if (file.startsWith(folder)) void build()
  })
}
