/**
 * Trusted Types: with the policy that the server sends (src/server/security.ts), the browser starts only scripts that
 * this file lets through, and no text becomes markup at all.
 */

/** Not in TypeScript's library yet. */
interface TrustedTypes {
  readonly createPolicy: (
    name: 'default',
    rules: { readonly createScriptURL: (address: string) => string | null },
  ) => unknown
}

/** Call it before anything starts a worker. It is the default policy, which libraries that start workers also use. */
export function trustOwnScripts(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  trustedTypes?.createPolicy('default', { createScriptURL: address => ownScriptAt(address, location.href) })
}

/** The service worker, and the workers of the build. */
const ownScript = /^\/(sw\.js|assets\/[\w.-]+\.worker-[\w-]+\.js)$/

/** The whole address of a script of the build; for any other script null, which the browser refuses. */
export function ownScriptAt(address: string, page: string): string | null {
  const { origin, pathname, href, search } = new URL(address, page)
  return origin === new URL(page).origin && search === '' && ownScript.test(pathname) ? href : null
}
