/**
 * A posed body as shapes: props, the far limbs, trunk, neck, head, the near limbs. Near parts have a halo in the colour
 * of the paper, so that overlapping limbs are readable. Parts that rest on the ground are flattened by it.
 */
import { type Box, boxOf } from './box.ts'
import { isFlat, type Pose, type Prop } from './frame.ts'
import { short, xy } from './geometry.ts'
import { type Glow, glowsOf, type Parts } from './glow.ts'
import { headOf } from './head.ts'
import { layersOf, type Paint } from './layers.ts'
import { armOf, legOf } from './limbs.ts'
import { propsOf } from './props.ts'
import { type Shape, shape } from './shape.ts'
import { groundLevel } from './skeleton.ts'
import { trunkOf } from './trunk.ts'

export interface PoseOptions {
  /** Unique on the page: the prefix for the ids of gradients and clips. */
  readonly id: string
  readonly title: string
  readonly zones: readonly string[]
  readonly props: readonly Prop[]
  readonly both?: boolean | undefined
  readonly box?: Box
  /** A close-up has a frame, so that limbs may leave it. */
  readonly isCloseUp?: boolean
  /** Drawn over everything. */
  readonly arrows?: readonly Shape[]
}

/** The SVG of one pose. Colours come from the page's `--fig-...` properties. */
export function poseFigure(
  pose: Pose,
  { id, title, zones, props, both, box = boxOf([pose], props), isCloseUp = false, arrows = [] }: PoseOptions,
): Shape {
  const { points, view, angles } = pose
  const facing = view === 'topside' ? -1 : 1
  const onFloor = props.some(({ kind }) => kind === 'floor')
  const head = headOf(points, view, facing, onFloor, angles.headUp, pose.face)
  const trunk = trunkOf(points, view, facing, angles)
  const parts: Parts = {
    trunk: { ...trunk, path: trunk.path + head.neck },
    legs: {
      N: legOf(points, 'N', view, facing, angles.legN?.toes),
      F: legOf(points, 'F', view, facing, angles.legF?.toes),
    },
    arms: { N: armOf(points, 'N', angles.armN), F: armOf(points, 'F', angles.armF) },
  }
  const glows = glowsOf(zones, parts, view, both)
  const paint: Paint = (part, path, colour, haloWidth) =>
    path === undefined
      ? []
      : painted(
          id,
          part,
          path,
          colour,
          haloWidth,
          glows.filter(glow => glow.part === part),
        )

  const layers = layersOf(pose, parts, paint, haloWidth => [
    flesh(head.path, 'body', haloWidth),
    flesh(head.hair, 'hair', 0),
  ])
  const trunkGlows = glows.filter(({ part }) => part === 'trunk')
  const shinesThrough = !isFlat(view) && trunkGlows.length > 0 && parts.arms.N !== undefined
  const { behind, before } = propsOf(props, points, view, box)
  return shape(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: [box.x, -box.y - box.height, box.width, box.height].map(short).join(' '),
      role: 'img',
      'aria-label': title,
    },
    [
      shape('defs', {}, [
        glowGradient(id),
        ...(onFloor ? [clip(`${id}-ground`, [aboveGround(box)])] : []),
        ...(isCloseUp ? [clip(`${id}-edge`, [edgeOf(box)])] : []),
        ...(shinesThrough && parts.arms.N ? [clip(`${id}-over`, [shape('path', { d: parts.arms.N.path })])] : []),
      ]),
      shape('g', isCloseUp ? { 'clip-path': `url(#${id}-edge)` } : {}, [
        ...behind,
        shape('g', onFloor ? { 'clip-path': `url(#${id}-ground)` } : {}, [
          ...layers,
          ...(shinesThrough ? [throughArm(id, trunkGlows)] : []),
        ]),
        ...before,
      ]),
      ...(isCloseUp ? [edgeOf(box)] : []),
      ...arrows,
    ],
  )
}

function painted(
  id: string,
  part: string,
  path: string,
  colour: string,
  haloWidth: number,
  glows: readonly Glow[],
): readonly Shape[] {
  const own = flesh(path, colour, haloWidth)
  if (glows.length === 0) return [own]
  const lit = shape(
    'g',
    { 'clip-path': `url(#${id}-${part})` },
    glows.map(glow => ellipse(id, glow)),
  )
  return [own, clip(`${id}-${part}`, [shape('path', { d: path })]), lit]
}

const flesh = (d: string, colour: string, haloWidth: number): Shape =>
  shape('path', {
    d,
    fill: `var(--fig-${colour})`,
    ...(haloWidth > 0 ? { stroke: 'var(--fig-paper)', 'stroke-width': haloWidth, 'paint-order': 'stroke' } : {}),
  })

const ellipse = (id: string, { rx, ry, at, along }: Glow): Shape =>
  shape('ellipse', {
    rx: short(rx),
    ry: short(ry),
    transform: `translate(${xy(at)}) rotate(${short(-along)})`,
    fill: `url(#${id}-glow)`,
  })

/** A highlight of the trunk shows through the near arm that covers it. */
const throughArm = (id: string, glows: readonly Glow[]): Shape =>
  shape('g', { 'clip-path': `url(#${id}-trunk)`, opacity: 0.6 }, [
    shape(
      'g',
      { 'clip-path': `url(#${id}-over)` },
      glows.map(glow => ellipse(id, glow)),
    ),
  ])

const clip = (id: string, children: readonly Shape[]): Shape => shape('clipPath', { id }, children)

const glowGradient = (id: string): Shape =>
  shape('radialGradient', { id: `${id}-glow` }, [
    shape('stop', { offset: 0.45, 'stop-color': 'var(--fig-glow)' }),
    shape('stop', { offset: 1, 'stop-color': 'var(--fig-glow)', 'stop-opacity': 0 }),
  ])

/** The frame of a close-up: limbs leave the picture there. */
function edgeOf({ x, y, width, height }: Box): Shape {
  const thick = width / 100
  return shape('rect', {
    x: short(x),
    y: short(-y - height),
    width: short(width),
    height: short(height),
    rx: short(4 * thick),
    fill: 'none',
    stroke: 'var(--fig-prop-edge)',
    'stroke-width': short(thick),
  })
}

const aboveGround = ({ x, y, width, height }: Box): Shape =>
  shape('rect', { x: short(x), y: short(-y - height), width: short(width), height: short(y + height - groundLevel) })
