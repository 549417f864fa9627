// `npm run bench:content`: how long content:check takes with 1, 20 and 200 modules, and how much of a graph goes to a
// phone. `--json` prints the figures alone.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureGraph } from '../../src/lib/content/check-budget';
import { hasError } from '../../src/lib/content/finding';
import { compileAll, storyFolders } from '../../src/lib/content/locate';
import { checkAll } from '../../src/cli/check-all';
import { writeModules } from './generated-module';
import { print, type Row } from './rows';

const nodes = 30;
const folder = mkdtempSync(join(tmpdir(), 'relais-bench-'));
const rows: Row[] = [];
try {
	const own = storyFolders.flatMap((folder) => compileAll(folder));
	const { ms } = await time(() => checkAll(...storyFolders));
	rows.push({
		what: 'the project’s own modules and training units, each',
		value: ms / own.length,
		unit: 'ms',
		goal: { atMost: 300 }
	});
	for (const count of [1, 20, 200]) {
		const directory = join(folder, String(count));
		writeModules(directory, count, nodes);
		const { ms, result } = await time(() => checkAll(directory));
		if (result.some(({ findings }) => hasError(findings)))
			throw new Error('A generated module has errors: mend generated-module.ts.');
		rows.push({ what: `check of ${count} modules of ${nodes} nodes, 4 languages`, value: ms, unit: 'ms', goal: goalFor(count) });
		if (count > 1) continue;
		const bytes = measureGraph(compileAll(directory)[0]!.modules!.fr.graph);
		rows.push({ what: `graph without words, ${nodes} nodes, brotli`, value: bytes, unit: 'B', goal: { atMost: 2000 } });
	}
	for (const { slug, modules } of own) {
		const size = Object.keys(modules!.fr.graph.nodes).length;
		const bytes = (measureGraph(modules!.fr.graph) / size) * nodes;
		rows.push({
			what: `graph of ${slug}, for each ${nodes} of its ${size} nodes`,
			value: bytes,
			unit: 'B',
			goal: { atMost: 2000 }
		});
	}
} finally {
	rmSync(folder, { recursive: true });
}
process.exit(print(rows) ? 0 : 1);

function goalFor(count: number): Row['goal'] {
	return { atMost: count === 200 ? 5000 : 300 * count };
}

/** The better of two runs: the first one also pays for starting up. */
async function time<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
	let ms = Infinity;
	let result!: T;
	for (let run = 0; run < 2; run++) {
		const start = performance.now();
		result = await work();
		ms = Math.min(ms, performance.now() - start);
	}
	return { ms, result };
}
