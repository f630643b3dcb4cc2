/**
 * Which muscle cramps: a leg and an arm in close-up. The calf, the most common, is the largest and the nearest to a
 * thumb.
 */
import type { Limb } from '../../plan/cramp-now.ts'
import { titled } from '../ui/body-map.tsx'
import { Top } from '../ui/top.tsx'
import { beginCramp } from './begin-cramp.ts'
import './pick-limb.css'

const words = {
  now: 'Now',
  title: 'Which muscle cramps?',
  elsewhere: 'Somewhere else? A few questions come first there.',
  toMap: 'Show me the body',
}

/** Outlines on a sheet of 360 by 440, in the order of drawing. */
const outlines: readonly (readonly [limb: Limb, path: string])[] = [
  ['forearm', 'M122 56C150 44 196 42 252 50C262 52 264 82 254 86C212 98 158 104 126 96C110 90 108 64 122 56z'],
  [
    'hand',
    'M264 50C290 38 320 36 340 44C348 49 347 56 340 59L346 65C352 73 346 82 338 82L316 88C296 94 276 94 266 86z',
  ],
  ['front thigh', 'M-8 142C60 124 150 118 236 138C264 146 272 170 262 188C190 182 90 186 -8 194z'],
  ['inner thigh', 'M-8 200C90 192 180 188 252 194C244 212 230 226 214 236C140 238 60 244 -8 252z'],
  ['hamstring', 'M-8 258C60 250 140 244 204 242C190 254 150 276 128 284C84 296 36 304 -8 308z'],
  [
    'shin',
    'M272 168C308 182 336 232 340 292C341 332 334 366 322 388C308 391 296 388 290 383C293 312 284 250 258 200C266 192 272 180 272 168z',
  ],
  [
    'calf',
    'M252 206C276 256 288 316 283 384C270 391 252 388 240 380C204 366 146 342 124 314C102 282 150 272 186 258C212 248 236 230 252 206z',
  ],
  [
    'foot',
    'M238 388C254 396 292 398 314 393C336 400 352 408 354 420C354 427 348 430 338 430L252 430C238 430 230 402 238 388z',
  ],
]

/** The position of each name in percent of the sheet: left, top, width, height. */
const places: Readonly<Record<Limb, readonly [left: number, top: number, width: number, height: number]>> = {
  forearm: [30, 10, 41, 13],
  hand: [73, 9, 25, 13],
  'front thigh': [2, 30, 70, 13],
  'inner thigh': [2, 44, 56, 12],
  hamstring: [0, 58, 37, 12],
  shin: [79, 48, 16, 34],
  calf: [36, 65, 38, 20],
  foot: [65, 88, 34, 12],
}

export function PickLimb() {
  return (
    <main id="main" class="page tall" data-screen="cramp" tabIndex={-1}>
      <Top back={['/', words.now]} />
      <div class="fill slim">
        <h1>{words.title}</h1>
        <div class="limbs">
          <svg viewBox="0 0 360 440" aria-hidden="true">
            <path class="rest" d="M-8 44C30 36 80 40 108 54C94 66 94 88 108 98C70 108 30 108 -8 104z" />
            {outlines.map(([limb, path]) => (
              <path key={limb} class={limb === 'calf' ? 'likeliest' : ''} d={path} />
            ))}
          </svg>
          {outlines.map(([limb]) => {
            const [left, top, width, height] = places[limb]
            return (
              <button
                key={limb}
                type="button"
                class={limb === 'calf' ? 'limb likeliest' : 'limb'}
                style={{ left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` }}
                onClick={() => beginCramp(limb)}
              >
                {titled(limb)}
              </button>
            )
          })}
        </div>
        <p class="note">
          {words.elsewhere}{' '}
          <a class="btn plain" href="/">
            {words.toMap}
          </a>
        </p>
      </div>
    </main>
  )
}
