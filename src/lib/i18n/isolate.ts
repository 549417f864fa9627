/** Words for use inside a sentence that may be in a script of the other direction (Unicode FSI and PDI). */
export function isolate(text: string): string {
	return `\u2068${text}\u2069`;
}

/** The same for what is read from left to right in every script, like a quarter: digits around a slash would be turned round. */
export function isolateLtr(text: string): string {
	return `\u2066${text}\u2069`;
}
