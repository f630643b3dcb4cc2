/** The kinds of entry that answer a person, by what people call them; the others are rules and plans. */
export const seeKindNames = {
  remedy: 'Remedy',
  exercise: 'Exercise',
  medicine: 'Medicine',
  'known-medicine': 'Medicine',
  finding: 'Sign that the check asks',
  professional: 'Who can help',
  page: 'Medicines',
  food: 'Food',
} as const
export type SeeKind = keyof typeof seeKindNames
export const seeKinds = Object.keys(seeKindNames) as readonly SeeKind[]
