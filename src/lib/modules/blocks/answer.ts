// How an exercise's answer travels in an address without JavaScript: `o1=2` says that field 1 was answered by 2.
import type { Exercise } from '$lib/content/graph';

/** What an address says was answered, as `1.2`. */
export function readAnswers(query: URLSearchParams): string[] {
	return [...query].flatMap(([name, value]) => {
		const field = /^o(\d{1,3})$/.exec(name)?.[1];
		return field === undefined ? [] : [`${field}.${value}`];
	});
}

/** The answer to each field, in the order of the fields; null when an answer is not one that the exercise takes. */
export function findAnswers({ kind, fields }: Exercise, given: string[]): string[] | null {
	const left = new Map(
		given.map((each): [string, string] => [each.slice(0, each.indexOf('.')), each.slice(each.indexOf('.') + 1)])
	);
	const answers = fields.map(({ id, options }) => {
		const answer = left.get(id) ?? '';
		left.delete(id);
		const places = fields.map((_, index) => String(index + 1));
		const known = kind === 'order' ? places : kind === 'spot' || kind === 'multi' ? ['yes'] : options.map((option) => option.id);
		return answer === '' || known.includes(answer) ? answer : null;
	});
	return left.size === 0 && answers.every((answer) => answer !== null) ? answers : null;
}
