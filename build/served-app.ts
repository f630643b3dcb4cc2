/** Serves the built app with the built command in a separate process. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { endWithParent } from './end-with-parent-flags.ts'
import { freePort } from './free-port.ts'

export interface ServedApp {
  /** With a trailing slash. */
  readonly address: string
  readonly stop: () => Promise<void>
}

/** Serves the last build, or that of another command, until it is stopped or this process exits. */
export async function serveApp(command = 'dist/cli/main.js'): Promise<ServedApp> {
  const port = await freePort()
  const server = spawn(process.execPath, [...endWithParent, command, 'serve', '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await Promise.race([once(server.stdout, 'data'), once(server, 'exit')])
  if (server.exitCode !== null) throw new Error('unknot serve does not start: was it built (npm run build)?')
  return {
    address: `http://localhost:${port}/`,
    stop: async () => {
      const ended = once(server, 'exit')
      server.kill('SIGTERM')
      await ended
    },
  }
}
