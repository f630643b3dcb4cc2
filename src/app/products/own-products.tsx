/** The person's own products: typed in, or read from a saved page or a table on the device. Kept in the diary. */
import { useState } from 'preact/hooks'
import { type OwnProduct, type Parsed, products, readCsv, readShopPage } from '../../library/products.ts'
import { remedies } from '../plan/door.ts'
import { settings } from '../state/settings.ts'
import { diary, newId, record } from '../state/store.ts'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { toast } from '../ui/toast.tsx'

const words = {
  title: 'Add your own',
  lead: 'Type it in, or pick a page you saved from a shop, or a CSV file. Nothing is fetched.',
  name: 'Name',
  remedy: 'Used for',
  stars: 'Stars of 5',
  reviews: 'Number of reviews',
  heat: { metric: 'Hottest setting in °C', imperial: 'Hottest setting in °F' },
  minutes: 'Longest time in minutes',
  length: { metric: 'Length in cm', imperial: 'Length in inches' },
  width: { metric: 'Width in cm', imperial: 'Width in inches' },
  weight: { metric: 'Weight in kg', imperial: 'Weight in pounds' },
  add: 'Add it',
  file: 'Saved page or CSV file',
  yours: 'Yours',
  remove: 'Remove',
  removed: 'Removed.',
  added: (count: number) => (count === 1 ? 'Added.' : `${count} added.`),
  noName: 'Give it a name.',
  large: 'The file is larger than 20 MB. Save the page as “HTML only”.',
  encoding: 'The file is not UTF-8. Save it again as UTF-8.',
}

const served = [...new Set(Object.values(products).flatMap(({ remedy }) => (remedy ? [remedy] : [])))]
const mostBytes = 20_000_000
const empty = { name: '', stars: '', reviews: '', heat: '', minutes: '', length: '', width: '', weight: '' }
const columns = {
  metric: ['max-c', 'length-cm', 'width-cm', 'weight-kg'],
  imperial: ['max-f', 'length-in', 'width-in', 'weight-lb'],
} as const

export function OwnProducts() {
  const [form, setForm] = useState(empty)
  const [remedy, setRemedy] = useState('heat')
  const [said, setSaid] = useState<readonly string[]>([])
  const { units } = settings.value
  const accept = (parsed: Parsed) => {
    if (!parsed.ok) return setSaid([parsed.error])
    for (const product of parsed.products) keep(product, remedy)
    setSaid([...parsed.notes, words.added(parsed.products.length)])
  }
  const addTyped = () => {
    if (form.name.trim() === '') return setSaid([words.noName])
    const { name, stars, reviews, heat, minutes, length, width, weight } = form
    const cells = [name, remedy, stars, reviews, minutes, heat, length, width, weight]
    const parsed = readCsv([['name', 'remedy', 'stars', 'reviews', 'max-minutes', ...columns[units]], cells], served)
    // There is one row, and nobody typed its number.
    accept(parsed.ok ? parsed : { ...parsed, error: parsed.error.replace(/^line 2: /, '') })
    if (parsed.ok) setForm(empty)
  }
  const addFile = async (file: File | undefined) => {
    if (file) accept(await read(file))
  }
  const field = (key: keyof typeof empty, label: string, kind: 'text' | 'decimal' = 'decimal') => (
    <Field
      label={label}
      class="text"
      inputMode={kind}
      value={form[key]}
      onType={text => setForm({ ...form, [key]: text })}
    />
  )
  return (
    <details class="fold">
      <summary>
        <h2>{words.title}</h2>
        <Icon name="next" />
      </summary>
      <div class="stack gap-4">
        <p class="quiet">{words.lead}</p>
        <div class="own-form">
          {field('name', words.name, 'text')}
          <label class="field">
            <span>{words.remedy}</span>
            <select value={remedy} onChange={event => setRemedy(event.currentTarget.value)}>
              {served.map(id => (
                <option key={id} value={id}>
                  {remedies[id]?.name ?? id}
                </option>
              ))}
            </select>
          </label>
          {field('stars', words.stars)}
          {field('reviews', words.reviews)}
          {field('heat', words.heat[units])}
          {field('minutes', words.minutes)}
          {field('length', words.length[units])}
          {field('width', words.width[units])}
          {field('weight', words.weight[units])}
        </div>
        <button type="button" class="btn big" onClick={addTyped}>
          {words.add}
        </button>
        <label class="field">
          <span>{words.file}</span>
          <input
            type="file"
            class="text"
            accept=".html,.htm,.csv,text/html,text/csv"
            onChange={event => {
              const { currentTarget } = event
              void addFile(currentTarget.files?.[0]).then(() => {
                currentTarget.value = ''
              })
            }}
          />
        </label>
        <div role="status">
          {said.map(line => (
            <p key={line}>{line}</p>
          ))}
        </div>
        {diary.value.products.length > 0 && (
          <>
            <h3>{words.yours}</h3>
            <ul class="entry-list">
              {diary.value.products.map(({ id, name, event }) => (
                <li key={id} class="row between">
                  <span>{name}</span>
                  <button type="button" class="btn plain" onClick={() => remove(event)}>
                    {words.remove}
                    <span class="hide"> {name}</span>
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </details>
  )
}

function keep({ rating, name, remedy, ...limits }: OwnProduct, chosen: string): void {
  record({ type: 'product-added', product: newId(), name, remedy: remedy ?? chosen, ...limits, ...(rating ?? {}) })
}

function remove(event: string): void {
  const strike = record({ type: 'struck-out', events: [event] })
  toast.value = { text: words.removed, undo: () => void record({ type: 'struck-out', events: [strike.id] }) }
}

/** The parsers come only when a file is picked. */
async function read(file: File): Promise<Parsed> {
  if (file.size > mostBytes) return { ok: false, error: words.large }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    return { ok: false, error: words.encoding }
  }
  if (/\.csv$/i.test(file.name)) {
    const { default: papa } = await import('papaparse')
    return readCsv(papa.parse<string[]>(text).data, served)
  }
  const { parseDocument } = await import('htmlparser2')
  return readShopPage(text, parseDocument)
}
