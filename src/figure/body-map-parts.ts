/** The parts of the body map: written for the right half of the picture, mirrored for the other. */
import type { Region } from '../knowledge/vocabulary.ts'
import type { Point } from './frame.ts'
import { type Circle, clamp, hull, mix, short } from './geometry.ts'
import { type Shape, shape } from './shape.ts'

export type MapView = 'front' | 'back'

export interface MapPart {
  readonly region: Region
  /** A level lies across the middle line and is one button; the others are one a side. */
  readonly isLevel: boolean
  readonly path: string
  readonly target: readonly [number, number, number, number]
  /** Where the tick stands. */
  readonly mark: Point
}

/** Height and half width of the trunk: the sides of every torso part are cut from this one line. */
const trunkEdge = [
  [57, 14],
  [61, 25],
  [66, 34],
  [74, 39],
  [84, 39.5],
  [94, 37.5],
  [104, 36.3],
  [120, 34.5],
  [136, 32],
  [150, 30.6],
  [164, 31.6],
  [178, 34.8],
  [190, 37.2],
  [204, 38.6],
  [220, 38],
  [233, 35.5],
] as const

function halfWidth(y: number): number {
  const found = trunkEdge.findIndex(([at]) => at > y)
  const index = clamp(found - 1, 0, trunkEdge.length - 2)
  const [low, high] = [trunkEdge[index] ?? [0, 0], trunkEdge[index + 1] ?? [1, 0]]
  return mix(low[1], high[1], clamp((y - low[0]) / (high[0] - low[0]), 0, 1))
}

/** The side of the trunk from one height to another, a little inside its edge. */
function edgeBetween(top: number, bottom: number): readonly Point[] {
  const between = trunkEdge.map(([y]) => y).filter(y => y > top + 2 && y < bottom - 2)
  return [top, ...between, bottom].map(y => [halfWidth(y) - 1, y])
}

const mirrored = (points: readonly Point[]): readonly Point[] => points.toReversed().map(([x, y]) => [-x, y])

/** A smooth line through points (Catmull-Rom as cubic curves). */
function smooth(points: readonly Point[]): string {
  return points
    .slice(1)
    .map((to, index) => {
      const from = points[index] ?? to
      const before = points[index - 1] ?? from
      const after = points[index + 2] ?? to
      const control = [
        [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6],
        [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6],
        to,
      ]
      return `C${control.map(([x = 0, y = 0]) => `${short(x)} ${short(y)}`).join(' ')}`
    })
    .join('')
}

/** A band right across the trunk. */
function across(top: number, bottom: number): string {
  const right = edgeBetween(top, bottom)
  const left = mirrored(right)
  return `M${short(right[0]?.[0] ?? 0)} ${top}${smooth(right)}L${short(left[0]?.[0] ?? 0)} ${bottom}${smooth(left)}Z`
}

/** In the map y grows downwards, in the model upwards. */
const hullDown = (circles: readonly Circle[]): string =>
  hull(circles.map(([[x, y], radius]): Circle => [[x, -y], radius]))

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

const neck = level(
  'neck',
  'M-9 45L9 45C9 50 9.6 52.5 11.5 55.2L-11.5 55.2C-9.6 52.5 -9 50 -9 45Z',
  [-22, 12, 44, 45],
  [0, 50],
)
const forearm = limb(
  'forearm',
  hullDown([
    [[68, 139.5], 7],
    [[72.5, 151], 7.2],
    [[82.5, 179], 4.6],
  ]),
  [54, 136, 46, 48],
  [75, 157],
)
const hand = limb(
  'hand',
  hullDown([
    [[86.2, 190.5], 4.6],
    [[90.2, 202], 5.6],
    [[94.5, 214], 3.2],
  ]) +
    hullDown([
      [[84.5, 193], 2.4],
      [[79.5, 205.5], 2.1],
    ]),
  [66, 184, 46, 46],
  [90, 201],
)

function ribs(): string {
  const right = edgeBetween(103, 148)
  const left = mirrored(right)
  return `M${short(right[0]?.[0] ?? 0)} 103${smooth(right)}C20 143.5 8 138 0 126.5C-8 138 -20 143.5 ${short(left[0]?.[0] ?? 0)} 148${smooth(left)}Z`
}

function abdomen(): string {
  const right = edgeBetween(152, 194)
  const left = mirrored(right)
  return `M0 131.5C9 142 19 147.5 ${short(right[0]?.[0] ?? 0)} 152${smooth(right)}L17 206C11 209.5 5 212.5 0 213C-5 212.5 -11 209.5 -17 206L${short(left[0]?.[0] ?? 0)} 194${smooth(left)}C-19 147.5 -9 142 0 131.5Z`
}

