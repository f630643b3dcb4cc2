/** The words of the check that are not knowledge. The bench of the interview counts them as read. */

export const detailWords = {
  age: 'Your age?',
  years: 'years',
  sex: 'Sex at birth?',
  sexes: { female: 'Female', male: 'Male', undisclosed: 'I’d rather not say' },
  onset: 'How long ago did it begin? Less than',
  weeks: 'How many weeks pregnant are you?',
}

/** Named by a point inside each span, in hours, chosen so that no bound of a rule falls inside the span; ascending. */
export const spans = {
  3: '6 hours',
  12: '1 day',
  36: '2 days',
  60: '3 days',
  200: '2 weeks',
  600: '6 weeks',
  1500: '12 weeks',
  2200: 'Longer',
}

export const gateWords = {
  once: '“None” answers only for this list.',
}
