/**
 * The body map: the mannequin standing, seen from the front or the back, each part a button with a name.
 *
 * Drawn on a grid of CSS pixels (228 x 478): at that size or larger every part can be tapped with 44 pixels to spare.
 * Parts on the middle line are chosen as a whole level; left, middle or right is asked on the same screen.
 */
import type { Region, Side } from '../knowledge/vocabulary.ts'
import { type MapPart, type MapView, mapParts, scenery } from './body-map-parts.ts'
import { short } from './geometry.ts'
import { type Shape, shape } from './shape.ts'

export interface MapButton {
  readonly region: Region
  /** The person's own left or right; undefined for a level, whose side is asked next. */
  readonly side: Side | undefined
  /** What a screen reader says. */
  readonly name: string
  /** The area that can be tapped, in the map's pixels: x, y, width, height. */
  readonly target: readonly [number, number, number, number]
  readonly isChosen: boolean
  readonly shapes: readonly Shape[]
}

export interface BodyMap {
  readonly viewBox: string
  readonly name: string
  /** What cannot be chosen: head, chest, upper arms, knees. */
  readonly scenery: readonly Shape[]
  readonly buttons: readonly MapButton[]
}

const mapSize = { width: 228, height: 478 } as const

/** `chosen` is a region with its side, where one is known. */
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

/** Seen from the front the person's left is on our right. Shapes are written for our right half and flipped for the other. */
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
