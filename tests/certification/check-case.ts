// Asks a copy of the path rules one case of the table; gives what is wrong, in words.
import type * as Rules from '../../src/lib/certification/path';
import { today, type Case } from './path-cases';

type PathRules = Pick<typeof Rules, 'followPath' | 'listMissing' | 'validUntil' | 'noticeOf'>;

export function checkCase(rules: PathRules, { facts, on = today, ...expected }: Case): string[] {
	const view = rules.followPath(facts, on);
	const wrong: string[] = [];
	const same = (what: string, is: unknown, should: unknown) => {
		if (JSON.stringify(is) !== JSON.stringify(should))
			wrong.push(`${what} is ${JSON.stringify(is)}, not ${JSON.stringify(should)}`);
	};
	same('missing', rules.listMissing(facts, on), expected.missing);
	for (const key of ['purpose', 'ready', 'certified', 'notice', 'lastDay'] as const)
		if (expected[key] !== undefined) same(key, view[key], expected[key]);
	if (expected.next !== undefined) same('next', view.next?.id ?? null, expected.next);
	const step = (id: string) => view.steps.find((each) => each.id === id);
	for (const [id, counts] of Object.entries(expected.counts ?? {})) same(id, `${step(id)?.have}/${step(id)?.need}`, counts);
	for (const [id, units] of Object.entries(expected.units ?? {})) same(`units of ${id}`, step(id)?.missing, units);
	return wrong;
}

/** The months of a certificate, which no case of the table is about. */
export function checkMonths(rules: PathRules): string[] {
	const months: [string, string][] = [
		['2026-11-25', '2028-11'],
		['2026-01-31', '2028-01'],
		['2028-02-29', '2030-02']
	];
	const wrong = months.filter(([day, month]) => rules.validUntil(day) !== month).map(([day]) => `validUntil(${day})`);
	return rules.noticeOf(null, today) === null ? wrong : [...wrong, 'noticeOf(null)'];
}
