/** Today as YYYY-MM-DD, which decides what is past its review date and withheld. */
import { utcDay } from '../time.ts'

export const today = (): string => utcDay(Date.now())
