/**
 * The body map: the standing mannequin from the front or the back, with each part as a named button.
 *
 * Drawn on a grid of CSS pixels (228 x 478): at that size or larger every part has a tap target of at least 44 pixels.
 * Parts on the middle line are chosen as a whole level; left, middle or right is asked on the same screen.
 */
import type { Region, Side } from '../knowledge/vocabulary.ts'
import { type MapPart, type MapView, mapParts, scenery } from './body-map-parts.ts'
import { short } from './geometry.ts'
import { type Shape, shape } from './shape.ts'

export interface MapButton {
  readonly region: Region
  /** The person's own left or right; undefined for a level, for which the side is asked next. */
  readonly side: Side | undefined
  /** The label for screen readers. */
  readonly name: string
  /** The area that can be tapped, in the map's pixels: x, y, width, height. */
  readonly target: readonly [number, number, number, number]
  readonly isChosen: boolean
  readonly shapes: readonly Shape[]
}

export interface BodyMap {
  readonly viewBox: string
  readonly name: string
  /** Parts that cannot be chosen: head, chest, upper arms, knees. */
  readonly scenery: readonly Shape[]
  readonly buttons: readonly MapButton[]
}

const mapSize = { width: 228, height: 478 } as const

/** `chosen` is a region with its side, if known. */
export function bodyMap(view: MapView, chosen?: { readonly region: Region; readonly side?: Side }): BodyMap {
  const buttons = mapParts[view].flatMap(part =>
    part.isLevel
      ? [button(part, undefined, false, chosen)]
      : sidesOf(view).map(([side, flip]) => button(part, side, flip, chosen)),
  )
  return {
    viewBox: `${-mapSize.width / 2} 0 ${mapSize.width} ${mapSize.height}`,
    name: `Body, ${view}`,
    scenery: scenery(view),
    buttons,
  }
}

/**
 * From the front, the person's left is on the viewer's right. Shapes are defined for the viewer's right half and
 * flipped for the other.
 */
const sidesOf = (view: MapView): readonly (readonly [Side, boolean])[] =>
  view === 'front'
    ? [
        ['right', true],
        ['left', false],
      ]
    : [
        ['left', true],
        ['right', false],
      ]

function button(
  part: MapPart,
  side: Side | undefined,
  flip: boolean,
  chosen: Parameters<typeof bodyMap>[1],
): MapButton {
  const [x, y, width, height] = part.target
  const target = [flip ? -x - width : x, y, width, height] as const
  const isChosen = chosen?.region === part.region && (side === undefined || chosen.side === side)
  const transform = flip ? { transform: 'scale(-1 1)' } : {}
  const drawn = ['gap', 'part', 'ring'].map(name => shape('path', { class: name, d: part.path, ...transform }))
  const [markX, markY] = part.mark
  const at = `${short(flip ? -markX - 4 : markX - 4)} ${short(markY)}`
  return {
    region: part.region,
    side,
    name: `${part.region.charAt(0).toUpperCase()}${part.region.slice(1)}${side === undefined ? '' : `, ${side}`}`,
    target,
    isChosen,
    shapes: [
      shape('rect', { class: 'target', x: target[0], y, width, height }),
      ...drawn,
      ...(isChosen ? [shape('path', { class: 'tick', d: `M${at}l3 3.2l5.4 -6.4` })] : []),
    ],
  }
}
