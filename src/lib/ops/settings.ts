// The configuration of an instance, read once from the environment and judged before anything else starts. A wrong value
// stops the start with the variable's name, its value (never a secret's) and the remedy.
import { resolve, sep } from 'node:path';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { secretFile } from './secret-file';

export interface Settings {
	port: number;
	host: string;
	/** Scheme, name and port that browsers see, in lower case and without a path. */
	origin: string;
	/** Folder of accounts.db, voices.db, live.db and moderation.db, or of this process's replicas of them. */
	dataDir: string;
	/** Folder of the keys that badges are signed with: never inside the data folder, whose backups must not hold them. */
	keysDir: string;
	/** Signs the state of a play without JavaScript. */
	secret: string;
	/** The server of the databases, `{database}` in its address standing for each one's name; null for files in `dataDir`. */
	database: { url: string; authToken: string | null } | null;
	/** Encrypts accounts.db at rest; null leaves it plain. */
	accountsKey: string | null;
	/** Opens /metrics to whoever sends it; null opens it to this machine alone. */
	metricsToken: string | null;
	/** True behind a proxy of our own: the last address in X-Forwarded-For, which that proxy wrote, is the caller's. */
	trustedProxy: boolean;
	/** Where the quick exit leads; null for the built-in neutral page. */
	exitUrl: string | null;
	/** Redis or Valkey, where an instance runs in several processes; null for one. */
	redisUrl: string | null;
	logLevel: (typeof logLevels)[number];
	/** How links are sent by e-mail, and from whom; null on an instance that sends none (the usual case). */
	mail: { url: string; from: string } | null;
	/** Marks the instance as a demo even if its data were not seeded. */
	demo: boolean;
}

export class SettingsError extends Error {
	override readonly name = 'SettingsError';
	/** Start-up prints errors that have a remedy without their trace. */
	constructor(
		message: string,
		readonly remedy = message
	) {
		super(message);
	}
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

interface Variable {
	rule: v.GenericSchema<string>;
	must: string;
	example: string;
	/** Where nothing is set. Without one, the variable must be set. */
	otherwise?: string;
	secret?: true;
}

const variables = {
	PORT: {
		rule: v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.check(isPort)),
		must: 'be a whole number from 1 to 65535',
		example: '3000',
		otherwise: '3000'
	},
	HOST: {
		rule: v.pipe(v.string(), v.regex(/^[A-Za-z0-9.:_-]+$/)),
		must: 'be an address or a name of this machine',
		example: '127.0.0.1',
		otherwise: '127.0.0.1'
	},
	ORIGIN: {
		rule: v.pipe(v.string(), v.check(isOrigin)),
		must: 'be the address that browsers open, without a path',
		example: 'https://relais.example.org'
	},
	DATA_DIR: { rule: v.pipe(v.string(), v.check(isPath)), must: 'be a folder', example: './data', otherwise: './data' },
	DATABASE_URL: {
		rule: v.pipe(
			v.string(),
			v.check((value) => value === '' || isDatabaseUrl(value))
		),
		must: 'be the address of a libSQL server (libsql:// or https://; http:// inside a network of your own), with {database} in the name of its host and no path',
		example: 'libsql://{database}.db.example.org',
		otherwise: ''
	},
	DATABASE_AUTH_TOKEN: {
		rule: v.pipe(v.string(), v.regex(/^[\x21-\x7e]*$/)),
		must: 'be the token of that server, without spaces',
		example: 'eyJ…',
		otherwise: '',
		secret: true
	},
	KEYS_DIR: {
		rule: v.pipe(
			v.string(),
			v.check((value) => value === '' || isPath(value))
		),
		must: 'be a folder outside DATA_DIR',
		example: './data-keys',
		otherwise: ''
	},
	SECRET: {
		rule: v.pipe(v.string(), v.minLength(32)),
		must: 'be at least 32 random characters, the same at every start',
		example: '$(openssl rand -base64 32)',
		secret: true
	},
	ACCOUNTS_KEY: {
		rule: v.pipe(v.string(), v.regex(/^$|^[A-Za-z0-9+/=_-]{32,200}$/)),
		must: 'be at least 32 random letters and digits, the same at every start',
		example: '$(openssl rand -hex 32)',
		otherwise: '',
		secret: true
	},
	METRICS_TOKEN: {
		rule: v.pipe(v.string(), v.regex(/^$|^[\x21-\x7e]{24,200}$/)),
		must: 'be at least 24 random characters without spaces',
		example: '$(openssl rand -hex 24)',
		otherwise: '',
		secret: true
	},
	TRUSTED_PROXY: { rule: v.picklist(['0', '1']), must: 'be 0 or 1', example: '1', otherwise: '0' },
	EXIT_URL: {
		rule: v.pipe(
			v.string(),
			v.check((value) => value === '' || isSafeUrl(value))
		),
		must: 'be an https address',
		example: 'https://www.meteo.be/',
		otherwise: ''
	},
	SMTP_URL: {
		rule: v.pipe(
			v.string(),
			v.check((value) => value === '' || isMailServer(value))
		),
		must: 'be the address of a mail server, smtp:// or smtps://',
		example: 'smtps://name:passphrase@mail.example.org',
		otherwise: '',
		secret: true
	},
	SMTP_FROM: {
		rule: v.pipe(v.string(), v.regex(/^$|^[^\s@<>"]+@[^\s@<>"]+$/)),
		must: 'be the e-mail address that mail comes from',
		example: 'relais@example.org',
		otherwise: ''
	},
	REDIS_URL: {
		rule: v.pipe(
			v.string(),
			v.check((value) => value === '' || isRedisUrl(value))
		),
		must: 'be the address of a Redis or Valkey server',
		example: 'redis://127.0.0.1:6379',
		otherwise: '',
		// It may hold a password.
		secret: true
	},
	LOG_LEVEL: { rule: v.picklist(logLevels), must: `be one of ${logLevels.join(', ')}`, example: 'info', otherwise: 'info' },
	RELAIS_DEMO: { rule: v.picklist(['0', '1']), must: 'be 0 or 1', example: '0', otherwise: '0' }
} satisfies Record<string, Variable>;

