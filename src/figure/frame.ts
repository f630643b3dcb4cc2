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
  /** Foreshortening of the upper and the lower bone. */
  readonly scale?: readonly [number, number]
}

export interface LegAngles {
  readonly thigh: number
  readonly shank: number
  readonly foot: number
  readonly scale?: readonly [number, number]
}

export interface Angles {
  readonly lowerTrunk: number
  readonly upperTrunk: number
  readonly head: number
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

export interface Frame {
  readonly label: string
  readonly cue: string
  readonly angles: Angles
  readonly hip: Point
  /** Only the points that the angles do not give. */
  readonly points?: Points
}

/** The frames of one exercise. @public of the modules built from `knowledge/frames`. */
export interface ExerciseFrames {
  readonly view: View
  /** Muscles that glow. */
  readonly zones: readonly string[]
  /** Do both legs glow in a side view? */
  readonly both?: boolean
  readonly props: readonly Prop[]
  readonly frames: readonly Frame[]
}

/** A frame or an in-between, with every point known. */
export interface Pose {
  readonly label: string
  readonly view: View
  readonly angles: Angles
  readonly points: Points
}

export const limbSides = ['N', 'F'] as const
export type LimbSide = (typeof limbSides)[number]

/** Seen from the front or from above, left and right limbs lie apart. */
export const isFlat = (view: View): boolean => view === 'front' || view === 'top'
