// npm run content:check [-- --dir DIR] [--json]: checks every module, training unit and kit and says, by file, line and code, what to do.
import { parseArgs } from 'node:util';
import { formatFinding, hasError } from '../lib/content/finding';
import { compileKits } from '../lib/content/kit-compile';
import { storyFolders } from '../lib/content/locate';
import { checkAll } from './check-all';

const { values } = parseArgs({ options: { dir: { type: 'string' }, json: { type: 'boolean' } } });
const checked = await checkAll(...(values.dir ? [values.dir] : storyFolders));
const slugs = new Set(checked.map(({ slug }) => slug));
const kits = compileKits(values.dir ?? 'content/kits', (slug) => slugs.has(slug));
const findings = [...checked, ...kits].flatMap((each) => each.findings);

if (values.json) console.log(JSON.stringify(findings, null, '\t'));
else {
	for (const finding of findings) console.log(formatFinding(finding));
	const errors = findings.filter(({ severity }) => severity === 'error').length;
	console.log(
		`${checked.length} modules${values.dir ? '' : ' and training units'},${kits.length > 0 ? ` ${kits.length} kits,` : ''} ${errors} errors, ${findings.length - errors} warnings`
	);
}
if (hasError(findings)) process.exitCode = 1;
