/** The places of the app that walks and pictures visit. */

/** Screens of the diary. */
export const diaryScreens = [
  'diary',
  'add',
  'history',
  'patterns',
  'reminders',
  'backup',
  'import',
  'about-me',
  'report',
  'visit',
] as const

/** Screens that open from a tab or a link, and need no episode. */
export const screens = [
  'settings',
  'lock',
  'sync',
  'share',
  'shared',
  'clinic',
  'view',
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
  'knowledge',
  'course',
  'emergency',
] as const

/** Screens of food, which load the table of foods. */
export const foodScreens = ['food', 'eat', 'rich'] as const

/** Pages of the reference, at least one of each kind. */
export const referencePages = [
  'reference',
  'reference/remedies',
  'reference/remedies/heat',
  'reference/exercises/calf-release',
  'reference/findings/saddle-numbness',
  'reference/rules/infected-stone',
  'reference/tiers/soon',
  'reference/plans/back-low-back',
  'reference/courses/back-recurrent',
  'reference/course-questions/low-mood',
  'reference/products/theratherm-pad',
  'reference/needs/desk-pain',
  'reference/pages/painkillers',
  'reference/pages/emergency-numbers',
  'reference/pages/contacts',
  'reference/pages/crisis-lines',
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
  'reference/review/pharmacy',
] as const
