/** Says that something is kept, once every copy has it. Where one has not, the notice of the storage says so instead. */
import { written } from '../state/log.ts'
import { toast } from './toast.tsx'

export async function sayKept(text: string, undo: () => void): Promise<void> {
  if ((await written()) === undefined) toast.value = { text, undo }
}
