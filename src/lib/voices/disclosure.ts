// What a coach may see of their own group (criterion P5). Pure: the numbers and the rules, without a database.

/** Below this many respondents, answers and choices aren't shown; above it they move in steps of at least this many. */
export const minimumRespondents = 5;

/** A number as a coach sees it: nobody yet, a few (fewer than five), or the multiple of five that it has reached. */
export type Count = { kind: 'none' } | { kind: 'few' } | { kind: 'reached'; n: number };

/** True when so many have answered since the last look that nobody's single answer can be told from the difference. */
export function mayRenew(live: number, shown: number): boolean {
	return live - shown >= minimumRespondents;
}

/**
 * Starts and completions of a module in a group. Zero starts read "nobody yet": a coach must see whether the code works,
 * and that a first person has begun tells nothing of what they did. Zero completions after a start read "a few" like one to four:
 * otherwise, in a small group, a coach would know that the one who began a hard story left it.
 */
export function discloseParticipation(started: number, completed: number): { started: Count; completed: Count } {
	if (started === 0 && completed === 0) return { started: { kind: 'none' }, completed: { kind: 'none' } };
	return { started: fewOrReached(started), completed: fewOrReached(completed) };
}

/** In steps, because an exact number moves with each single play, and so tells when somebody has begun or finished. */
function fewOrReached(n: number): Count {
	return n < minimumRespondents ? { kind: 'few' } : { kind: 'reached', n: n - (n % minimumRespondents) };
}
