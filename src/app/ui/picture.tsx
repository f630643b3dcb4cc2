/** A drawing of a remedy or an exercise, or an icon if there is no drawing. */
import { drawExercise } from '../../figure/exercise.ts'
import { frames } from '../../knowledge/frames.gen.ts'
import { draw } from './drawing.tsx'
import { Icon, type IconName } from './icon.tsx'

/** Remedies without a pose. */
const icons: Readonly<Record<string, IconName>> = {
  'professional-care': 'phone',
  hydration: 'drop',
  'footwear-bedding': 'moon',
  'topical-creams': 'pill',
  magnesium: 'pill',
  'alternate-heat-cold': 'swap',
}

export interface PictureProps {
  readonly id: string
  readonly title: string
  /** With arrows that show how to get into the position. */
  readonly withArrows?: boolean
}

export function Picture({ id, title, withArrows = false }: PictureProps) {
  const set = frames[id]
  const last = (set?.frames.length ?? 0) - 1
  const shape = set && drawExercise(set, last, { id: `picture-${id}`, title, arrows: withArrows ? 'onward' : 'none' })
  return shape ? draw(shape) : <Icon name={icons[id] ?? 'dot'} />
}
