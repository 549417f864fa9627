// The production build as a target: on a demo, on loopback, with the addresses that take words, names of files and changes.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { findAccount } from '../../src/lib/auth/accounts.server';
import { startAuthSession } from '../../src/lib/auth/auth-session.server';
import { accountTable } from '../../src/lib/auth/tables.server';
import { accounts as people } from '../../src/cli/demo-data';
import { openDatabase } from '../../src/lib/database/database.server';
import { startServer } from '../server';
import type { Target } from './target';

const work = [
	'coach',
	'coordinate',
	'coordinate/people',
	'coordinate/groups',
	'coordinate/audit',
	'coordinate/voices',
	'admin',
	'peer',
	'account',
	'kits',
	'lives'
];

export async function startProduct(): Promise<{ target: Target; secure: Target; stop(): Promise<void> }> {
	const server = await startServer({ env: { LOG_LEVEL: 'error' } });
	// The same build as browsers would see it behind https: its headers differ.
	const secure = await startServer({ seed: null, env: { ORIGIN: 'https://relais.example', LOG_LEVEL: 'error' } });
	const cookie = await signInCoordinator(server.folder);
	const target: Target = {
		...{ origin: server.origin, cookie, start: '/fr/join' },
		// SvelteKit answers a redirect to its own script with 200 and the address; the probe reads what stands in it.
		known: /(^|\/)__data\.json$/,
		inputs: [
			{ path: '/fr/sign-in', body: 'username={}&passphrase=wrong' },
			{ path: '/fr/join', body: 'code={}' },
			{ path: '/fr/live?code={}' },
			{ path: '/fr/live/{}' },
			{ path: '/fr/sign-in?next={}' },
			{ path: '/fr/modules/le-groupe-s-enflamme/play?s={}' },
			{ path: '/fr/voices/data/{}' },
			{ path: '/fr/invitation?/open', body: 'link={}' },
			{ path: '/fr/invitation?/accept', body: 'token={}' },
			{ path: '/fr/coordinate/people?search={}', signedIn: true },
			{ path: '/fr/coordinate/groups?search={}', signedIn: true },
			{ path: '/fr/coordinate/groups/{}', signedIn: true }
		],
		redirects: [
			{ path: '/fr/sign-in?next={}' },
			{ path: '/fr/sign-in?next={}', signedIn: true },
			{ path: '/exit?to={}' },
			{ path: '/?next={}' }
		],
		files: ['/fr/voices/data/{}', '/_app/{}', '/art/{}', '/media/{}', '/{}', '/fr/modules/{}', '/fr/{}'],
		guarded: [...work.map((path) => `/fr/${path}`), '/studio', '/styleguide', '/fr/coordinate/__data.json'],
		changes: [
			{ path: '/fr/account?/others', body: 'x={}' },
			{ path: '/fr/account?/passphrase', body: 'current={}' },
			{ path: '/fr/sign-out', body: 'x={}' },
			{ path: '/fr/coordinate/people?/invite', body: 'role={}' },
			{ path: '/fr/sign-in', body: 'username={}' },
			{ path: '/fr/join', body: 'code={}' }
		],
		pages: []
	};
	const pages = [
		'/fr',
		'/fr/modules',
		'/fr/sign-in',
		'/fr/join',
		'/health',
		'/icon.svg',
		'/service-worker.js',
		'/fr/no-such-page',
		'/live/ABCD2345/state'
	];
	return {
		target,
		secure: {
			...target,
			origin: secure.origin,
			pages,
			inputs: [],
			redirects: [],
			files: [],
			guarded: [],
			changes: []
		},
		stop: async () => {
			await server.stop();
			await secure.stop();
			for (const { folder } of [server, secure]) rmSync(folder, { recursive: true, force: true });
		}
	};
}

async function signInCoordinator(folder: string): Promise<string> {
	const database = await openDatabase({ file: join(folder, 'accounts.db'), migrations: 'drizzle/accounts', secureDelete: true });
	try {
		const username = people.find(({ role }) => role === 'coordinator')?.username ?? '';
		const [row] = await database.read
			.select({ id: accountTable.id })
			.from(accountTable)
			.where(eq(accountTable.username, username));
		const found = row && (await findAccount(database, row.id));
		if (!found) throw new Error('The demo has no coordinator.');
		let cookie = '';
		const jar = {
			get: () => undefined,
			delete: () => undefined,
			set: (name: string, value: string) => void (cookie = `${name}=${value}`)
		};
		await startAuthSession(jar, database, { account: found, stage: 'full', device: 'unknown' }, new Date());
		return cookie;
	} finally {
		await database.close();
	}
}
