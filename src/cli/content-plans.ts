// npm run content:plans [-- --dir DIR] [--json] [--record]: plays the plans of every module and training unit and says which nodes and choices they
// leave out. --record writes plays for those, each into the plan of the ending it reaches. Fails below 100 % or where a play is
// not as its plan says.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatFinding, hasError } from '../lib/content/finding';
import type { CompiledModule } from '../lib/content/graph';
import { compileAll, listPlans, storyFolders } from '../lib/content/locate';
import { checkPlans, type Coverage, type PlanReport } from '../lib/content/plan';
import { appendPlay, recordPlays } from '../lib/content/plan-record';
import { sourceLocale } from '../lib/i18n/locales';

const { values } = parseArgs({
	options: { dir: { type: 'string' }, json: { type: 'boolean' }, record: { type: 'boolean' } }
});

const reports: ({ slug: string } & PlanReport)[] = [];
for (const { slug, file, modules, findings } of (values.dir ? [values.dir] : storyFolders).flatMap((folder) =>
	compileAll(folder)
)) {
	if (!modules || hasError(findings)) {
		for (const finding of findings.filter(({ severity }) => severity === 'error')) console.error(formatFinding(finding));
		console.error(`${file}: can’t be played before these are corrected`);
		process.exitCode = 1;
		continue;
	}
	const module = modules[sourceLocale];
	const folder = dirname(file);
	let report = checkPlans(module, listPlans(folder));
	if (values.record && record(folder, module, report) > 0) report = checkPlans(module, listPlans(folder));
	reports.push({ slug, ...report });
}

if (values.json) console.log(JSON.stringify(reports, null, '\t'));
else for (const report of reports) print(report);
if (reports.some(({ findings, coverage }) => findings.length > 0 || !isWhole(coverage))) process.exitCode = 1;

function print({ slug, plays, findings, coverage }: { slug: string } & PlanReport): void {
	for (const { file, line, message, remedy } of findings) console.log(`${file}:${line} ${message} — ${remedy}`);
	const { nodes, edges } = coverage;
	console.log(`${slug}: ${plays} plays, ${describe(nodes)} of nodes, ${describe(edges)} of choices`);
	for (const missing of [...nodes.missing, ...edges.missing]) console.log(`  not played: ${missing}`);
	if (!isWhole(coverage)) console.log('  Write a plan for these, or run "npm run content:plans -- --record".');
}

function describe({ covered, total }: Coverage['nodes']): string {
	return `${Math.floor((covered / Math.max(1, total)) * 100)} % (${covered}/${total})`;
}

function isWhole({ nodes, edges }: Coverage): boolean {
	return nodes.missing.length === 0 && edges.missing.length === 0;
}

/** Adds recorded plays to the plans of their endings; returns how many. */
function record(folder: string, module: CompiledModule, { coverage }: PlanReport): number {
	const plays = recordPlays(module.graph, coverage.edges.missing);
	for (const play of plays) {
		const file = join(folder, `${play.ending}.plan`);
		writeFileSync(file, appendPlay(existsSync(file) ? readFileSync(file, 'utf8') : null, module, play));
	}
	if (plays.length > 0) console.error(`${folder}: ${plays.length} plays recorded`);
	return plays.length;
}
