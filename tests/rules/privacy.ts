// What may never be stored or asked, read from the tables and pages themselves (docs/privacy).
import type { PrivacyDeclaration } from '../../src/lib/database/privacy';
import type { Files, Violation } from './source';

export interface TableShape {
	file: string;
	name: string;
	columns: string[];
}

const fields = ['subject', 'purpose', 'retention', 'erase'] as const;

/** Every table says whose data it holds, what for, how long, and how it is erased. */
export function checkDeclarations(tables: TableShape[], declared: Record<string, Partial<PrivacyDeclaration>>): Violation[] {
	return tables.flatMap(({ file, name }) => {
		const missing = fields.filter((field) => !declared[name]?.[field]?.trim());
		if (missing.length === 0) return [];
		return [
			{ file, message: `table ${name} declares no ${missing.join(', ')}: add it to the exported \`privacy\` of this file.` }
		];
	});
}

/** The voices store counts; it has no place to put a person, a device or a moment. */
export function checkVoices(tables: TableShape[]): Violation[] {
	const forbidden =
		/account|person|people|user|learner|participant|device|address|(^|_)ip($|_)|agent|cookie|session|token|email|nickname|birth|(^|_)at$|time/;
	return tables.flatMap(({ file, name, columns }) => {
		const column = columns.find((each) => forbidden.test(each));
		return column
			? [
					{
						file,
						message: `table ${name} has a column ${column}: voices hold counts per group and period, never a person or a moment.`
					}
				]
			: [];
	});
}

/** Pages of young people ask for no identity, set no cookie and call nobody else. */
export function checkLearnerPages(files: Files): Violation[] {
	const rules: [RegExp, string][] = [
		[/cookies\.set\(/, 'sets a cookie: learner pages keep what they need on the device.'],
		[
			/<(input|Field)\b[^>]*type="(email|tel|date|file)"/,
			'asks for an identity: a young person has no account, name, birth date or address here.'
		],
		[
			/<(input|textarea|Field)\b[^>]*name="(name|e?mail|phone|birth|nickname|surname)/i,
			'asks for an identity: a young person stays unknown to the server.'
		],
		[/locals\.account/, 'reads the account: a learner page is the same for everybody.'],
		[/(src|href)="https?:\/\/[^"]*\.(js|css|png|jpe?g|woff2?|svg)"/, 'loads from another origin: copy the file into the project.']
	];
	return [...files].flatMap(([file, text]) => {
		if (!file.includes('/(learn)/') && !file.startsWith('src/routes/participation')) return [];
		return rules.filter(([pattern]) => pattern.test(text)).map(([, message]) => ({ file, message }));
	});
}

/** Nothing that is logged comes from a request's body, address or headers. */
export function checkLogs(files: Files): Violation[] {
	const leak =
		/log\??\.(info|warn|error|debug)\([^)]*(getClientAddress|user-agent|headers|url\.search|\.body|passphrase|username)/;
	return [...files]
		.filter(([file, text]) => file.startsWith('src/') && leak.test(text))
		.map(([file]) => ({ file, message: 'logs something personal: log the request id, the route and counts only.' }));
}
