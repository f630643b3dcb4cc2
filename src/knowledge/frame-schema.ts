/** The shape of the drawn frames of an exercise. */
import * as v from 'valibot'

const Point = v.tuple([v.number(), v.number()])
const Limb = (first: string, second: string, third: string) =>
  v.strictObject({
    [first]: v.number(),
    [second]: v.number(),
    [third]: v.number(),
    scale: v.optional(v.tuple([v.number(), v.number()])),
  })
const Arm = Limb('upperArm', 'forearm', 'hand')
const Leg = Limb('thigh', 'shank', 'foot')

const Angles = v.strictObject({
  lowerTrunk: v.number(),
  upperTrunk: v.number(),
  head: v.number(),
  armN: v.optional(Arm),
  armF: v.optional(Arm),
  legN: v.optional(Leg),
  legF: v.optional(Leg),
  shoulderScale: v.optional(v.number()),
  hipScale: v.optional(v.number()),
})

const Prop = v.variant('kind', [
  v.strictObject({ kind: v.literal('floor') }),
  v.strictObject({ kind: v.literal('wall'), x: v.number() }),
  v.strictObject({ kind: v.literal('chair'), x: v.number() }),
  v.strictObject({ kind: v.literal('box'), x: v.number(), y: v.number(), w: v.number(), h: v.number() }),
  v.strictObject({ kind: v.literal('stool'), x: v.number(), y: v.number(), w: v.number() }),
  v.strictObject({ kind: v.literal('line'), a: Point, b: Point }),
  v.strictObject({ kind: v.literal('strap'), from: v.string(), to: v.string() }),
  v.strictObject({ kind: v.literal('roll'), x: v.number(), y: v.number(), r: v.number() }),
  v.strictObject({
    kind: v.literal('pillow'),
    x: v.number(),
    y: v.number(),
    w: v.number(),
    h: v.number(),
    turn: v.optional(v.number()),
  }),
])

/** The frames of one exercise; see `src/figure/frame.ts` for what the numbers mean. */
export const FrameSet = v.strictObject({
  view: v.picklist(['side', 'front', 'top', 'topside']),
  zones: v.array(v.string()),
  both: v.optional(v.boolean()),
  props: v.array(Prop),
  frames: v.pipe(
    v.array(
      v.strictObject({
        label: v.string(),
        cue: v.string(),
        angles: Angles,
        hip: Point,
        points: v.optional(v.record(v.string(), Point)),
      }),
    ),
    v.minLength(2),
  ),
})
