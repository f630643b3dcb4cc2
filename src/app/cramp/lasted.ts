/** How long a cramp lasted, in words. */
export function lasted(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000)
  if (milliseconds < 60_000) return 'less than a minute'
  if (minutes < 90) return minutes === 1 ? '1 minute' : `${minutes} minutes`
  const hours = Math.round(minutes / 60)
  return hours === 1 ? '1 hour' : `${hours} hours`
}
