/** Records something, says that it is kept, and offers the way back. */
import type { EventBody } from '../../diary/event.ts'
import { record, strikeOut } from '../state/store.ts'
import { sayKept } from '../ui/say-kept.ts'

export function keep(text: string, body: EventBody): void {
  const event = record(body)
  void sayKept(text, () => void strikeOut(event))
}
