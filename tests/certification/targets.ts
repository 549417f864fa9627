// The files that make and verify paths and badges, each with the table that it is held to.
import { checkCase } from './check-case';
import type { RuleCase } from './table';

export const folder = 'src/lib/certification';

/** A table is loaded when it is asked for: that of the verifier begins by making keys. */
export const targets: Record<string, () => Promise<RuleCase<never>[]>> = {
	path: async () =>
		(await import('./path-cases')).cases.map((each) => ({
			name: each.name,
			holds: (rules) => checkCase(rules, each).length === 0
		})),
	rubric: async () => {
		const { checkRubric } = await import('./rubric-cases');
		return [{ name: 'the rubric', holds: (rules) => checkRubric(rules).length === 0 }];
	},
	badge: async () => (await import('./badge-cases')).badgeCases,
	'badge-credential': async () => (await import('./credential-cases')).credentialCases,
	'badge-bake': async () => (await import('./bake-cases')).bakeCases,
	'badge-file': async () => (await import('./bake-cases')).fileCases,
	'badge-keys': async () => (await import('./keys-cases')).keyCases,
	'badge-name': async () => (await import('./keys-cases')).nameCases,
	'badge-status': async () => (await import('./keys-cases')).statusCases,
	'badge-contexts': async () => (await import('./keys-cases')).contextCases,
	'badge-verify': async () => (await import('./verify-cases')).verifyCases,
	'badge-sign.server': async () => (await import('./verify-cases')).signCases
};
