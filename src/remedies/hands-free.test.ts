import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Asked, markFor, meaningOf, spokenWords } from './hands-free.ts'
import type { ScriptPhase } from './script.ts'
import type { Moment } from './session.ts'

const phase = (kind: ScriptPhase['kind']): ScriptPhase => ({ kind, seconds: 10, cue: 'Hold.' })
const at = (status: Moment['status'], kind: ScriptPhase['kind'] = 'hold') => ({ status, phase: phase(kind) })

const statuses = ['waiting', 'running', 'paused', 'done', 'stopped'] as const

describe('a spoken word', () => {
  it.each([
    ['next', 'waiting', 'skip'],
    ['next', 'running', 'skip'],
    ['next', 'paused', 'resume'],
    ['pause', 'waiting', undefined],
    ['pause', 'running', 'pause'],
    ['pause', 'paused', undefined],
    ['back', 'waiting', undefined],
    ['back', 'running', 'back'],
    ['back', 'paused', 'back'],
    ['stop', 'waiting', 'stop'],
    ['stop', 'running', 'stop'],
    ['stop', 'paused', 'stop'],
  ] as const)('"%s" while it is %s means %s', (word, status, means) => {
    expect(meaningOf(word, at(status), false)).toBe(means)
  })

  it('has no effect after the session', () => {
    for (const word of spokenWords)
      for (const status of ['done', 'stopped'] as const)
        expect(meaningOf(word, { status, phase: undefined }, false), `${word} ${status}`).toBeUndefined()
  })

  it('has no effect while the app speaks, because the microphone hears the app too', () => {
    for (const word of spokenWords)
      for (const status of statuses) expect(meaningOf(word, at(status), true), `${word} ${status}`).toBeUndefined()
  })

  it('never skips a check of the skin', () => {
    for (const asked of ['next', 'play'] as const)
      expect(markFor(asked, at('running', 'skin-check')), asked).toBeUndefined()
    expect(meaningOf('stop', at('running', 'skin-check'), false)).toBe('stop')
    expect(meaningOf('pause', at('running', 'skin-check'), false)).toBe('pause')
  })

  it.each(['Next.', ' NEXT ', 'next, next', 'okay next', 'next please'])('is understood in "%s"', heard => {
    expect(meaningOf(heard, at('running'), false)).toBe('skip')
  })

  it('a plea to stop is a stop', () => {
    for (const heard of ['Stop!', 'stop it', 'please stop now', 'stop stop stop'])
      expect(meaningOf(heard, at('running'), false), heard).toBe('stop')
  })

  it.each(['', 'the next train', 'my back hurts', 'next stop', "don't stop", 'yes', 'no', 'none of these', 'not sure'])(
    'ordinary talk has no effect: "%s"',
    heard => {
      expect(meaningOf(heard, at('running'), false)).toBeUndefined()
    },
  )

  it('can only move the session, whatever is heard', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...statuses), fc.boolean(), (heard, status, isSpeaking) => {
        expect([undefined, 'skip', 'back', 'pause', 'resume', 'stop']).toContain(
          meaningOf(heard, at(status), isSpeaking),
        )
      }),
    )
  })
})

describe('a headset and the space bar', () => {
  it.each([
    ['toggle', 'waiting', 'skip'],
    ['toggle', 'running', 'pause'],
    ['toggle', 'paused', 'resume'],
    ['play', 'waiting', 'skip'],
    ['play', 'running', undefined],
    ['play', 'paused', 'resume'],
    ['toggle', 'done', undefined],
  ] as const)('"%s" while it is %s does %s', (asked: Asked, status, means) => {
    expect(markFor(asked, at(status))).toBe(means)
  })

  it('can pause during a check of the skin', () => {
    expect(markFor('toggle', at('running', 'skin-check'))).toBe('pause')
  })
})
