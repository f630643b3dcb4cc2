import { expect, it } from 'vitest'
import type { Contact, Tier } from '../knowledge/vocabulary.ts'
import type { Reason } from '../triage/triage.ts'
import { contactsOf } from './contacts.ts'

const reason = (tier: Tier, contact?: Contact): Reason => ({
  kind: 'rule',
  id: 'any',
  tier,
  ...(contact === undefined ? {} : { contact }),
})
const dentist = 'dentist' as Contact
const midwife = 'midwife' as Contact

it('lists the contacts of the most urgent reasons, each once', () => {
  expect(contactsOf([reason('same-day', midwife), reason('same-day', dentist), reason('same-day', midwife)])).toEqual([
    midwife,
    dentist,
  ])
})

it('leaves out the contact of a less urgent reason', () => {
  expect(contactsOf([reason('same-day'), reason('soon', dentist)])).toEqual([])
  expect(contactsOf([reason('soon', dentist), reason('same-day', midwife)])).toEqual([midwife])
  expect(contactsOf([reason('self-care', dentist)])).toEqual([dentist])
})

it('is empty if there is no reason', () => {
  expect(contactsOf([])).toEqual([])
})
