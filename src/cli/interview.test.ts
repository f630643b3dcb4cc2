/** The check in a real terminal, driven by keys. */
import { setTimeout as wait } from 'node:timers/promises'
import { stripVTControlCharacters } from 'node:util'
import { expect, it } from 'vitest'
import { unknotInTerminal, withCommand } from '../../test/support/command.ts'

withCommand()
const keys = { enter: '\r', space: ' ', up: '\u001b[A', down: '\u001b[B' }

const prompts = [
  'tick the last one',
  'not sure about any',
  'In other words',
  'How old',
  'How many hours',
  'Which sex',
] as const

/** A terminal that waits for words on its screen before it presses a key. */
function terminal(...args: string[]) {
  const child = unknotInTerminal(args)
  const end = new Promise<number | null>(resolve => child.on('close', resolve))
  let screen = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    screen += stripVTControlCharacters(text)
  })
  /** The question that is open: it is marked ◆; one that is answered, refused or given up gets another mark. */
  const openQuestion = () => {
    const start = screen.lastIndexOf('◆')
    return start > Math.max(screen.lastIndexOf('◇'), screen.lastIndexOf('■')) ? screen.slice(start) : ''
  }
  const isShown = (text: string) => (prompts.some(each => each === text) ? openQuestion() : screen).includes(text)
  const waitFor = async <T>(find: () => T | undefined, what: string): Promise<T> => {
    for (let tries = 0; tries < 400; tries += 1) {
      const found = find()
      if (found !== undefined) return found
      await wait(50)
    }
    throw new Error(`no ${what} on the screen:\n${screen.slice(-2000)}`)
  }
  /** Waits until one of these stands on the screen, and says which. */
  const until = <const T extends string>(...texts: readonly T[]): Promise<T> =>
    waitFor(() => texts.find(isShown), texts.join(', '))
  /** Presses keys one by one; after Enter it waits until the answer is taken or refused. */
  const press = async (...pressed: readonly string[]) => {
    for (const key of pressed) {
      const before = screen.length
      child.stdin.write(key)
      if (key === keys.enter) await waitFor(() => (/[◇▲■]/.test(screen.slice(before)) ? true : undefined), 'answer')
      else await wait(60)
    }
  }
  return { press, until, end, screen: () => screen }
}

const lowBack = [keys.down, keys.down, keys.down]
async function startOf(check: ReturnType<typeof terminal>): Promise<void> {
  await check.until('What is it?')
  await check.press(keys.enter)
  await check.until('Where is it?')
  await check.press(...lowBack, keys.enter)
  await check.until('Which side?')
  await check.press(keys.enter)
  await check.until('tick the last one')
}

/** Says no to everything and gives plain details, until one of these stands on the screen. */
async function sayNo(check: ReturnType<typeof terminal>, end: string): Promise<void> {
  for (;;) {
    const asked = await check.until(end, ...prompts)
    if (asked === end) return
    if (asked === 'tick the last one') await check.press(keys.up, keys.space, keys.enter)
    else if (asked === 'How old') await check.press('4', '1', keys.enter)
    else if (asked === 'How many hours') await check.press('5', keys.enter)
    else await check.press(keys.enter)
  }
}

it('reaches self-care when none of the signs is true', async () => {
  const check = terminal('triage')
  await startOf(check)
  await sayNo(check, 'ease this at home')
  expect(await check.end).toBe(0)
})

it('reaches the emergency from the first page, with the number to call', async () => {
  const check = terminal('triage', '--country', 'GB')
  await startOf(check)
  await check.press(keys.space, keys.enter)
  await check.until('Get help now')
  expect(await check.end).toBe(0)
  expect(check.screen()).toContain('Call 999 (United Kingdom).')
  expect(check.screen()).toContain('I have new numbness between my legs')
})

it('Enter alone answers nothing: none of these has to be ticked', async () => {
  const check = terminal('triage')
  await startOf(check)
  await check.press(keys.enter)
  await check.until('Please select at least one option')
  await check.press(keys.up, keys.space, keys.enter)
  await check.until('not sure about any')
})

it('not sure opens the simpler wording, and a lasting doubt about an emergency is a visit today', async () => {
  const check = terminal('triage', '--json')
  await startOf(check)
  await check.press(keys.up, keys.space, keys.enter)
  await check.until('not sure about any')
  await check.press(keys.space, keys.enter)
  await check.until('In other words')
  expect(check.screen()).toContain('When I wipe or touch my private parts')
  await check.press(keys.down, keys.down, keys.enter)
  await sayNo(check, '"tier":')
  expect(await check.end).toBe(0)
  expect(check.screen()).toContain('"tier":"same-day"')
})

it('a session asks the check, then what would keep it away, and then runs', async () => {
  const check = terminal('session', 'lb-child', '--fast', '3000')
  await startOf(check)
  await sayNo(check, 'Done. How is it now?')
  expect(await check.end).toBe(0)
  expect(check.screen()).toContain('Before you start: is any of this true?')
  expect(check.screen()).toContain('Get ready.')
})

it('a session asks the check first, and shows no remedy in an emergency', async () => {
  const check = terminal('session', 'lb-child')
  await startOf(check)
  await check.press(keys.space, keys.enter)
  await check.until('No remedy now.')
  expect(await check.end).toBe(0)
  expect(check.screen()).not.toContain('Get ready')
})

it('can be left at any time, and keeps nothing', async () => {
  const check = terminal('triage')
  await check.until('What is it?')
  await check.press('\u0003')
  await check.until('Stopped. Nothing was kept.')
  expect(await check.end).toBe(130)
})
