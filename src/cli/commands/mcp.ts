/** `unknot mcp`: the check and the other engines for assistants, over standard input and output. */
import { randomUUID } from 'node:crypto'
import { Command } from 'commander'
import { today } from '../today.ts'

/** A menu stops its search after this, as it does over HTTP. */
const seconds = 10

export const mcpCommand = (version: string): Command =>
  new Command('mcp')
    .description('Serves an assistant over stdio (Model Context Protocol). It asks before it advises. Stores nothing.')
    .addHelpText(
      'after',
      `
Example of an assistant's settings:
  {"mcpServers":{"unknot":{"command":"npx","args":["unknot","mcp"]}}}

See docs/mcp.md. Over HTTP: unknot serve --mcp`,
    )
    .action(async () => {
      // Loaded only here, so that other commands start faster.
      const { serveStdio } = await import('@modelcontextprotocol/server/stdio')
      const { checksInMemory } = await import('../../mcp/checks.ts')
      const { createMcpServer } = await import('../../mcp/server.ts')
      const { runTask } = await import('../../server/tasks/tasks.ts')
      const checks = checksInMemory(Date.now, randomUUID)
      serveStdio(() =>
        createMcpServer({
          version,
          today,
          checks,
          run: async (task, input) => {
            const { status, json } = await runTask(task, input, { seconds, onBetter: () => undefined })
            return status === 200
              ? { ok: true, json }
              : { ok: false, error: (JSON.parse(json) as { error: string }).error }
          },
        }),
      )
    })
