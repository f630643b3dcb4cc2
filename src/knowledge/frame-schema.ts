/** The shape of the drawn frames of an exercise. */
import * as v from 'valibot'

const Point = v.tuple([v.number(), v.number()])
const degrees = v.optional(v.number())
const scale = v.optional(v.tuple([v.number(), v.number()]))
const Arm = v.strictObject({
  upperArm: v.number(),
  forearm: v.number(),
  hand: v.number(),
  curl: degrees,
  spread: degrees,
  scale,
})
const Leg = v.strictObject({ thigh: v.number(), shank: v.number(), foot: v.number(), toes: degrees, scale })
const Hold = v.union([Point, v.tuple([v.string(), v.string(), v.number(), v.number()])])

const Angles = v.strictObject({
  lowerTrunk: v.number(),
  upperTrunk: v.number(),
  head: v.number(),
  headUp: degrees,
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
  arrows: v.optional(v.array(v.string())),
  camera: v.optional(v.tuple([v.number(), v.number(), v.number(), v.number()])),
  frames: v.pipe(
    v.array(
      v.strictObject({
        label: v.string(),
        cue: v.string(),
        angles: Angles,
        hip: Point,
        holds: v.optional(v.strictObject({ N: v.optional(Hold), F: v.optional(Hold) })),
        face: v.optional(v.picklist(['front', 'left', 'right'])),
        points: v.optional(v.record(v.string(), Point)),
      }),
    ),
    v.minLength(2),
  ),
})