function buttock(): string {
  const right = edgeBetween(191.2, 226)
  return `M2.2 191.2L${short(right[0]?.[0] ?? 0)} 191.2${smooth(right)}C31 235.5 12 237.5 4 230.5C2.6 229 2.2 227 2.2 225Z`
}

const innerThighRight = 'M15.2 211.7L2.6 218C7.5 238 14 254 17.6 265.5L21.4 265.5C20.6 248 18.2 228 15.2 211.7Z'
const innerThighLeft = 'M-15.2 211.7L-2.6 218C-7.5 238 -14 254 -17.6 265.5L-21.4 265.5C-20.6 248 -18.2 228 -15.2 211.7Z'

export const mapParts: Readonly<Record<MapView, readonly MapPart[]>> = {
  front: [
    neck,
    level('ribs', ribs(), [-44, 98, 88, 46], [22, 121]),
    level('abdomen', abdomen(), [-31, 145, 62, 56], [0, 176]),
    forearm,
    hand,
    limb(
      'front thigh',
      'M37 199.5L19 209.5C22 230 24.3 250 25 265.5L38.6 265.5C42.6 245 42 220 37 199.5Z',
      [22, 202, 44, 68],
      [31, 234],
    ),
    level('inner thigh', innerThighRight + innerThighLeft, [-22, 202, 44, 68], [14.5, 234]),
    limb(
      'shin',
      'M20.4 290.6L38.2 290.6C40.4 302 39.6 318 38.6 333.6L30 333.6C26.6 320 20.6 306 20.4 290.6Z',
      [9, 286, 46, 46],
      [31, 306],
    ),
    limb(
      'foot',
      'M30.6 337.6L39 337.6C40.4 344 46 351.5 45.6 357.5C45 362 33 362 31.4 358C30 354 30.8 345 30.6 337.6Z',
      [9, 333, 50, 44],
      [38, 352],
    ),
  ],
  back: [
    neck,
    level('upper back', across(60.5, 98.8), [-44, 57, 88, 44], [0, 82]),
    level('mid back', across(103.2, 142.8), [-44, 101, 88, 44], [0, 123]),
    level('low back', across(147.2, 186.8), [-44, 145, 88, 44], [0, 167]),
    forearm,
    hand,
    limb('buttock', buttock(), [0, 189, 50, 45], [19, 212]),
    limb(
      'hamstring',
      'M5 236.8C15 241.5 28 240 37.6 231.8C41 243 41 256 38.6 265.5L17.6 265.5C14.5 256 9.5 246 5 236.8Z',
      [0, 234, 50, 44],
      [24, 252],
    ),
    limb(
      'calf',
      'M20.2 290.6L38.4 290.6C43 302 40.6 320 38.8 333.6L30.2 333.6C25 322 16.8 306 20.2 290.6Z',
      [9, 286, 46, 46],
      [31, 306],
    ),
    limb(
      'foot',
      'M30.8 337.6L39 337.6C39.6 345 43.4 352 43 357.6C42.4 361.8 32 361.8 31.2 357.6C30.6 353 30.9 345 30.8 337.6Z',
      [9, 333, 50, 44],
      [38, 352],
    ),
  ],
}

const upperArm = hullDown([
  [[46, 76], 9.2],
  [[55.5, 103], 8.2],
  [[64, 126], 7.2],
])
const knee = 'M18 269.5L38.8 269.5C39.6 276 39 282 38.3 286.8L20 286.8C19.6 281 18.8 275 18 269.5Z'
const head = hullDown([
  [[0, 22], 16.8],
  [[0, 30], 15.2],
  [[0, 37], 10.6],
])
const hairFront = 'M-17.2 21A17.2 17.2 0 0 1 17.2 21C14.5 13 6 9.6 -1 10C-8 10.4 -15 13 -17.2 21Z'
const hairBack = hullDown([
  [[0, 21.8], 17.2],
  [[0, 29.6], 15.6],
  [[0, 34.5], 12.2],
])

/** What is drawn pale because it is no region. */
export function scenery(view: MapView): readonly Shape[] {
  const pair = (d: string): readonly Shape[] => [
    shape('path', { class: 'inert', d }),
    shape('path', { class: 'inert', d, transform: 'scale(-1 1)' }),
  ]
  return [
    ...pair(upperArm),
    ...pair(knee),
    ...(view === 'front' ? [shape('path', { class: 'inert', d: across(58.5, 99) })] : []),
    shape('path', { class: 'inert', d: head }),
    shape('path', { class: 'hair', d: view === 'front' ? hairFront : hairBack }),
  ]
}
