/** The check in a real terminal, driven by keys. */
import { setTimeout as wait } from 'node:timers/promises'
import { stripVTControlCharacters } from 'node:util'
import { expect, it } from 'vitest'
import { unknotInTerminal, withCommand } from '../../test/support/command.ts'

withCommand()
const keys = { enter: '\r', space: ' ', up: '\u001b[A', down: '\u001b[B' }

const prompts = [
  'Yes, or not sure',
  'Which?',
  'tick the last one',
  'not sure about any',
  'In other words',
  'How old',
  'How many hours',
  'Which sex',
] as const

/** A terminal that waits for words on its screen before it presses a key. */
function terminal(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const child = unknotInTerminal(args, environment)
  const end = new Promise<number | null>(resolve => child.on('close', resolve))
  let [screen, written] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written += text
    screen += stripVTControlCharacters(text)
  })
  /** The open question is marked ◆. An answered, refused or cancelled one gets another mark. */
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
  /** Waits until one of these texts is on the screen, and returns it. */
  const until = <const T extends string>(...texts: readonly T[]): Promise<T> =>
    waitFor(() => texts.find(isShown), texts.join(', '))
  /** Presses keys one by one. After Enter it waits until the answer is accepted or refused. */
  const press = async (...pressed: readonly string[]) => {
    for (const key of pressed) {
      const before = screen.length
      child.stdin.write(key)
      if (key === keys.enter) await waitFor(() => (/[◇▲■]/.test(screen.slice(before)) ? true : undefined), 'answer')
      else await wait(60)
    }
  }
  const type = (line: string) => void child.stdin.write(`${line}\r`)
  return { press, type, until, end, screen: () => screen, written: () => written }
}

const lowBack = [keys.down, keys.down, keys.down]
async function startOf(check: ReturnType<typeof terminal>): Promise<void> {
  await check.until('What is it?')
  await check.press(keys.enter)
  await check.until('Where is it?')
  await check.press(...lowBack, keys.enter)
  await check.until('Which side?')
  await check.press(keys.enter)
  await check.until('Yes, or not sure')
}

/** Opens the gate with the bladder and asks about all that it names. */
async function openPelvis(check: ReturnType<typeof terminal>): Promise<void> {
  await check.press(keys.enter)
  await check.until('Which?')
  await check.press(keys.enter)
  await check.until('tick the last one')
}

/** Answers no to everything and gives plain details, until one of these texts is on the screen. */
async function sayNo(check: ReturnType<typeof terminal>, end: string): Promise<void> {
  for (;;) {
    const asked = await check.until(end, ...prompts)
    if (asked === end) return
    if (asked === 'Yes, or not sure') await check.press(keys.down, keys.enter)
    else if (asked === 'tick the last one') await check.press(keys.up, keys.space, keys.enter)
    else if (asked === 'How old') await check.press('4', '1', keys.enter)
    else if (asked === 'How many hours') await check.press('5', keys.enter)
    else await check.press(keys.enter)
  }
}

it('asks only about the lines that were ticked', async () => {
  const check = terminal(['triage'])
  await startOf(check)
  await check.press(keys.enter)
  await check.until('Which?')
  await check.press(keys.space, keys.enter)
  await check.until('tick the last one')
  expect(check.screen()).toContain('between my legs, where a saddle would touch')
  expect(check.screen()).not.toContain('I no longer feel when my bladder is full')
  await sayNo(check, 'ease this at home')
  expect(await check.end).toBe(0)
})

it('reaches self-care when none of the signs is true', async () => {
  const check = terminal(['triage'])
  await startOf(check)
  await sayNo(check, 'ease this at home')
  expect(await check.end).toBe(0)
})

it('reaches the emergency from the first gate, with the number to call', async () => {
  const check = terminal(['triage', '--country', 'GB'])
  await startOf(check)
  expect(check.screen()).toContain('(1 of 10)')
  expect(check.screen()).toContain('- numb or tingly')
  await openPelvis(check)
  await check.press(keys.space, keys.enter)
  await check.until('Get help now')
  expect(await check.end).toBe(0)
  expect(check.screen()).toContain('Call 999 (United Kingdom).')
  expect(check.screen()).toContain('I have new numbness between my legs')
})

it('Enter alone is no "no": it opens the gate, where "none of these" has to be chosen', async () => {
  const check = terminal(['triage'])
  await startOf(check)
  await openPelvis(check)
  await check.press(keys.enter)
  await check.until('Please select at least one option')
  await check.press(keys.up, keys.space, keys.enter)
  await check.until('not sure about any')
})

it('"not sure" opens the simpler wording, and still not sure about an emergency sign gives same-day', async () => {
  const check = terminal(['triage', '--json'])
  await startOf(check)
  await openPelvis(check)
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

it('a session runs the check, asks what would exclude the remedy, and then starts', async () => {
  const check = terminal(['session', 'lb-child', '--fast', '3000'])
  await startOf(check)
  await sayNo(check, 'Done. How is it now?')
  expect(await check.end).toBe(0)
  expect(check.screen()).toContain('Before you start: is any of this true?')
  expect(check.screen()).toContain('Get ready.')
})

it('a remedy starts with Enter, when the person is ready, and Ctrl+C ends it', async () => {
  for (const key of [keys.enter, '\u0003']) {
    const check = terminal(['session', 'heat/wheat-bag', '--fast', '10000'])
    await startOf(check)
    await sayNo(check, 'Press Enter when you are ready.')
    expect(check.screen()).not.toContain('Begin now.')
    await check.press(key)
    expect(await check.end).toBe(0)
    expect(check.screen().includes('Done. How is it now?')).toBe(key === keys.enter)
  }
})

it('a session runs the check first, and shows no remedy in an emergency', async () => {
  const check = terminal(['session', 'lb-child'])
  await startOf(check)
  await openPelvis(check)
  await check.press(keys.space, keys.enter)
  await check.until('No remedy now.')
  expect(await check.end).toBe(0)
  expect(check.screen()).not.toContain('Get ready')
})

it('can be cancelled at any time, and stores nothing', async () => {
  const check = terminal(['triage'])
  await check.until('What is it?')
  await check.press('\u0003')
  await check.until('Stopped. Nothing was kept.')
  expect(await check.end).toBe(130)
})

it('in a dumb terminal, prints questions as numbered lines and moves no cursor', async () => {
  const check = terminal(['triage', '--country', 'GB'], { TERM: 'dumb' })
  await check.until('Type a number:')
  check.type('3')
  await check.until('Give numbers from 1 to 2.')
  check.type('1')
  await check.until('Where is it?')
  check.type('4')
  await check.until('Which side?')
  check.type('1')
  await check.until('2. None')
  check.type('1')
  await check.until('or nothing for none:')
  check.type('1')
  await check.until('Type numbers with spaces between:')
  check.type('1')
  await check.until('Get help now')
  expect(await check.end).toBe(0)
  expect(check.screen()).toContain('Call 999 (United Kingdom).')
  expect(check.written()).not.toContain('\u001b')
})

it('the end of input in a dumb terminal stops the check, and stores nothing', async () => {
  const check = terminal(['triage'], { TERM: 'dumb' })
  await check.until('Type a number:')
  check.type('\u0004')
  await check.until('Stopped. Nothing was kept.')
  expect(await check.end).toBe(130)
})

it('prints no colour when NO_COLOR is set', async () => {
  const check = terminal(['triage'], { NO_COLOR: '1' })
  await check.until('What is it?')
  const codes = check.written().split('\u001b[').slice(1)
  expect(codes.filter(code => /^[\d;]*m/.test(code))).toEqual([])
})
