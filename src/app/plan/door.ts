/** What other capabilities may use of this one. */
export { afterCramp, exercises, isWithheld, lines, offerOf, planNow, remedies, withheld } from './plan-now.ts'
export { PlanPassport } from './plan-passport.tsx'
export { isKnown, loadNames, nameOf } from './remedy-names.ts'
export { ofItem, statementOf } from './remedy-passports.ts'
export { FirstStep } from './steps.tsx'
