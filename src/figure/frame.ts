/**
 * The drawn frames of an exercise, as the knowledge holds them.
 *
 * Model space: x to the right, y up, the floor at 0; a standing person is about 96 units tall. Angles are degrees of the
 * bone itself: 0 points right, 90 up. N is the near (or right) limb, F the far (or left) one.
 */
export type Point = readonly [x: number, y: number]

/** How the body is seen. `topside`: lying on the side, seen from above. */
export type View = 'side' | 'front' | 'top' | 'topside'

export interface ArmAngles {
  readonly upperArm: number
  readonly forearm: number
  readonly hand: number
  /** How far the fingers are bent from the line of the hand: 0 is straight, about 200 a fist; the sign is the direction. */
  readonly curl?: number
  /** How far the outer fingers are spread from the middle; 0 or none: the fingers are together, seen from the edge. */
  readonly spread?: number
  /** Foreshortening of the upper and the lower bone. */
  readonly scale?: readonly [number, number]
}

export interface LegAngles {
  readonly thigh: number
  readonly shank: number
  readonly foot: number
  /** How far the toes are bent up towards the shin; below 0: curled under. */
  readonly toes?: number
  readonly scale?: readonly [number, number]
}

export interface Angles {
  readonly lowerTrunk: number
  readonly upperTrunk: number
  readonly head: number
  /** The head's own axis, where it differs from the line of the neck: a level head glides, it does not tilt. */
  readonly headUp?: number
  readonly armN?: ArmAngles
  readonly armF?: ArmAngles
  readonly legN?: LegAngles
  readonly legF?: LegAngles
  readonly shoulderScale?: number
  readonly hipScale?: number
}

/** Points by the name of the joint: hip, mid, neck, head, and shoulder, elbow, wrist, hand, hip, knee, ankle, toe with N or F. */
export type Points = Readonly<Record<string, Point>>

export type Prop =
  | { readonly kind: 'floor' }
  | { readonly kind: 'wall' | 'chair'; readonly x: number }
  | { readonly kind: 'box'; readonly x: number; readonly y: number; readonly w: number; readonly h: number }
  | {
      readonly kind: 'pillow'
      readonly x: number
      readonly y: number
      readonly w: number
      readonly h: number
      readonly turn?: number
    }
  | { readonly kind: 'stool'; readonly x: number; readonly y: number; readonly w: number }
  | { readonly kind: 'roll'; readonly x: number; readonly y: number; readonly r: number }
  | { readonly kind: 'line'; readonly a: Point; readonly b: Point }
  | { readonly kind: 'strap'; readonly from: string; readonly to: string }

/**
 * What a hand holds: a place on the body (between two joints, at a part of the way, so far to its left), or a point of
 * the room. The hand's palm is put there.
 */
export type Hold = Point | readonly [from: string, to: string, part: number, aside: number]
export type Holds = Partial<Readonly<Record<LimbSide, Hold>>>

/** Where the face points, if not where the body does. */
export type Face = 'front' | 'left' | 'right'

/** What a frame shows, in words. @public of the modules built from `knowledge/frames`. */
export interface FrameText {
  readonly label: string
  readonly cue: string
}

export interface Frame {
  readonly angles: Angles
  readonly hip: Point
  readonly holds?: Holds
  readonly face?: Face
  /** Only points that the angles do not determine. */
  readonly points?: Points
}

/** The frames of one exercise. @public of the modules built from `knowledge/frames`. */
export interface ExerciseFrames {
  readonly view: View
  /** Highlighted muscles. */
  readonly zones: readonly string[]
  /** Are both legs, or both flanks, highlighted? If it is not said: from the front they are, else the near one is. */
  readonly both?: boolean
  readonly props: readonly Prop[]
  /** The part of the model that a close-up shows: left, lower edge, width, height. */
  readonly camera?: readonly [x: number, y: number, width: number, height: number]
  /** The joints whose paths get an arrow, if not those that move most. */
  readonly arrows?: readonly string[]
  readonly frames: readonly Frame[]
}

/** A frame or an intermediate pose, with every point known. */
export interface Pose {
  readonly view: View
  readonly angles: Angles
  readonly points: Points
  readonly holds?: Holds | undefined
  readonly face?: Face | undefined
}

export const limbSides = ['N', 'F'] as const
export type LimbSide = (typeof limbSides)[number]

/** From the front or from above, left and right limbs are drawn apart. */
export const isFlat = (view: View): boolean => view === 'front' || view === 'top'
