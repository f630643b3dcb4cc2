/** Things that people buy, or have at home: drawn from the same rounded hulls and colours as the body and its props. */
import { chain, hull } from './geometry.ts'
import { type Shape, shape } from './shape.ts'

/** The drawings, by the id of the kind; the last two cost nothing. */
export const things = [
  'heat-pad',
  'self-massage-tool',
  'foam-roller',
  'massager',
  'belt',
  'nerve-stimulator',
  'hot-water-bottle',
  'ball',
] as const
export type Thing = (typeof things)[number]

const near = 'var(--fig-near)'
const body = 'var(--fig-body)'
const far = 'var(--fig-far)'
const strap = 'var(--fig-strap)'
const edge = 'var(--fig-prop-edge)'
const paper = 'var(--fig-paper)'
const warm = 'var(--fig-glow)'

/** A picture 60 wide and 44 high. `title` is read by a screen reader; without one the picture is decoration. */
export function drawThing(thing: Thing, title?: string): Shape {
  return shape(
    'svg',
    {
      viewBox: '0 -44 60 44',
      ...(title === undefined ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': title }),
    },
    [ground, ...drawings[thing]],
  )
}

const solid = (d: string, fill: string, more: Shape['attributes'] = {}): Shape => shape('path', { d, fill, ...more })
const stroke = (d: string, colour: string, width: number, more: Shape['attributes'] = {}): Shape =>
  shape('path', {
    d,
    fill: 'none',
    stroke: colour,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    ...more,
  })
const dot = (x: number, y: number, r: number, fill: string): Shape => shape('circle', { cx: x, cy: -y, r, fill })

const ground = solid(
  hull([
    [[7, 3], 0.7],
    [[53, 3], 0.7],
  ]),
  edge,
)

/** The corners of a cushion. */
const cushion = (left: number, right: number, low: number, high: number, radius: number): string =>
  hull([
    [[left, low], radius],
    [[right, low], radius],
    [[right - 1, high], radius],
    [[left + 1, high], radius],
  ])

const drawings: Readonly<Record<Thing, readonly Shape[]>> = {
  'heat-pad': [
    stroke('M46 -12C54 -12 55 -20 52 -26', far, 1.4),
    solid(cushion(10, 41, 9, 29, 5), strap),
    stroke('M17 -7V-31M25.500 -6V-32M34 -7V-31', paper, 1, { opacity: 0.55 }),
    stroke('M20 -38c-2 -1.500 2 -2.500 0 -4M28 -38c-2 -1.500 2 -2.500 0 -4M36 -38c-2 -1.500 2 -2.500 0 -4', warm, 1.8),
    solid(
      hull([
        [[51, 28], 2.6],
        [[52.5, 35], 2.6],
      ]),
      near,
    ),
    dot(52.2, 33, 1, paper),
  ],
  'self-massage-tool': [
    stroke('M14 -8C14 -20 24 -22 32 -22C42 -22 47 -28 45 -35C43 -41 34 -41 31 -36', strap, 4),
    dot(14, 7, 3.4, near),
    dot(31, 35.5, 3.2, near),
    dot(22, 24.5, 2.6, near),
    dot(41, 21, 2.6, near),
    stroke('M14 -15H20', strap, 3.4),
    dot(20.5, 15, 2.6, near),
  ],
  'foam-roller': [
    solid(
      hull([
        [[16, 15], 11],
        [[44, 15], 11],
      ]),
      strap,
    ),
    dot(44, 15, 10.9, body),
    dot(44, 15, 6.4, paper),
    dot(44, 15, 5.4, far),
    stroke('M12 -23H31M9.500 -18.500H30M8.500 -14H29M9.500 -9.500H30M17 -5.500V-24.500M24 -5V-25', paper, 1, {
      opacity: 0.6,
    }),
  ],
  massager: [
    solid(
      chain([
        [[26, 7.5], 4],
        [[29, 20], 3.6],
        [[30, 28], 4.4],
      ]),
      strap,
    ),
    solid(
      hull([
        [[22, 31], 5.6],
        [[37, 31], 5],
      ]),
      near,
    ),
    stroke('M42 -31H47', far, 3),
    dot(50, 31, 4.6, body),
    dot(22, 31, 2, paper),
    stroke('M54 -38l2 -2M56.500 -31H58.500M54 -24l2 2', warm, 1.6),
  ],
  belt: [
    stroke('M12 -24C12 -33 48 -33 48 -24', far, 7),
    stroke('M12 -24C12 -9 48 -9 48 -24', strap, 10),
    solid(cushion(27, 33, 11, 16, 3.4), near),
    stroke('M17.500 -21V-14M42.500 -21V-14', paper, 1.2, { opacity: 0.6 }),
  ],
  'nerve-stimulator': [
    solid(cushion(12, 22, 10, 28, 3.6), near),
    solid(cushion(13.5, 20.5, 22, 27, 1.2), paper, { opacity: 0.85 }),
    dot(17, 13.5, 2.2, strap),
    stroke('M17 -32C17 -40 30 -40 34 -34S42 -30 43 -31M17 -32C20 -36 30 -30 32 -20S40 -12 43 -13', far, 1.3),
    solid(cushion(41, 49, 28, 34, 3), strap),
    solid(cushion(41, 49, 10, 16, 3), strap),
  ],
  'hot-water-bottle': [
    solid(
      hull([
        [[20, 11], 6.5],
        [[40, 11], 6.5],
        [[38, 26], 6],
        [[22, 26], 6],
      ]),
      strap,
    ),
    solid(
      hull([
        [[30, 30], 4.4],
        [[30, 36], 3],
      ]),
      strap,
    ),
    solid(
      hull([
        [[27, 39], 1.8],
        [[33, 39], 1.8],
      ]),
      near,
    ),
    stroke('M23 -9V-26M30 -8V-27M37 -9V-26', paper, 1, { opacity: 0.55 }),
  ],
  ball: [
    dot(30, 18, 13.8, strap),
    stroke('M20 -28C26 -23 26 -12 20 -8M40 -28C34 -23 34 -12 40 -8', paper, 1.6, { opacity: 0.85 }),
  ],
}
