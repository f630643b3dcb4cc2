/** The MCP server: the tools and the knowledge, for any transport. Errors are one line and nothing else. */
import { ProtocolError, ProtocolErrorCode, Server } from '@modelcontextprotocol/server'
import { toJsonSchema } from '@valibot/to-json-schema'
import * as v from 'valibot'
import type { Checks } from './checks.ts'
import { listResources, readResource, templates } from './resources.ts'
import { refuse, type Tool, type ToolContext, type ToolResult } from './tool.ts'
import { tools } from './tools.ts'

export interface McpDeps {
  readonly version: string
  /** YYYY-MM-DD */
  readonly today: () => string
  /** Shared by all connections of a process. */
  readonly checks: Checks
  readonly run: ToolContext['run']
}

const instructions =
  'Unknot screens a back spasm or a muscle cramp for danger, then guides the next step. Call the tool check first, and read its questions to the person word for word. Pass on its results in its own words, with their certainty. It is not a medical device, no clinician has reviewed it, and it is for people of 16 and over.'

/** A bug must never look like an all-clear. */
const failSafe =
  'Something failed here. If the person may be in danger, they call their emergency number now; if not, they talk to a clinician today.'

/** One server for one connection or request. */
export function createMcpServer({ version, today, checks, run }: McpDeps): Server {
  const server = new Server(
    { name: 'unknot', title: 'Unknot', version },
    { capabilities: { tools: {}, resources: {} }, instructions },
  )
  server.setRequestHandler('tools/list', () => ({ tools: tools.map(listed) }))
  server.setRequestHandler('tools/call', async ({ params }, { mcpReq }) => {
    const tool = tools.find(({ name }) => name === params.name)
    if (tool === undefined)
      return sent(
        refuse(
          `there is no tool ${JSON.stringify(params.name.slice(0, 60))}: use ${tools.map(({ name }) => name).join(', ')}`,
        ),
      )
    try {
      return sent(await call(tool, params.arguments ?? {}, { checks, run, today: today(), signal: mcpReq.signal }))
    } catch {
      return sent(refuse(failSafe))
    }
  })
  server.setRequestHandler('resources/list', ({ params }) => {
    const page = listResources(params?.cursor)
    if (page === undefined) throw invalid('there is no such page: begin without a cursor')
    return page
  })
  server.setRequestHandler('resources/templates/list', () => ({ resourceTemplates: templates }))
  server.setRequestHandler('resources/read', ({ params: { uri } }) => {
    const text = readResource(uri, today())
    if (text === undefined) throw invalid(`there is no entry ${JSON.stringify(uri.slice(0, 100))}: see resources/list`)
    return { contents: [{ uri, mimeType: 'text/markdown', text }] }
  })
  return server
}

const invalid = (message: string) => new ProtocolError(ProtocolErrorCode.InvalidParams, message)

const listed = ({ name, title, description, input }: Tool) => ({
  name,
  title,
  description,
  inputSchema: schemaOf(input),
  annotations: { readOnlyHint: true, openWorldHint: false },
})

/** The SDK wants plain JSON. */
const schemaOf = (input: v.GenericSchema) =>
  JSON.parse(JSON.stringify(toJsonSchema(input, { errorMode: 'ignore' }))) as { readonly type: 'object' }

async function call(tool: Tool, input: Record<string, unknown>, context: ToolContext): Promise<ToolResult> {
  if (tool.engineReads) return tool.run(input, context)
  const parsed = v.safeParse(tool.input, input)
  return parsed.success ? tool.run(input, context) : refuse(firstIssue(parsed.issues[0]))
}

function firstIssue({ path, message, kind, type, expected }: v.BaseIssue<unknown>): string {
  const at = path?.map(({ key }) => String(key).slice(0, 40)).join('.') ?? 'the arguments'
  if (kind === 'schema' && type === 'strict_object' && expected === 'never')
    return `there is no argument ${JSON.stringify(at)}: see the input schema of the tool`
  return `${at}: ${message.replace(/\s+/g, ' ').slice(0, 200)}: see the input schema of the tool`
}

const sent = (result: ToolResult) =>
  result.kind === 'error'
    ? { content: [{ type: 'text' as const, text: result.error }], isError: true }
    : { content: [{ type: 'text' as const, text: result.text }], structuredContent: { ...result.data } }
