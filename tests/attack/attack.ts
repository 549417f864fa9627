// `npm run voices:attack`: the attacks on the voices, each with its goal and with a control: the same attack must succeed on a
// naive store or table, or it proves nothing. `--only tables` runs the parts whose name contains it; HISTORIES=20 shortens one.
import { attackLinkage } from './linkage';
import { attackProofs } from './proofs';
import { attackTables } from './tables';
import { attackDifferences } from './differences';
import { attackFiles } from './files';
import { attackAdditiveTables } from './additive';
import type { Attack } from './report';

const parts: Record<string, () => Promise<Attack[]>> = {
	linkage: attackLinkage,
	proofs: attackProofs,
	tables: attackTables,
	differences: attackDifferences,
	files: attackFiles,
	additive: attackAdditiveTables
};

const flag = process.argv.indexOf('--only');
const only = flag > 0 ? (process.argv[flag + 1] ?? '') : '';
let failed = 0;
for (const [name, run] of Object.entries(parts)) {
	if (!name.includes(only)) continue;
	for (const { what, figure, goal, control, controlGoal } of await run()) {
		const passes = 'atMost' in goal ? figure <= goal.atMost : figure < goal.below;
		const proves = control >= controlGoal;
		if (!passes || !proves) failed++;
		const aim = 'atMost' in goal ? `<= ${round(goal.atMost)}` : `< ${round(goal.below)}`;
		console.log(
			`${passes ? ' ok ' : 'FAIL'}  ${what.padEnd(72)} ${String(round(figure)).padStart(8)}  goal ${aim.padEnd(9)} ${proves ? ' ok ' : 'FAIL'} control ${round(control)} (>= ${round(controlGoal)})`
		);
	}
}
console.log(failed ? `\n${failed} failed` : '\nAll attacks fail, and all controls succeed');
process.exit(failed ? 1 : 0);

function round(value: number): number {
	return Math.round(value * 1000) / 1000;
}
