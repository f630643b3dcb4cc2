/** One number of an array whose bounds the caller knows: numeric loops index more than they iterate. */
export const at = (values: ArrayLike<number>, index: number): number => values[index] as number