type Name = keyof typeof variables;

/** The variables that nobody may see. */
export const secretNames = Object.entries<Variable>(variables).flatMap(([name, { secret }]) => (secret ? [name] : []));

/** What `vite dev` and unit tests may leave unset; a deployment may not. */
const developmentDefaults: Partial<Record<Name, string>> = { SECRET: 'development-only-secret-that-protects-nothing' };

/** Reads and validates the environment. Throws SettingsError that lists every wrong variable. */
export function readSettings(given: Record<string, string | undefined>): Settings {
	const problems: string[] = [];
	const env = readSecretFiles(given, problems);
	const read = (name: Name): string => {
		const variable: Variable = variables[name];
		const value = env[name] || defaultOf(name, env) || variable.otherwise;
		const { success } = v.safeParse(variable.rule, value);
		if (success && value !== undefined) return value;
		problems.push(describeProblem(name, variable, env[name]));
		return '';
	};
	const settings: Settings = {
		port: Number(read('PORT')),
		host: read('HOST'),
		origin: parseUrl(read('ORIGIN'))?.origin ?? '',
		dataDir: read('DATA_DIR'),
		keysDir: readKeysDir(read('KEYS_DIR'), read('DATA_DIR'), problems),
		database: readDatabase(read('DATABASE_URL'), read('DATABASE_AUTH_TOKEN'), problems),
		secret: read('SECRET'),
		accountsKey: read('ACCOUNTS_KEY') || null,
		metricsToken: read('METRICS_TOKEN') || null,
		trustedProxy: read('TRUSTED_PROXY') === '1',
		exitUrl: read('EXIT_URL') || null,
		redisUrl: read('REDIS_URL') || null,
		logLevel: read('LOG_LEVEL') as Settings['logLevel'],
		mail: readMail(read('SMTP_URL'), read('SMTP_FROM'), problems),
		demo: read('RELAIS_DEMO') === '1'
	};
	if (problems.length > 0) throw new SettingsError(problems.join('\n'));
	return settings;
}

