/** What a path of the address names: a screen, and the id after it. */

export interface Address {
  readonly screen: string
  readonly id: string
}

/** `/session/heat` is the screen `session` with the id `heat`. Undefined where the path cannot be decoded, or names nothing. */
export function addressOf(path: string): Address | undefined {
  const [, screen = '', ...rest] = path.split('/')
  try {
    const id = decodeURIComponent(rest.join('/'))
    return id.split('/').some(isInherited) ? undefined : { screen, id }
  } catch {
    return undefined
  }
}

/** "constructor" is found in every object, and is the id of nothing. */
const isInherited = (name: string): boolean => name in Object.prototype
