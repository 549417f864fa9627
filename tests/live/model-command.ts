// npm run test:live-model -- [--seeds 1000] [--from 1] [--json]: the model test, as many seeds as wanted; the positive control first.
import { parseArgs } from 'node:util';
import { runModel } from './run-model';

const { values } = parseArgs({
	options: { seeds: { type: 'string', default: '1000' }, from: { type: 'string', default: '1' }, json: { type: 'boolean' } }
});
const control = await runModel({ seeds: 8, killEvery: 0, votes: 'racy' });
const onProgress = (done: number) => {
	if (!values.json && done % 100 === 0) console.log(`  ${done} seeds`);
};
const report = await runModel({ seeds: Number(values.seeds), from: Number(values.from), onProgress });
const ok = report.lost === 0 && report.double === 0 && control.lost > 0;
if (values.json) console.log(JSON.stringify({ ok, report, control }, null, '\t'));
else {
	const { seeds, accepted, refused, unknown, kills, lost, double } = report;
	console.log(`${seeds} seeds, two processes, ${report.redis ? 'with Redis' : 'WITHOUT Redis (not installed)'}, ${kills} kills`);
	console.log(`${accepted} answers accepted, ${refused} refused, ${unknown} unknown: ${lost} lost, ${double} counted twice`);
	console.log(`positive control (racy tally): ${control.lost} lost, found`);
	for (const bad of report.bad) console.log(JSON.stringify(bad));
}
process.exit(ok ? 0 : 1);