/** Beside the data folder unless said otherwise; inside it, every backup of the data would hold the keys. */
function readKeysDir(wanted: string, dataDir: string, problems: string[]): string {
	if (wanted === '') return `${resolve(dataDir)}-keys`;
	const inside = `${resolve(wanted)}${sep}`.startsWith(`${resolve(dataDir)}${sep}`);
	if (inside) problems.push(describeProblem('KEYS_DIR', variables.KEYS_DIR, wanted));
	return resolve(wanted);
}

/** A secret may stand in a file: files don't show in process lists. */
function readSecretFiles(env: Record<string, string | undefined>, problems: string[]): Record<string, string | undefined> {
	const read = { ...env };
	for (const name of secretNames) {
		const path = secretFile(name, env);
		if (!path) continue;
		try {
			read[name] = readFileSync(path, 'utf8').trim();
		} catch {
			problems.push(`${name}_FILE is "${path}", which can't be read. Let the user that runs Relais read it, or set ${name}.`);
		}
	}
	return read;
}

/** A token without a server is a forgotten DATABASE_URL: the instance would start on empty files. */
function readDatabase(url: string, token: string, problems: string[]): Settings['database'] {
	if (url === '' && token !== '') problems.push(describeProblem('DATABASE_URL', variables.DATABASE_URL, ''));
	return url === '' ? null : { url, authToken: token || null };
}

/** Both or neither: mail without a sender is refused by every server on the way. */
function readMail(url: string, from: string, problems: string[]): Settings['mail'] {
	if (url !== '' && from === '') problems.push(describeProblem('SMTP_FROM', variables.SMTP_FROM, ''));
	return url === '' || from === '' ? null : { url, from };
}

/** Vite sets NODE_ENV to `development`, vitest to `test`; anything else, nothing included, is a deployment. */
function defaultOf(name: Name, env: Record<string, string | undefined>): string | undefined {
	if (env.NODE_ENV !== 'development' && env.NODE_ENV !== 'test') return undefined;
	return name === 'ORIGIN' ? `http://localhost:${env.PORT || variables.PORT.otherwise}` : developmentDefaults[name];
}

function describeProblem(name: Name, { must, example, secret }: Variable, value: string | undefined): string {
	const found = secret ? `is ${value?.length} characters long` : `is "${value}"`;
	return `${name} ${value ? found : 'is not set'}, but must ${must}. Set it, for example: ${name}=${example}`;
}

function isPort(value: string): boolean {
	return Number(value) >= 1 && Number(value) <= 65_535;
}

function isOrigin(value: string): boolean {
	const url = parseUrl(value);
	return url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
}

function isSafeUrl(value: string): boolean {
	const url = parseUrl(value);
	return url !== null && url.protocol === 'https:' && url.username === '' && url.password === '';
}

function isMailServer(value: string): boolean {
	return /^smtps?:$/.test(parseUrl(value)?.protocol ?? '') && parseUrl(value)?.hostname !== '';
}

function isRedisUrl(value: string): boolean {
	const url = parseUrl(value);
	return url !== null && /^rediss?:$/.test(url.protocol) && url.hostname !== '';
}

/** In the host, because replicas are asked for by host alone; a token in the address would stand in messages. */
function isDatabaseUrl(value: string): boolean {
	const url = parseUrl(value.replace('{database}', 'accounts'));
	const bare = url !== null && /^(libsql|https?):$/.test(url.protocol) && `${url.username}${url.search}${url.hash}` === '';
	return bare && ['', '/'].includes(url.pathname) && /^\w+:\/\/[^/]*\{database\}/.test(value);
}

function isPath(value: string): boolean {
	return value.trim() !== '' && !value.includes('\0');
}

function parseUrl(value: string): URL | null {
	return URL.canParse(value) ? new URL(value) : null;
}
