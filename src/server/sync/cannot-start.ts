/** A start that fails with one line: what, where, how to mend. */
export class CannotStart extends Error {}
