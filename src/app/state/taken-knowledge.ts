/** Whether this browser took newer knowledge from a file, and of which day: read before anything of it is opened. */
import { readText } from './local-storage.ts'

const key = 'unknot-knowledge'

/** Two days, YYYY-MM-DD. */
export interface TakenDates {
  readonly signedOn: string
  /** Of the newest entry. */
  readonly compiled: string
}

/** Undefined while the knowledge that came with the app is used. */
export function takenDates(): TakenDates | undefined {
  const [, signedOn, compiled] = /^(\S{10}) (\S{10})$/.exec(readText(key) ?? '') ?? []
  return signedOn === undefined || compiled === undefined ? undefined : { signedOn, compiled }
}

export const noteTaken = ({ signedOn, compiled }: TakenDates): void =>
  localStorage.setItem(key, `${signedOn} ${compiled}`)

export const noteForgotten = (): void => localStorage.removeItem(key)
