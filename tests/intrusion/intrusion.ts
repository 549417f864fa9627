// `npm run test:attack`: attacks the production build on loopback with sqlmap, wapiti, ffuf (Debian's, installed when they are
// missing and this is root) and probes of our own, after the same attacks have found a planted hole of each kind. Needs a build.
import { existsSync } from 'node:fs';
import { startPlanted } from './planted';
import { probe } from './probes';
import { startProduct } from './product';
import { findTools, runTools, tools } from './tools';
import { kinds, type Finding } from './target';

if (!existsSync('build/handler.js')) {
	console.error('Relais is not built yet. Run: npm run build');
	process.exit(1);
}

const here = findTools();
const problems: string[] = [];

const planted = await startPlanted();
const controls: Finding[] = [];
try {
	controls.push(...(await probe(planted.target)), ...(await runTools(planted.target, here)).found);
} finally {
	await planted.stop();
}
for (const kind of kinds) {
	const by = [...new Set(controls.filter((each) => each.kind === kind).map(({ what }) => what.split(' ')[0]))];
	console.log(`planted ${kind}: ${by.length > 0 ? `found by ${by.join(', ')}` : 'NOT FOUND'}`);
	if (by.length === 0) problems.push(`The planted ${kind} was not found: the attacks prove nothing.`);
}

const product = await startProduct();
try {
	const { found, ran } = await runTools(product.target, here);
	const all = [...found, ...(await probe(product.target)), ...(await probe(product.secure))];
	for (const line of ran) console.log(`product: ${line}`);
	for (const { kind, what } of all) problems.push(`${kind}: ${what}`);
	const alive = await fetch(`${product.target.origin}/health`);
	if (!alive.ok) problems.push('The server is not well after the attacks.');
} finally {
	await product.stop();
}

for (const tool of tools)
	if (!here.includes(tool)) console.log(`not run: ${tool} is not installed (Debian: apt-get install ${tool})`);
for (const problem of problems) console.error(problem);
console.log(`${problems.length} findings.`);
process.exit(problems.length === 0 ? 0 : 1);
