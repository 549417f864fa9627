// npm run content:check [-- --dir DIR] [--json]: checks every module and says, by file, line and code, what to do.
import { parseArgs } from 'node:util';
import { formatFinding, hasError } from '../lib/content/finding';
import { compileAll } from '../lib/content/locate';

const { values } = parseArgs({ options: { dir: { type: 'string', default: 'content/modules' }, json: { type: 'boolean' } } });
const compiled = compileAll(values.dir);
const findings = compiled.flatMap((module) => module.findings);

if (values.json) console.log(JSON.stringify(findings, null, '\t'));
else {
	for (const finding of findings) console.log(formatFinding(finding));
	const errors = findings.filter(({ severity }) => severity === 'error').length;
	console.log(`${compiled.length} modules, ${errors} errors, ${findings.length - errors} warnings`);
}
if (hasError(findings)) process.exitCode = 1;
