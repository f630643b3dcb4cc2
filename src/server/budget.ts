/**
 * Limits the requests of one client per minute, so that no client can occupy the server. Used when other machines can
 * reach it. It stores only the number of requests per address in this minute, in memory.
 */
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** Requests per minute: for immediate answers, look-ups, work that takes seconds; for sync, and for the logs it begins. */
export interface Budget {
  readonly light: number
  readonly quick: number
  readonly slow: number
  readonly sync: number
  readonly begin: number
}

const usualBudget: Budget = { light: 600, quick: 240, slow: 20, sync: 1200, begin: 20 }

/** Cases have a separate budget: a client that has made many menus can still run the check for danger. */
const kindOf = async (c: Context): Promise<keyof Budget> => {
  const { method, path } = c.req
  if (path === '/mcp') return kindOfTool(await c.req.text())
  if (path.startsWith('/sync/'))
    return method === 'PUT' && /^\/sync\/(logs|links)\/[^/]*$/.test(path) ? 'begin' : 'sync'
  if (/^\/api\/(menu|trials)(\/|$)/.test(path)) return 'slow'
  return /^\/api\/(foods|medicines|claims)(\/|$)/.test(path) ? 'quick' : 'light'
}

/** A message to `/mcp` that calls a tool which computes for seconds. The body stays readable for the route. */
function kindOfTool(text: string): keyof Budget {
  try {
    const { params } = JSON.parse(text) as { readonly params?: { readonly name?: unknown } }
    return ['menu', 'trial_design', 'trial_analyse'].includes(String(params?.name)) ? 'slow' : 'quick'
  } catch {
    return 'quick'
  }
}

/** Refuses with 429 what exceeds the budget; `clientOf` identifies the client. */
export function budgetPerClient(clientOf: (c: Context) => string, budget: Budget = usualBudget): MiddlewareHandler {
  const limiters = {
    light: new RateLimiterMemory({ points: budget.light, duration: 60 }),
    quick: new RateLimiterMemory({ points: budget.quick, duration: 60 }),
    slow: new RateLimiterMemory({ points: budget.slow, duration: 60 }),
    sync: new RateLimiterMemory({ points: budget.sync, duration: 60 }),
    begin: new RateLimiterMemory({ points: budget.begin, duration: 60 }),
  }
  return async (c, next) => {
    try {
      await limiters[await kindOf(c)].consume(clientOf(c))
    } catch (over) {
      if (!(over instanceof RateLimiterRes)) throw over
      const seconds = Math.max(1, Math.ceil(over.msBeforeNext / 1000))
      c.header('Retry-After', String(seconds))
      return c.json({ error: `too many questions from your address: ask again in ${seconds} seconds` }, 429)
    }
    return next()
  }
}

/** The connected address; for IPv6 its network, because one client has all addresses of it. */
export const connectedAddress = (c: Context): string => networkOf(getConnInfo(c).remote.address ?? '')

/** Behind a proxy: the address that the proxy saw, which it appends as the last one. */
export const forwardedAddress = (c: Context): string =>
  networkOf(c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? getConnInfo(c).remote.address ?? '')

function networkOf(address: string): string {
  const short = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '')
  if (!short.includes(':')) return short
  const [before = '', after] = short.split('::')
  const groups = before === '' ? [] : before.split(':')
  const missing = after === undefined ? 0 : 8 - groups.length - (after === '' ? 0 : after.split(':').length)
  return [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...(after?.split(':') ?? [])]
    .slice(0, 4)
    .join(':')
}
