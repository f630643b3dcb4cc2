/** The messages between the page and a worker: a call, news while it runs, and one answer or problem. */

/** A task takes a value from the page and, if it has news before the answer, a function that sends them. */
export type Task = (...given: never) => unknown

export type GivenTo<Of> = Of extends Task ? Parameters<Of>[0] : never
export type NewsOf<Of> = Of extends Task ? (Parameters<Of>[1] extends (news: infer News) => void ? News : never) : never
export type AnswerOf<Of> = Of extends Task ? Awaited<ReturnType<Of>> : never

export interface Call {
  readonly number: number
  readonly task: string
  readonly given: unknown
}

/** `problem` has the name and the message of what was thrown, because an error cannot be sent unchanged. */
export type Reply = { readonly number: number } & (
  | { readonly news: unknown }
  | { readonly answer: unknown }
  | { readonly problem: { readonly name: string; readonly message: string } }
)
