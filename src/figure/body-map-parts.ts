/** The parts of the body map, defined for the right half of the picture and mirrored for the left. */
import type { Region } from '../knowledge/vocabulary.ts'
import { along, closed, mirrored, outline } from './body-outline.ts'
import type { Point } from './frame.ts'
import { type Circle, hull } from './geometry.ts'
import { type Shape, shape } from './shape.ts'

export type MapView = 'front' | 'back'

export interface MapPart {
  readonly region: Region
  /** A level crosses the middle line and is one button; other parts have one button per side. */
  readonly isLevel: boolean
  readonly path: string
  readonly target: readonly [x: number, y: number, width: number, height: number]
  /** The position of the tick. */
  readonly mark: Point
}

const { trunk, legOutside, legInside } = outline

/** Parts end this far inside the outline, so that the pale gap between two parts is even. */
const inset = 1.2

const level = (region: Region, path: string, target: MapPart['target'], mark: Point): MapPart => ({
  region,
  isLevel: true,
  path,
  target,
  mark,
})
const limb = (region: Region, path: string, target: MapPart['target'], mark: Point): MapPart => ({
  region,
  isLevel: false,
  path,
  target,
  mark,
})

/** A band across the trunk. */
function across(top: number, bottom: number): string {
  const right = along(trunk, top, bottom, inset)
  return closed(right, mirrored(right))
}

/** A piece of the leg between two heights. */
function leg(top: number, bottom: number): string {
  const inside = along(legInside, top, bottom, -inset)
  return closed(along(legOutside, top, bottom, inset), inside.toReversed())
}

/** In the map y grows downwards, in the model upwards. */
const hullDown = (circles: readonly Circle[]): string =>
  hull(circles.map(([[x, y], radius]): Circle => [[x, -y], radius]))

/** Consecutive hulls in one path, for a tapering limb. */
const taper = (circles: readonly Circle[]): string =>
  circles
    .slice(1)
    .map((circle, index) => hullDown([circles[index] ?? circle, circle]))
    .join('')

const neck = level('neck', across(65, 83), [-22, 40, 44, 44], [0, 73])
const forearm = limb(
  'forearm',
  taper([
    [[67.6, 186], 8],
    [[71.4, 201], 8.4],
    [[77.8, 232], 5.4],
  ]),
  [54, 182, 48, 56],
  [71.5, 203],
)
const hand = limb(
  'hand',
  taper([
    [[79.6, 243.5], 5.2],
    [[82.6, 255], 6.6],
    [[85.8, 269], 4],
  ]) +
    hullDown([
      [[76.8, 247], 2.8],
      [[72, 260], 2.4],
    ]),
  [67, 239, 46, 46],
  [82.4, 255],
)

/** The ribs end in an arch and the abdomen begins below it; the legs begin below the groin. */
const arch: readonly Point[] = [
  [27, 175],
  [15, 168],
  [6, 159],
  [0, 152],
]
const groin: readonly Point[] = [
  [31, 236],
  [15, 249],
  [6, 254.6],
  [0, 256],
]
const lower = (points: readonly Point[], by: number): readonly Point[] => points.map(([x, y]) => [x, y + by])

function ribs(): string {
  const right = along(trunk, 129, 178, inset)
  const [corner] = right.slice(-1)
  return closed(right, [...(corner ? [corner] : []), ...arch], mirrored(arch), mirrored(right))
}

function abdomen(): string {
  const right = along(trunk, 183, 226, inset)
  const top = lower(arch, 5)
  return closed(mirrored(top).toReversed(), top.toReversed(), right, groin, mirrored(groin), mirrored(right))
}

function buttock(): string {
  const right = along(trunk, 217, 252, inset)
  const [corner] = right.slice(-1)
  const fold: readonly Point[] = [
    [40.6, 260],
    [33, 265.6],
    [22, 267],
    [11, 264.6],
    [4.4, 259],
    [2, 251],
  ]
  return closed(
    right,
    [...(corner ? [corner] : []), ...fold],
    [
      [2, 251],
      [2, 217],
    ],
  )
}

function hamstring(): string {
  const outside = along(legOutside, 265, 341, inset)
  const inside = along(legInside, 268, 341, -inset)
  return closed(outside, inside.toReversed(), [[4.2, 266], [11, 269.8], [22, 272], [34, 270.2], ...outside.slice(0, 1)])
}

