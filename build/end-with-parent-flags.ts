/**
 * Node flags for a program that a test or a bench starts: it exits if this process is killed before it could stop it.
 */
export const endWithParent: readonly string[] = ['--import', new URL('end-with-parent.mjs', import.meta.url).href]
