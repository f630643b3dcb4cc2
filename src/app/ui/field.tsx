/** One line to type in, under its label. */
import type { InputHTMLAttributes, LooseInputHTMLAttributes } from 'preact'

export interface FieldProps extends Omit<LooseInputHTMLAttributes, 'label' | 'onInput'> {
  readonly label: string
  readonly onType: (text: string) => void
}

export function Field({ label, onType, ...input }: FieldProps) {
  // The types of Preact want the kind of an input written out.
  const attributes = { type: 'text', ...input } as InputHTMLAttributes
  return (
    <label class="field">
      <span>{label}</span>
      <input {...attributes} onInput={event => onType(event.currentTarget.value)} />
    </label>
  )
}
