/** The body map on screen: parts to tap, and a plain list with the same choices. */
import { signal } from '@preact/signals'
import { useRef, useState } from 'preact/hooks'
import { bodyMap, type MapButton } from '../../figure/body-map.ts'
import type { MapView } from '../../figure/body-map-parts.ts'
import { type Region, regions, type Side } from '../../knowledge/vocabulary.ts'
import { draw } from './drawing.tsx'
import { Icon } from './icon.tsx'

const words = {
  view: 'Which side of the body',
  back: 'Back',
  front: 'Front',
  left: 'Left',
  right: 'Right',
  list: 'Full list',
  listTitle: 'All places',
  close: 'Close',
}

const bothViews: readonly MapView[] = ['back', 'front']

/** A wide screen shows both views. A narrow one contains only the visible view, because each has a hundred shapes. */
const wide = matchMedia('(min-width: 64em)')
const isWide = signal(wide.matches)
wide.addEventListener('change', () => {
  isWide.value = wide.matches
})

export interface BodyMapProps {
  readonly chosen: { readonly region: Region; readonly side?: Side } | undefined
  readonly onChoose: (region: Region, side: Side | undefined) => void
}

export function BodyMap({ chosen, onChoose }: BodyMapProps) {
  const [view, setView] = useState<MapView>('back')
  const list = useRef<HTMLDialogElement>(null)
  return (
    <div class="map-place">
      <div class="map-tools">
        <fieldset class="switch only-narrow">
          <legend class="hide">{words.view}</legend>
          {bothViews.map(each => (
            <label key={each} class={view === each ? 'on' : ''}>
              <input class="hide" type="radio" name="view" checked={view === each} onChange={() => setView(each)} />
              {words[each]}
            </label>
          ))}
        </fieldset>
        <button type="button" class="chip" onClick={() => list.current?.showModal()}>
          <Icon name="list" />
          {words.list}
        </button>
      </div>
      <div class="map">
        {(isWide.value ? bothViews : [view]).map(each => (
          <figure key={each}>
            <Body view={each} chosen={chosen} onChoose={onChoose} />
            <figcaption class="note" aria-hidden="true">
              <span>{each === 'back' ? words.left : words.right}</span>
              <b>{words[each]}</b>
              <span>{each === 'back' ? words.right : words.left}</span>
            </figcaption>
          </figure>
        ))}
      </div>
      <dialog ref={list} class="sheet-dialog" aria-label={words.listTitle}>
        <h2>{words.listTitle}</h2>
        <ul class="place-list">
          {regions.map(region => (
            <li key={region}>
              <button
                type="button"
                class="btn big"
                onClick={() => {
                  list.current?.close()
                  onChoose(region, undefined)
                }}
              >
                {titled(region)}
              </button>
            </li>
          ))}
        </ul>
        <button type="button" class="btn plain" onClick={() => list.current?.close()}>
          {words.close}
        </button>
      </dialog>
    </div>
  )
}

function Body({ view, chosen, onChoose }: BodyMapProps & { readonly view: MapView }) {
  const { viewBox, name, scenery, buttons } = bodyMap(view, chosen)
  const choose = ({ region, side }: MapButton) => onChoose(region, side)
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG cannot be a fieldset
    <svg class="body-map" viewBox={viewBox} role="group" aria-label={name}>
      {scenery.map(draw)}
      {buttons.map(button => (
        // biome-ignore lint/a11y/useSemanticElements: a part of a drawing cannot be a button element
        <g
          key={button.name}
          role="button"
          tabindex={0}
          aria-label={button.name}
          aria-pressed={button.isChosen}
          onClick={() => choose(button)}
          onKeyDown={event => {
            if (event.key !== 'Enter' && event.key !== ' ') return
            event.preventDefault()
            choose(button)
          }}
        >
          {button.shapes.map(draw)}
        </g>
      ))}
    </svg>
  )
}

export const titled = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
