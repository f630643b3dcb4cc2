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
  await expect(card.getByRole('listitem')).toHaveText(['Walk 15 minutes', 'Three exercises, about 5 minutes'])
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
