// Words in the code that need a very good reason, and secrets that nobody may commit.
import type { Files, Violation } from './source';

const dangers: { pattern: RegExp; where: RegExp; except?: RegExp; message: string }[] = [
	{ pattern: /child_process/, where: /^src\/(lib|routes|hooks)/, message: 'starts other programs: only commands may.' },
	{ pattern: /\beval\(|new Function\(/, where: /^src\//, message: 'runs a text as code: parse it.' },
	{
		pattern: /sql\.raw\(/,
		where: /^src\/(lib|routes|hooks)/,
		// The statements of migrations are files of this repository, run at the start: nothing that anybody sends is in them.
		except: /^src\/lib\/database\/migrations\.server\.ts$/,
		message: 'puts a text into SQL: bind it (sql`… ${value}`).'
	},
	{ pattern: /rejectUnauthorized/, where: /^src\//, message: 'turns the check of certificates off.' },
	{
		pattern: /addEventListener\('message'/,
		where: /^src\//,
		// Between a page and a worker of its own: no other window has a hand on that channel.
		except: /service-worker\.ts$|certification\/(Verifier\.svelte|verify-engine\.ts)$/,
		message: 'hears messages of other windows: check their origin, and say so here.'
	}
];

export function checkDanger(files: Files): Violation[] {
	return [...files].flatMap(([file, text]) =>
		file.endsWith('.test.ts')
			? []
			: dangers
					.filter(({ pattern, where, except }) => where.test(file) && !except?.test(file) && pattern.test(text))
					.map(({ message }) => ({ file, message }))
	);
}

const secrets: [what: string, pattern: RegExp][] = [
	['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----\s*\n\s*[A-Za-z0-9+/]/],
	['a secret key of age', /AGE-SECRET-KEY-1[A-Z0-9]{40,}/],
	['a token', /\b(ghp|gho|ghs|github_pat|glpat|npm|xox[abp])[_-][A-Za-z0-9_-]{20,}/],
	['a key of a cloud', /\bAKIA[A-Z0-9]{16}\b/],
	['an address with a passphrase in it', /\b\w+:\/\/[\w.-]+:(?!passphrase@|name@|mine@|password@)[^\s@/'"`${}<>…]{6,}@[\w.-]+/],
	['a value of SECRET', /\b(SECRET|ACCOUNTS_KEY|METRICS_TOKEN|BACKUP_PASSPHRASE)=["']?[A-Za-z0-9+/]{24,}/]
];

/** What looks like a secret in a text. */
export function findSecrets(text: string): string[] {
	return secrets.filter(([, pattern]) => pattern.test(text)).map(([what]) => what);
}
