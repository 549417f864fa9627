// A table of cases: what must hold of a module, asked of the module itself by the unit tests and of each damaged copy by the mutation
// check, which stops at the first case that notices.
import { isDeepStrictEqual } from 'node:util';

export interface RuleCase<Rules> {
	name: string;
	holds: (rules: Rules) => boolean | Promise<boolean>;
}

export const same = (is: unknown, should: unknown) => isDeepStrictEqual(is, should);

/** True when it throws, or what it promises does. */
export async function refuses(work: () => unknown): Promise<boolean> {
	try {
		await work();
		return false;
	} catch {
		return true;
	}
}

/** The name of the first case that doesn't hold; null when all do. */
export async function firstBroken<Rules>(cases: readonly RuleCase<Rules>[], rules: Rules): Promise<string | null> {
	for (const { name, holds } of cases) {
		try {
			if (!(await holds(rules))) return name;
		} catch {
			return name;
		}
	}
	return null;
}
