/** What just happened, with a way to undo it. One message at a time; it stays until the next action. */
import { signal } from '@preact/signals'

export interface Message {
  readonly text: string
  readonly undo?: () => void | Promise<void>
}

export const toast = signal<Message | undefined>(undefined)

const words = { undo: 'Undo', close: 'Close' }

export function Toast() {
  const message = toast.value
  if (!message) return null
  const act = () => {
    void message.undo?.()
    toast.value = undefined
  }
  return (
    <div class="toast-place">
      <div class="toast" role="status">
        <span>{message.text}</span>
        <button type="button" onClick={act}>
          {message.undo ? words.undo : words.close}
        </button>
      </div>
    </div>
  )
}
