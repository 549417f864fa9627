// `npm run bench`: every bench and the budgets, one after the other on an otherwise quiet machine, each figure beside its goal; then
// which parts missed one. About half an hour. `--only live` runs the parts whose name contains it. Needs a build and Redis.
import { spawnSync } from 'node:child_process';

const parts = ['budget', 'bench:pages', 'bench:content', 'bench:people', 'bench:voices', 'bench:live', 'bench:routes'];

const flag = process.argv.indexOf('--only');
const only = flag > 0 ? (process.argv[flag + 1] ?? '') : '';
const ended = parts
	.filter((name) => name.includes(only))
	.map((name) => {
		console.log(`\n== ${name}`);
		const began = Date.now();
		const { status } = spawnSync('npm', ['run', '--silent', name], { stdio: 'inherit' });
		return { name, met: status === 0, minutes: (Date.now() - began) / 60_000 };
	});

console.log('\n== all');
for (const { name, met, minutes } of ended)
	console.log(`${met ? ' ok ' : 'MISS'}  ${name.padEnd(16)} ${minutes.toFixed(1).padStart(5)} min`);
process.exit(ended.every(({ met }) => met) ? 0 : 1);
