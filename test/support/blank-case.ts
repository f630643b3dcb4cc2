/** A case with only the complaint. */
import type { Case } from '../../src/triage/case.ts'

export const blank: Case = {
  complaint: 'back',
  present: [],
  absent: [],
  unsure: [],
  context: {},
  conditions: [],
  medicines: [],
}
