/** The headings that CENT asks the report of an n-of-1 trial to have. */
export const centHeadings = [
  'Title',
  'Design',
  'Outcome',
  'Order',
  'Blinding',
  'Analysis',
  'Periods',
  'Results',
  'Limits',
  'Protocol',
]
