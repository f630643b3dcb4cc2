/** The places of the app that walks and pictures go to. */

/** Screens of the diary. */
export const diaryScreens = ['diary', 'add', 'history', 'reminders', 'backup', 'import', 'about-me', 'report'] as const

/** Screens that a tap on a tab or a link opens, and that need no care under way. */
export const screens = [
  'settings',
  ...diaryScreens,
  'prevent',
  'causes',
  'medicines',
  'hydration',
  'learn',
  'painkillers',
  'evidence',
  'products',
  'professionals',
  'emergency',
] as const

/** Screens of food, which load the table of foods. */
export const foodScreens = ['food', 'eat'] as const

/** Pages of the reference, one of each kind at the least. */
export const referencePages = [
  'reference',
  'reference/remedies',
  'reference/remedies/heat',
  'reference/exercises/calf-release',
  'reference/findings/saddle-numbness',
  'reference/rules/infected-stone',
  'reference/tiers/soon',
  'reference/plans/back-low-back',
  'reference/products/theratherm-pad',
  'reference/needs/desk-pain',
  'reference/pages/painkillers',
  'reference/pages/emergency-numbers',
  'reference/sources/french2006',
  'reference/causes/venous',
  'reference/mimics',
  'reference/pointers',
  'reference/medicines/furosemide',
  'reference/known-medicines/apixaban',
  'reference/combinations/acute-dystonia',
  'reference/pages/medicine-advice',
  'reference/pages/urine-colours',
  'reference/memory',
  'reference/review',
] as const
