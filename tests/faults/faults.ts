// `npm run test:faults [-- part of a name]`: every fault that we could think of, one after the other, and one table at the end.
// Needs a build. About ten minutes on two cores. Exits with 1 when something is not as expected.
import { existsSync } from 'node:fs';
import { disk } from './disk';
import { existing, killsOfAnswers, killsOfCounts } from './existing';
import type { Fault } from './fault';
import { migration } from './migration';
import { network } from './network';
import { several } from './several';
import { worker } from './worker';

if (!existsSync('build/handler.js')) {
	console.error('Relais is not built yet. Run: npm run build');
	process.exit(1);
}

const wanted = process.argv[2] ?? '';
const faults: Fault[] = [...disk, ...network, ...several, ...migration, ...worker, ...existing].filter(({ fault }) =>
	fault.includes(wanted)
);
const rows: [state: string, fault: string, expected: string, seen: string][] = [];
for (const { fault, expected, try: attempt } of faults) {
	const began = performance.now();
	process.stderr.write(`${fault} … `);
	const [state, seen] = await attempt().then(
		(result) => (result === null ? (['not tried', 'this machine can’t'] as const) : (['as expected', result] as const)),
		(error: unknown) => ['WRONG', error instanceof Error ? error.message : String(error)] as const
	);
	process.stderr.write(`${state} (${Math.round((performance.now() - began) / 1000)} s)\n`);
	rows.push([state, fault, expected, seen]);
}

console.log('\n| | Fault | Expected | Seen |\n|---|---|---|---|');
for (const row of rows) console.log(`| ${row.map((cell) => cell.replaceAll('\n', ' ').replaceAll('|', '\\|')).join(' | ')} |`);
const count = (state: string) => rows.filter(([each]) => each === state).length;
console.log(
	`\n${rows.length} faults: ${count('as expected')} as expected, ${count('WRONG')} wrong, ${count('not tried')} not tried.`
);
if (wanted === '') console.log(`Killed ${killsOfCounts + killsOfAnswers + 5 + 5 + 1} times with kill -9.`);
process.exit(count('WRONG') === 0 ? 0 : 1);
