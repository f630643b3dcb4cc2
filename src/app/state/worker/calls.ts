/** What the page and a worker say to each other: a call, news while it is worked on, and one answer or problem. */

/** A task takes what the page gives and, where it has news before the answer, a function that tells it. */
export type Task = (...given: never) => unknown

export type GivenTo<Of> = Of extends Task ? Parameters<Of>[0] : never
export type NewsOf<Of> = Of extends Task ? (Parameters<Of>[1] extends (news: infer News) => void ? News : never) : never
export type AnswerOf<Of> = Of extends Task ? Awaited<ReturnType<Of>> : never

export interface Call {
  readonly number: number
  readonly task: string
  readonly given: unknown
}

/** `problem` has the name and the message of what was thrown: an error of the browser does not cross whole. */
export type Reply = { readonly number: number } & (
  | { readonly news: unknown }
  | { readonly answer: unknown }
  | { readonly problem: { readonly name: string; readonly message: string } }
)
