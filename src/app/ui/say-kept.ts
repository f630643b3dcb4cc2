/** Says that something is stored, when every copy has it. If one has not, the storage notice says so instead. */
import { written } from '../state/log.ts'
import { toast } from './toast.tsx'

export async function sayKept(text: string, undo: () => void): Promise<void> {
  if ((await written()) === undefined) toast.value = { text, undo }
}
