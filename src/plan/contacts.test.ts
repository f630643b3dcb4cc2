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

it('names whom the most urgent reasons send the person to, each once', () => {
  expect(contactsOf([reason('same-day', midwife), reason('same-day', dentist), reason('same-day', midwife)])).toEqual([
    midwife,
    dentist,
  ])
})

it('leaves out whom a less urgent reason names', () => {
  expect(contactsOf([reason('same-day'), reason('soon', dentist)])).toEqual([])
  expect(contactsOf([reason('soon', dentist), reason('same-day', midwife)])).toEqual([midwife])
  expect(contactsOf([reason('self-care', dentist)])).toEqual([dentist])
})

it('names nobody where there is no reason', () => {
  expect(contactsOf([])).toEqual([])
})
