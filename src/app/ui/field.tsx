/** A one-line text field with its label. */
import type { InputHTMLAttributes, LooseInputHTMLAttributes } from 'preact'

export interface FieldProps extends Omit<LooseInputHTMLAttributes, 'label' | 'onInput'> {
  readonly label: string
  readonly onType: (text: string) => void
}

export function Field({ label, onType, ...input }: FieldProps) {
  // The types of Preact need a literal for the type of an input.
  const attributes = { type: 'text', ...input } as InputHTMLAttributes
  return (
    <label class="field">
      <span>{label}</span>
      <input {...attributes} onInput={event => onType(event.currentTarget.value)} />
    </label>
  )
}
