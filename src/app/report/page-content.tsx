/** Puts a page made by an engine on the screen. */
import { type ComponentChild, h } from 'preact'
import type { Content } from '../../report/node.ts'

export const drawPage = (content: Content): ComponentChild =>
  typeof content === 'string'
    ? content
    : h(content.tag, content.attributes as Record<string, string>, ...content.children.map(drawPage))
