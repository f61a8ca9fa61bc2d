/** The operators that tell whether two values are the same. */
export const EQUALITY: ReadonlySet<string> = new Set(['==', '===', '!=', '!==']);
