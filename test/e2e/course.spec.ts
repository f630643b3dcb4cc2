/** The course of six weeks: from the plan to its first day, a day of week 2, a danger sign, and the end. */

import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import ICAL from 'ical.js'
import { courseDiary } from '../support/course-diary.ts'
import { seedDiary } from '../support/seed-diary.ts'
import { answerPages, next, onScreen, openGate, tick } from './steps.ts'

const at = new Date('2026-12-14T10:00:00')

test.beforeEach(async ({ page }) => {
  await page.clock.install({ time: at })
  await page.goto('/icon.svg')
})

test('a course begins in the person’s own words, after a few questions that choose it', async ({ page }) => {
  await seedDiary(page, courseDiary(at.getTime(), 1, { isBegun: false, isAsked: true }))
  await page.goto('/course')
  await tick(page, 'Leaning back a few times eases my pain.')
  await next(page)
  await expect(page.getByRole('heading', { name: 'The six weeks after a back spasm' })).toBeVisible()
  await page.getByLabel(/What would you like to do again/).fill('tie my shoes')
  await page.getByRole('button', { name: 'Begin today' }).click()
  await expect(page.getByText('Week 1 of 6, day 1')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Prone press-up' })).toBeVisible()
  await page.getByRole('group', { name: 'How is it before you begin?' }).getByText('3', { exact: true }).click()
  await page.getByRole('button', { name: 'I walked 10 minutes' }).click()
  await page.getByRole('region', { name: 'Prone press-up' }).getByRole('link', { name: 'Start' }).click()
  await onScreen(page, 'start')
})

test('a day begins with the danger signs, and the card on Now says what there is today', async ({ page }) => {
  await seedDiary(page, courseDiary(at.getTime(), 9))
  await page.goto('/')
  const card = page.getByRole('region', { name: 'Your course, week 2 of 6' })
  await expect(card.getByRole('heading')).toHaveText(/^Today: about \d+ minutes$/)
  await expect(card.getByRole('listitem')).toHaveText(['Walk 15 minutes', 'Three exercises, about 4 minutes'])
  await card.getByRole('button', { name: 'Start' }).click()
  await answerPages(page, { age: 41 })
  await onScreen(page, 'result')
  await page.getByRole('link', { name: 'Go on with your course' }).click()
  await expect(page.getByRole('heading', { name: 'One week: how is it?' })).toBeVisible()
  await page.getByRole('button', { name: 'Better', exact: true }).click()
  await page.getByRole('button', { name: 'Keep this' }).click()
  await expect(page.getByRole('heading', { name: 'One week: how is it?' })).toHaveCount(0)
  const download = page.waitForEvent('download')
  await page.getByText('Remind me each day').click()
  await page.getByRole('button', { name: 'Put it in my calendar' }).click()
  const file = await (await download).path()
  const events = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8'))).getAllSubcomponents('vevent')
  expect(events.map(event => event.getFirstPropertyValue('summary'))).toContain('Unknot: how is it now?')
  expect(String(events[0]?.getFirstPropertyValue('rrule'))).toContain('COUNT=34')
})

test('a day is left out in one tap, without blame', async ({ page }) => {
  await seedDiary(page, courseDiary(at.getTime(), 9))
  await page.goto('/')
  await page.getByText('Not today').click()
  await page.getByRole('button', { name: 'Tired' }).click()
  await expect(page.getByRole('heading', { name: 'Not today. That is fine.' })).toBeVisible()
})

test('a danger sign that is new stops the course', async ({ page }) => {
  await seedDiary(page, courseDiary(at.getTime(), 9))
  await page.goto('/')
  await page.getByRole('region', { name: 'Your course, week 2 of 6' }).getByRole('button', { name: 'Start' }).click()
  await openGate(page, 'pelvis', 'numb or tingly')
  await page.locator('label.choice').first().click()
  await next(page)
  await page.goto('/course')
  await expect(page.getByRole('region', { name: 'Bridge' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Start' })).toHaveCount(0)
})

test('a low mood leads to help, and thoughts of ending one’s life to the crisis line', async ({ page }) => {
  await seedDiary(page, courseDiary(at.getTime(), 9, { isAsked: true }))
  await page.goto('/course')
  await page.getByRole('button', { name: 'Better', exact: true }).click()
  await page.getByRole('button', { name: 'Keep this' }).click()
  await tick(page, 'Have you felt low')
  await page.getByRole('button', { name: 'Go on', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'When your mood is low' })).toBeVisible()
  await page.getByRole('button', { name: /^I have thoughts of ending my life/ }).click()
  await expect(page.locator('[data-screen="result"][data-tier="same-day"]')).toBeVisible()
  await expect(page.getByText('You can talk to somebody now, by day or night.')).toBeVisible()
  await page.goto('/course')
  await expect(page.getByRole('heading', { name: 'While you wait' })).toBeVisible()
})

test('after six weeks: what to keep and the plan for the next flare', async ({ page }) => {
  await seedDiary(page, courseDiary(at.getTime(), 43))
  await page.goto('/')
  await page.getByRole('link', { name: 'Look back' }).click()
  await expect(page.getByRole('heading', { name: 'The plan for the next flare' })).toBeVisible()
  await expect(page.getByText(/^Week 6\./)).toBeVisible()
})

test('one session runs all sets, leads back to the course, and one tap says what the person likes', async ({
  page,
}) => {
  await seedDiary(page, courseDiary(at.getTime(), 30, { isAsked: true }))
  await page.goto('/course')
  await page.getByRole('button', { name: 'Better', exact: true }).click()
  await page.getByRole('button', { name: 'Keep this' }).click()
  const exercise = page.getByRole('region', { name: 'Bridge' })
  await expect(exercise.getByText('2 sets in one go, with a rest in between')).toBeVisible()
  await exercise.getByRole('link', { name: 'Start' }).click()
  await onScreen(page, 'start')
  if ((await page.locator('label.choice').count()) > 0) await next(page)
  await expect(page.getByText('2 sets, with a rest of a minute in between')).toBeVisible()
  await next(page)
  await onScreen(page, 'session')
  await expect(page.getByText('Set 1 of 2')).toBeVisible()
  await page.clock.fastForward('20:00')
  await onScreen(page, 'rate')
  await page.locator('.scale').getByText('2', { exact: true }).click()
  await next(page)
  await page.getByRole('link', { name: 'Back to the course' }).click()
  await onScreen(page, 'course')
  await expect(exercise.getByText('2 of 2 sets done')).toBeVisible()
  const likes = exercise.getByRole('button', { name: 'I like it' })
  await likes.click()
  await expect(likes).toHaveAttribute('aria-pressed', 'true')
  await exercise.getByRole('button', { name: 'Not for me' }).click()
  await expect(likes).toHaveAttribute('aria-pressed', 'false')
  await expect(exercise).toBeVisible()
})

test('a session that is finished in its first set leaves the others for later', async ({ page }) => {
  await seedDiary(page, courseDiary(at.getTime(), 30, { isAsked: true }))
  await page.goto('/start/lb-bridge/course/2')
  await onScreen(page, 'start')
  if ((await page.locator('label.choice').count()) > 0) await next(page)
  await next(page)
  await onScreen(page, 'session')
  await page.reload()
  await expect(page.getByText('Set 1 of 2')).toBeVisible()
  while ((await page.getByText('Set 1 of 2').count()) > 0)
    await page.getByRole('button', { name: 'Skip to the next step' }).click()
  await page.getByRole('button', { name: 'Finish' }).click()
  await onScreen(page, 'rate')
  await page.goto('/course')
  await expect(page.getByRole('region', { name: 'Bridge' }).getByText('1 of 2 sets done')).toBeVisible()
})

test('the pain told in the course stands in the diary’s chart and in its history', async ({ page }) => {
  await seedDiary(page, courseDiary(at.getTime(), 9))
  await page.goto('/diary')
  await expect(
    page.getByRole('img', { name: /^Pain from 0 to 10/ }).or(page.getByLabel(/^Pain from 0 to 10/)),
  ).toBeVisible()
  await page.goto('/history')
  await expect(page.getByText(/pain 3 in the morning, walked 15 minutes/).first()).toBeVisible()
})

test('the plan for the next flare is kept when the course has been put away', async ({ page }) => {
  await seedDiary(page, courseDiary(at.getTime(), 43, { isAsked: true }))
  await page.goto('/course')
  await expect(page.getByRole('heading', { name: 'What went well' })).toBeVisible()
  await expect(page.getByText(/^You did most: /)).toBeVisible()
  await page.getByRole('button', { name: 'Put the course away' }).click()
  await page.getByRole('link', { name: 'Your plan for the next flare' }).click()
  await expect(page.getByRole('heading', { name: 'At the first sign' })).toBeVisible()
})

test('the course waits while something else hurts', async ({ page }) => {
  const events = courseDiary(at.getTime(), 9, { isAsked: true })
  const last = events.at(-1)
  if (last === undefined) throw new Error('the diary is empty')
  const cramp = { ...last, id: `${last.id.slice(0, -1)}f`, type: 'episode-began' as const, episode: 'f' }
  const { episode, id, v, type } = cramp
  await seedDiary(page, [
    ...events,
    { id, v, type, episode, at: last.at, complaint: 'cramp', region: 'calf', side: 'left' },
  ])
  await page.goto('/course')
  await expect(page.getByRole('heading', { name: 'Something else hurts too' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Start' })).toHaveCount(0)
})
