/** Puts a drawn shape on the screen. */
import { h, type VNode } from 'preact'
import type { Shape } from '../../figure/shape.ts'

export const draw = ({ tag, attributes, children }: Shape): VNode =>
  h(tag, attributes as Record<string, string>, children.map(draw))
