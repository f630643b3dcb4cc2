/** The shape of a tool of the MCP server. */
import type * as v from 'valibot'
import type { Checks } from './checks.ts'

export interface Tool {
  readonly name: string
  readonly title: string
  /** For the host: when to call it, and what it answers. */
  readonly description: string
  /** The shape of its arguments. */
  readonly input: v.GenericSchema
  /** The shape only documents what the engine reads and refuses. */
  readonly engineReads?: true
  readonly run: (input: Readonly<Record<string, unknown>>, context: ToolContext) => ToolResult | Promise<ToolResult>
}

export type ToolResult =
  | {
      readonly kind: 'answer'
      /** For the host and its person. */
      readonly text: string
      /** The same for a program. */
      readonly data: Readonly<Record<string, unknown>>
    }
  /** One line: what, where, how to mend. */
  | { readonly kind: 'error'; readonly error: string }

/** The tasks that `run` of `ToolContext` knows: work that may take long, done where the host wants it. */
export type ToolTask = 'medicine' | 'claims' | 'foods' | 'rich-foods' | 'menu' | 'trial-design' | 'trial-analysis'

export interface ToolContext {
  readonly checks: Checks
  /** YYYY-MM-DD. */
  readonly today: string
  /** Runs a task with its input as text; gives JSON, or one line of error. */
  readonly run: (
    task: ToolTask,
    input: string,
    signal: AbortSignal,
  ) => Promise<{ readonly ok: true; readonly json: string } | { readonly ok: false; readonly error: string }>
  readonly signal: AbortSignal
}

export const refuse = (error: string): ToolResult => ({ kind: 'error', error })
