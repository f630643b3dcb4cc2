/** Today as YYYY-MM-DD: content past its review date is withheld by it. */
export const today = (): string => new Date().toISOString().slice(0, 10)
