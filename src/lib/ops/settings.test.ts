import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../tests/temporary';
import { readSettings, SettingsError } from './settings';

const secret = 'a secret of thirty-two characters';
const required = { ORIGIN: 'https://relais.example.org', SECRET: secret };

function problemOf(env: Record<string, string | undefined>): string {
	try {
		readSettings(env);
	} catch (error) {
		expect(error).toBeInstanceOf(SettingsError);
		return (error as SettingsError).message;
	}
	return '';
}

describe('readSettings', () => {
	it('needs an origin and a secret, and has defaults for the rest', () => {
		expect(readSettings(required)).toEqual({
			port: 3000,
			host: '127.0.0.1',
			origin: 'https://relais.example.org',
			dataDir: './data',
			keysDir: resolve('data-keys'),
			database: null,
			secret,
			accountsKey: null,
			metricsToken: null,
			trustedProxy: false,
			exitUrl: null,
			redisUrl: null,
			logLevel: 'info',
			mail: null,
			demo: false
		});
	});

	it('takes what is set', () => {
		const env = {
			PORT: '80',
			HOST: '::',
			ORIGIN: 'http://10.0.0.7:80/',
			DATA_DIR: '/var/lib/relais',
			SECRET: secret,
			TRUSTED_PROXY: '1',
			EXIT_URL: 'https://www.meteo.be/',
			LOG_LEVEL: 'warn',
			SMTP_URL: 'smtp://127.0.0.1:2525',
			SMTP_FROM: 'relais@example.org',
			RELAIS_DEMO: '1'
		};
		expect(readSettings(env)).toMatchObject({
			port: 80,
			host: '::',
			trustedProxy: true,
			exitUrl: 'https://www.meteo.be/',
			logLevel: 'warn',
			mail: { url: 'smtp://127.0.0.1:2525', from: 'relais@example.org' },
			demo: true
		});
	});

	it('writes an origin as browsers do', () => {
		expect(readSettings({ ...required, ORIGIN: 'HTTPS://Relais.Example.org:443/' }).origin).toBe('https://relais.example.org');
	});

	it.each(['development', 'test'])('invents the required ones in %s', (NODE_ENV) => {
		expect(readSettings({ NODE_ENV, PORT: '4000' })).toMatchObject({ origin: 'http://localhost:4000' });
		expect(problemOf({ NODE_ENV, ORIGIN: 'nonsense' })).toContain('ORIGIN is "nonsense"');
	});

	it('invents nothing for a deployment', () => {
		expect(problemOf({})).toMatch(/ORIGIN is not set.*\n.*SECRET is not set/);
		expect(problemOf({ NODE_ENV: 'production' })).toContain('ORIGIN is not set');
	});

	it.each([
		['PORT', 'abc'],
		['PORT', '0'],
		['PORT', '65536'],
		['PORT', '3000x'],
		['HOST', 'my host'],
		['ORIGIN', 'relais.example.org'],
		['ORIGIN', 'https://relais.example.org/fr'],
		['ORIGIN', 'ftp://relais.example.org'],
		['DATA_DIR', '   '],
		['DATABASE_URL', 'postgres://{database}.example.org'],
		['DATABASE_URL', 'libsql://accounts.example.org'],
		['DATABASE_URL', 'http://db.example.org/dev/{database}'],
		['DATABASE_URL', 'libsql://{database}.example.org?authToken=abc'],
		['TRUSTED_PROXY', 'X-Forwarded-For'],
		['EXIT_URL', 'javascript:alert(1)'],
		['EXIT_URL', 'http://www.meteo.be'],
		['EXIT_URL', 'https://me:mine@www.meteo.be'],
		['SMTP_FROM', 'nobody'],
		['LOG_LEVEL', 'loud'],
		['RELAIS_DEMO', 'yes']
	])('stops at %s=%s, naming both and the remedy', (name, value) => {
		const problem = problemOf({ ...required, [name]: value });
		expect(problem).toContain(`${name} is "${value}", but must `);
		expect(problem).toContain(`for example: ${name}=`);
	});

	it.each(['mail.example.org', 'https://mail.example.org', 'smtp://'])(
		'stops at a mail server %s without showing it',
		(SMTP_URL) => {
			const problem = problemOf({ ...required, SMTP_URL, SMTP_FROM: 'relais@example.org' });
			expect(problem).toContain('SMTP_URL is');
			expect(problem).not.toContain(`"${SMTP_URL}"`);
		}
	);

	it('wants to know from whom mail comes', () => {
		expect(problemOf({ ...required, SMTP_URL: 'smtp://127.0.0.1' })).toContain('SMTP_FROM is not set');
	});

	it('names each database on its server, and needs the server where there is a token', () => {
		const DATABASE_URL = 'libsql://{database}-relais.example.org';
		expect(readSettings({ ...required, DATABASE_URL }).database).toEqual({ url: DATABASE_URL, authToken: null });
		expect(readSettings({ ...required, DATABASE_URL, DATABASE_AUTH_TOKEN: 'abc' }).database?.authToken).toBe('abc');
		const problem = problemOf({ ...required, DATABASE_AUTH_TOKEN: 'a-token' });
		expect(problem).toContain('DATABASE_URL is not set, but must be the address of a libSQL server');
		expect(problem).not.toContain('a-token');
	});

	it('reads a secret from a file, and says which one it could not read', () => {
		const file = join(temporaryFolder(), 'key');
		writeFileSync(file, `${'k'.repeat(40)}\n`);
		expect(readSettings({ ...required, ACCOUNTS_KEY_FILE: file }).accountsKey).toBe('k'.repeat(40));
		expect(problemOf({ ...required, ACCOUNTS_KEY_FILE: `${file}-gone` })).toContain(`ACCOUNTS_KEY_FILE is "${file}-gone"`);
	});

	it('reads the credentials that systemd hands over, unless told otherwise', () => {
		const folder = temporaryFolder();
		writeFileSync(join(folder, 'relais.accounts-key'), `${'k'.repeat(40)}\n`);
		const { SECRET, ...others } = required;
		writeFileSync(join(folder, 'relais.secret'), `${'s'.repeat(40)}\n`);
		const given = { ...others, CREDENTIALS_DIRECTORY: folder };
		expect(readSettings(given)).toMatchObject({ secret: 's'.repeat(40), accountsKey: 'k'.repeat(40), metricsToken: null });
		expect(readSettings({ ...given, SECRET }).secret).toBe(SECRET);
	});

	it('never shows a secret', () => {
		const problem = problemOf({ ...required, SECRET: 'too short' });
		expect(problem).toContain('SECRET is 9 characters long');
		expect(problem).not.toContain('too short');
	});
});
