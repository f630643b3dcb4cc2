/**
 * A posed body as shapes: props, the far limbs, trunk, neck, head, the near limbs. Near parts carry a halo in the colour
 * of the paper, so that overlapping limbs read; flesh resting on the ground is flattened by it.
 */
import { type Box, boxOf } from './box.ts'
import { isFlat, type LimbSide, type Pose, type Prop } from './frame.ts'
import { add, clamp, dot, length, right, short, subtract, unit, xy } from './geometry.ts'
import { type Glow, glowsOf, type PartName, type Parts } from './glow.ts'
import { headOf } from './head.ts'
import { type Arm, armOf, type HandShape, legOf } from './limbs.ts'
import { pointOf } from './points.ts'
import { propsOf } from './props.ts'
import { type Shape, shape } from './shape.ts'
import { groundLevel } from './skeleton.ts'
import { trunkOf } from './trunk.ts'

export interface PoseOptions {
  /** Unique on the page: it begins the ids of gradients and clips. */
  readonly id: string
  readonly title: string
  readonly zones: readonly string[]
  readonly props: readonly Prop[]
  readonly both?: boolean
  readonly box?: Box
}

const halo = 1.1

/** The SVG of one pose. Colours come from the page's `--fig-...` properties. */
export function poseFigure(
  pose: Pose,
  { id, title, zones, props, both = false, box = boxOf([pose], props) }: PoseOptions,
): Shape {
  const { points, view, angles } = pose
  const facing = view === 'topside' ? -1 : 1
  const onFloor = props.some(({ kind }) => kind === 'floor')
  const hand = handShape(pose.label)
  const parts: Parts = {
    trunk: trunkOf(points, view, facing, angles),
    legs: { N: legOf(points, 'N', view, facing), F: legOf(points, 'F', view, facing) },
    arms: { N: armOf(points, 'N', hand), F: armOf(points, 'F', hand) },
  }
  const head = headOf(points, view, facing, onFloor)
  const glows = glowsOf(zones, parts, view, both)
  const paint = (part: PartName, path: string | undefined, colour: string, haloWidth: number): readonly Shape[] =>
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

  const neckAndHead = [
    flesh(head.neck, 'body', 0),
    flesh(head.path, 'body', isFlat(view) ? 0.8 : 0),
    flesh(head.hair, 'hair', 0),
  ]
  const layers = isFlat(view)
    ? frontLayers(pose, parts, paint, neckAndHead)
    : [
        ...paint('armF', parts.arms.F?.path, 'far', 0),
        ...paint('legF', parts.legs.F.path, 'far', 0.9),
        ...paint('trunk', parts.trunk.path, 'body', 0),
        ...neckAndHead,
        ...paint('legN', parts.legs.N.path, 'near', halo),
        ...paint('armN', parts.arms.N?.path, 'near', halo),
        ...(isBesideHead(parts.arms.N, pose) ? [flesh(head.path, 'body', 1), flesh(head.hair, 'hair', 0)] : []),
      ]
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
        ...(shinesThrough && parts.arms.N ? [clip(`${id}-over`, [shape('path', { d: parts.arms.N.path })])] : []),
      ]),
      ...behind,
      shape('g', onFloor ? { 'clip-path': `url(#${id}-ground)` } : {}, [
        ...layers,
        ...(shinesThrough ? [throughArm(id, trunkGlows)] : []),
      ]),
      ...before,
    ],
  )
}

/** Arms held aside and straight legs lie behind the trunk; bent legs and arms that cross the body lie before it. */
function frontLayers(
  { points, view }: Pose,
  { legs, arms, trunk }: Parts,
  paint: (part: PartName, path: string | undefined, colour: string, halo: number) => readonly Shape[],
  head: readonly Shape[],
): readonly Shape[] {
  const isRaised = (side: LimbSide) =>
    view === 'top' || pointOf(points, `knee${side}`)[1] > pointOf(points, `hip${side}`)[1] - 16
  const isAside = (side: LimbSide) => {
    const arm = arms[side]
    if (!arm || view !== 'front') return false
    const across = right(unit(subtract(pointOf(points, 'neck'), pointOf(points, 'hip'))))
    const out = (point: Arm['elbow']) => Math.abs(dot(subtract(point, pointOf(points, 'mid')), across))
    return out(arm.elbow) > 11 && out(arm.wrist) > 12
  }
  const leg = (side: LimbSide, when: boolean) =>
    isRaised(side) === when ? paint(`leg${side}`, legs[side].path, 'near', halo) : []
  const arm = (side: LimbSide, when: boolean) =>
    isAside(side) === when ? paint(`arm${side}`, arms[side]?.path, 'near', halo) : []
  return [
    ...arm('F', true),
    ...arm('N', true),
    ...leg('F', false),
    ...leg('N', false),
    ...paint('trunk', trunk.path, 'body', halo),
    ...head,
    ...leg('F', true),
    ...leg('N', true),
    ...arm('F', false),
    ...arm('N', false),
  ]
}

/** Is the near arm raised beside the head? Then the head is drawn again on top of it. */
function isBesideHead(arm: Arm | undefined, { points }: Pose): boolean {
  if (!arm) return false
  const along = subtract(arm.elbow, arm.root)
  const head = pointOf(points, 'head')
  const nearest = clamp(dot(subtract(head, arm.root), along) / length(along) ** 2, 0, 1)
  const up = unit(subtract(pointOf(points, 'neck'), pointOf(points, 'mid')))
  const isUp = dot(along, up) / (length(along) || 1) > 0.75
  return isUp && length(subtract(head, add(arm.root, along, nearest))) < 6
}

const handShape = (label: string): HandShape => (/fist/.test(label) ? 'fist' : /^fan/.test(label) ? 'fan' : 'open')

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

/** A glow of the trunk that the near arm covers shines through it. */
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

const aboveGround = ({ x, y, width, height }: Box): Shape =>
  shape('rect', { x: short(x), y: short(-y - height), width: short(width), height: short(y + height - groundLevel) })
