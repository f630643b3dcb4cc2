/** The screen and the id of a path. */

export interface Address {
  readonly screen: string
  readonly id: string
}

/**
 * `/session/heat` is the screen `session` with the id `heat`. Undefined if the path cannot be decoded, or has an
 * impossible id.
 */
export function addressOf(path: string): Address | undefined {
  const [, screen = '', ...rest] = path.split('/')
  try {
    const id = decodeURIComponent(rest.join('/'))
    return id.split('/').some(isInherited) ? undefined : { screen, id }
  } catch {
    return undefined
  }
}

/** "constructor" exists in every object and is never an id. */
const isInherited = (name: string): boolean => name in Object.prototype
