/** One number of an array whose bounds the caller has checked: numeric loops index more than they iterate. */
export const at = (values: ArrayLike<number>, index: number): number => values[index] as number
