/** The answers to the pages of a check: stored as events, and taken back one by one. */
import { computed, signal } from '@preact/signals'
import type { Episode } from '../../diary/diary.ts'
import type { Details, DiaryEvent } from '../../diary/event.ts'
import type { Page } from '../../triage/interview.ts'
import { readType } from '../state/log.ts'
import { episode, record, strikeOut } from '../state/store.ts'
import { readStrikes } from '../state/strikes.ts'

interface Given {
  readonly present?: readonly string[]
  readonly absent?: readonly string[]
  readonly unsure?: readonly string[]
  readonly details?: Details
}

/** The answers of this check, the newest last. */
const given = signal<readonly { readonly episode: string; readonly event: DiaryEvent }[]>([])

export const canGoBack = computed(() => given.value.some(each => each.episode === episode.value?.id))

export function answerPage(of: string, { page }: Pick<Page, 'page'>, answers: Given): void {
  const { present = [], absent = [], unsure = [], details } = answers
  scrollTo(0, 0)
  const event = record({
    type: 'answered',
    episode: of,
    page,
    present,
    absent,
    unsure,
    ...(details === undefined ? {} : { details }),
  })
  given.value = [...given.value, { episode: of, event }]
}

/** After a reload, the way back continues through the answers in the diary. */
export async function readAnswers({ id, askedAgainAt = 0 }: Episode): Promise<void> {
  if (canGoBack.peek()) return
  const [events, { struck }] = await Promise.all([readType('answered'), readStrikes()])
  const kept = events.filter(
    event =>
      event.type === 'answered' &&
      event.episode === id &&
      isCheckPage(event.page) &&
      !struck.has(event.id) &&
      Date.parse(event.at) >= askedAgainAt,
  )
  // If the person answered meanwhile, their list is newer.
  if (!canGoBack.peek()) given.value = [...given.peek(), ...kept.map(event => ({ episode: id, event }))]
}

/** Answers beside a cramp, before a remedy and to "Why me?" are not pages of the check. */
const isCheckPage = (page: string): boolean => /^(gate(-.*)?|details|partners)$/.test(page)

/** Takes the last answer back, so that its page is asked again. */
export function goBack(): void {
  const last = given.value.findLast(each => each.episode === episode.value?.id)
  if (last === undefined) return
  given.value = given.value.filter(each => each !== last)
  scrollTo(0, 0)
  strikeOut(last.event)
}
