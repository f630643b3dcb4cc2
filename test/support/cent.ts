/** The headings that CENT requires for the report of an n-of-1 trial. */
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
