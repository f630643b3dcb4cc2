/** Which scripts the app may start. */
import { afterEach, expect, it, vi } from 'vitest'
import { ownScriptAt, trustOwnScripts } from './trusted-scripts.ts'

const page = 'https://unknot.example/session/heat/warm-bath'

afterEach(() => vi.unstubAllGlobals())

it('starts the workers of the build and the service worker', () => {
  for (const path of ['/sw.js', '/assets/keeper.worker-C8BJh2Qx.js', '/assets/food.worker-A_b-9.js'])
    for (const address of [path, `https://unknot.example${path}`])
      expect(ownScriptAt(address, page), address).toBe(`https://unknot.example${path}`)
})

it('starts no other script, neither of another origin nor of this one', () => {
  for (const address of [
    'https://evil.example/sw.js',
    'http://unknot.example/sw.js',
    '//evil.example/assets/keeper.worker-C8BJh2Qx.js',
    'data:text/javascript,1',
    'blob:https://unknot.example/0a',
    'sw.js',
    '/sw.js?from=x',
    '/knowledge/signed.json',
    '/api/claims',
    '/assets/index-D6pNe9VN.js',
    '/assets/../x/keeper.worker-1.js',
    '/x/assets/keeper.worker-1.js',
  ])
    expect(ownScriptAt(address, page), address).toBeNull()
})

it('gives the browser a rule for scripts and none for markup', () => {
  const createPolicy = vi.fn()
  vi.stubGlobal('trustedTypes', { createPolicy })
  vi.stubGlobal('location', { href: page })
  trustOwnScripts()
  expect(createPolicy).toHaveBeenCalledOnce()
  const [name, rules] = createPolicy.mock.calls[0] as [string, { createScriptURL: (url: string) => string | null }]
  expect(name).toBe('default')
  expect(Object.keys(rules)).toEqual(['createScriptURL'])
  expect(rules.createScriptURL('/sw.js')).toBe('https://unknot.example/sw.js')
  expect(rules.createScriptURL('/other.js')).toBeNull()
})

it('does nothing in a browser without Trusted Types', () => {
  vi.stubGlobal('trustedTypes', undefined)
  expect(trustOwnScripts).not.toThrow()
})
