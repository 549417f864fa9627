// Asks a copy of the path rules one case of the table; gives what is wrong, in words.
import type * as Rules from '../../src/lib/certification/path';
import { today, type Case } from './path-people';

type PathRules = Pick<typeof Rules, 'followPath' | 'listMissing' | 'noticeOf'>;

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
	return rules.noticeOf(null, on) === null ? wrong : [...wrong, 'a notice without a certificate'];
}