/** The line between the front of the thigh and its inside. */
const seam: readonly Point[] = [
  [17.6, 252.4],
  [21, 274],
  [22, 300],
  [21.6, 324],
  [20.6, 341],
]
const aside = (points: readonly Point[], by: number): readonly Point[] => points.map(([x, y]) => [x + by, y])

function frontThigh(): string {
  const outside = along(legOutside, 230.5, 341, inset)
  return closed(outside, aside(seam, 2).toReversed(), [[19.6, 250.6], [32, 240.4], ...outside.slice(0, 1)])
}

/** The two inner thighs are one level, because they are too close together for separate taps. */
function innerThigh(): string {
  const outside = aside(seam, -2)
  const inside = along(legInside, 262, 341, -inset)
  const top: readonly Point[] = [
    [3.8, 260.4],
    [8, 258.6],
    [15.6, 253.6],
  ]
  return (
    closed(outside, inside.toReversed(), top) + closed(mirrored(top), mirrored(inside.toReversed()), mirrored(outside))
  )
}

const footFront = closed(
  [
    [16.6, 449.5],
    [25.4, 449.5],
  ],
  [
    [25.4, 449.5],
    [27.6, 455],
    [32, 461],
    [34, 466],
    [31, 469.6],
    [24, 470.6],
    [18, 469.6],
    [15.6, 465],
    [15.6, 457],
    [16.6, 449.5],
  ],
)
const footBack = closed(
  [
    [16.6, 449.5],
    [25.4, 449.5],
  ],
  [
    [25.4, 449.5],
    [27.4, 456],
    [30.4, 463],
    [30, 467.6],
    [24, 469.8],
    [17.6, 468.6],
    [15, 464],
    [15.4, 456],
    [16.6, 449.5],
  ],
)

export const mapParts: Readonly<Record<MapView, readonly MapPart[]>> = {
  front: [
    neck,
    level('ribs', ribs(), [-46, 127, 92, 44], [22, 150]),
    level('abdomen', abdomen(), [-46, 171, 92, 62], [0, 205]),
    forearm,
    hand,
    limb('front thigh', frontThigh(), [22, 238, 44, 105], [32, 288]),
    level('inner thigh', innerThigh(), [-22, 250, 44, 93], [14, 292]),
    limb('shin', leg(374, 444), [1, 370, 49, 54], [23.5, 400]),
    limb('foot', footFront, [1, 424, 53, 50], [24, 459]),
  ],
  back: [
    neck,
    level('upper back', across(87.6, 125), [-46, 84, 92, 44], [0, 107]),
    level('mid back', across(129.6, 169.4), [-46, 128, 92, 44], [0, 150]),
    level('low back', across(174, 212.6), [-46, 172, 92, 44], [0, 193]),
    forearm,
    hand,
    limb('buttock', buttock(), [0, 216, 52, 50], [23, 240]),
    limb('hamstring', hamstring(), [0, 266, 52, 77], [24, 304]),
    limb('calf', leg(374, 444), [1, 370, 49, 54], [23.5, 400]),
    limb('foot', footBack, [1, 424, 53, 50], [23, 459]),
  ],
}

const upperArm = taper([
  [[40.5, 100.2], 12.8],
  [[53, 128], 10],
  [[64.6, 172], 8.2],
])
const head = hullDown([
  [[0, 28], 19.4],
  [[0, 37], 17.6],
  [[0, 46], 13.6],
])
const hairFront = 'M-20 27A20 20 0 0 1 20 27C16.6 17.6 7 13.4 -1.5 13.8C-9.6 14.2 -17.4 17.6 -20 27Z'
const hairBack = hullDown([
  [[0, 27.8], 20],
  [[0, 36.4], 18.2],
  [[0, 42], 15],
])

/** Parts drawn pale because they are not regions. */
export function scenery(view: MapView): readonly Shape[] {
  const pair = (d: string): readonly Shape[] => [
    shape('path', { class: 'inert', d }),
    shape('path', { class: 'inert', d, transform: 'scale(-1 1)' }),
  ]
  return [
    ...pair(upperArm),
    ...pair(leg(345, 370)),
    ...(view === 'front' ? [shape('path', { class: 'inert', d: across(87.6, 124.4) })] : []),
    shape('path', { class: 'inert', d: head }),
    shape('path', { class: 'hair', d: view === 'front' ? hairFront : hairBack }),
  ]
}
