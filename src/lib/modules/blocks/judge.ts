// What an exercise answers to an answer. The server says it when it makes the page, the script says it in place: one rule for both.
// Nothing is graded; what is wrong may be tried again, and right explanations come with right answers.
import type { Exercise, ExerciseField } from '$lib/content/graph';

/** `pick`: something is missing; `more`: right so far; `heard`: an opinion, neither right nor wrong. */
export type Verdict = 'pick' | 'more' | 'again' | 'complete' | 'heard';
export const verdicts: readonly Verdict[] = ['pick', 'more', 'again', 'complete', 'heard'];

export interface Judged {
	verdict: Verdict;
	fields: { says: 'right' | 'again' | null; explains: boolean }[];
}

/** Whether one answer is enough: in the others, each field wants one. */
export function canSkip(kind: Exercise['kind']): boolean {
	return kind === 'spot' || kind === 'multi' || kind === 'single';
}

/** Judges the answers, one for each field; '' where none was given (or a line was not ticked). */
export function judge(fields: Pick<ExerciseField, 'right'>[], answers: string[], one: boolean): Judged {
	const given = fields.map(({ right }, index) => ({ right, answer: answers[index] ?? '' }));
	const enough = one ? given.some(({ answer }) => answer) : given.every(({ answer }) => answer);
	if (!enough) return { verdict: 'pick', fields: given.map(() => ({ says: null, explains: false })) };
	if (given.some(({ right }) => right === undefined))
		return { verdict: 'heard', fields: given.map(() => ({ says: null, explains: true })) };
	const complete = given.every(({ right, answer }) => answer === right);
	const wrong = given.some(({ right, answer }) => answer && answer !== right);
	return {
		verdict: complete ? 'complete' : wrong ? 'again' : 'more',
		fields: given.map(({ right, answer }) => ({
			says: !answer ? null : answer === right ? 'right' : 'again',
			// A line that was ticked wrongly is explained too: there, the explanation gives nothing else away.
			explains: complete || (answer !== '' && (one || answer === right))
		}))
	};
}
