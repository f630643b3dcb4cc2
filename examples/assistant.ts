/**
 * A host of the MCP server without a language model: it reads each question of the check to you, and then shows the plan.
 * Run `npx tsx examples/assistant.ts`; with `--nothing` it answers "no" to everything by itself.
 */
import { createInterface } from 'node:readline/promises'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'

interface Question {
  readonly statements: readonly { readonly id: string; readonly text: string; readonly lines?: readonly string[] }[]
  readonly details: readonly { readonly id: string; readonly text: string }[]
}

const answersNo = process.argv.includes('--nothing')
const typed = createInterface({ input: process.stdin, output: process.stdout })
const client = new Client({ name: 'unknot-example', version: '1.0.0' })
const [command = 'unknot', ...args] = (process.env.UNKNOT ?? 'npx tsx src/cli/main.ts').split(' ')
await client.connect(new StdioClientTransport({ command, args: [...args, 'mcp'] }))

let told = await call('check', { complaint: 'back', region: 'low back', side: 'middle' })
while (told.status === 'ask') told = await call('check', { check: told.check, answers: await answersTo(told.ask) })
console.log(`\n${told.text}`)
console.log(`\n${(await call('plan', { check: told.check })).text}`)
typed.close()
await client.close()

interface Told {
  readonly status: string
  readonly check: string
  readonly ask: Question
  readonly text: string
}

async function call(name: string, input: Readonly<Record<string, unknown>>): Promise<Told> {
  const { structuredContent, content } = await client.callTool({ name, arguments: input })
  const text = content.map(part => (part.type === 'text' ? part.text : '')).join('\n')
  return { ...(structuredContent as unknown as Told), text }
}

async function answersTo({ statements, details }: Question): Promise<Record<string, string | number>> {
  const answers: Record<string, string | number> = {}
  for (const { id, text, lines = [] } of statements) answers[id] = await ask([text, ...lines].join('\n  '), 'no')
  for (const { id, text } of details)
    answers[id] = id === 'sex' ? await ask(text, 'undisclosed') : Number(await ask(text, '40'))
  return answers
}

async function ask(text: string, otherwise: string): Promise<string> {
  if (!answersNo) return (await typed.question(`${text}\n[yes, no, unsure; Enter is ${otherwise}] `)) || otherwise
  console.log(`${text}\n> ${otherwise}`)
  return otherwise
}
