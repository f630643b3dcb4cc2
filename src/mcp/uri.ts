/** The addresses of knowledge entries as resources: `unknot://red-flag/cauda-equina`. */

/** Ids may hold blanks, slashes or digits; none of them breaks an address. */
export const uriOf = (kind: string, id: string): string => `unknot://${kind}/${encodeURIComponent(id)}`

/** Undefined if it is no address of an entry. */
export function readUri(uri: string): { readonly kind: string; readonly id: string } | undefined {
  const [, kind, id] = /^unknot:\/\/([a-z-]+)\/([^/?#]+)$/.exec(uri) ?? []
  if (kind === undefined || id === undefined) return undefined
  try {
    return { kind, id: decodeURIComponent(id) }
  } catch {
    return undefined
  }
}
