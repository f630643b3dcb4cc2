/** Hours after onset at which the red flags are asked again. */
export const checkInHours = [6, 24, 48, 72] as const
