// The table of docs/live-protocol.md, made from the rules: what every command answers in every phase.
import { commandNames, refusalOf, ruleOf } from './commands';
import { phases, type Hold } from './state';

/** Columns of the table: the phases, then a live that is held in the middle of an open question. */
export const situations = [...phases, 'paused', 'calm'] as const;
export type Situation = (typeof situations)[number];

/** The phase and hold of a column. */
export function situationOf(situation: Situation): { phase: (typeof phases)[number]; hold: Hold | null } {
	if (situation === 'paused' || situation === 'calm') return { phase: 'open', hold: situation };
	return { phase: situation, hold: null };
}

const statuses = { role: 403, ended: 410, phase: 409, held: 409 } as const;

/** The table in Markdown: one line for each command, a status in each situation for those who may ask. */
export function protocolTable(): string {
	const head = ['command', 'who', ...situations];
	const lines = commandNames.map((name) => {
		const cells = situations.map((situation) => {
			const refused = refusalOf(name, 'coach', situationOf(situation));
			return String(refused === null ? 200 : statuses[refused]);
		});
		return [`\`${name}\``, ruleOf(name).coach ? 'coach' : 'host, coach', ...cells];
	});
	const rows = [head, head.map(() => '---'), ...lines];
	return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
