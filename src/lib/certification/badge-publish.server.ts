// What an instance publishes about its badges: signed when asked for, and kept in memory for who asks next. Nothing is written
// down about who asked.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { findOrganisation } from '../groups/organisations.server';
import type { Database } from '../database/database.server';
import type { Badge } from './badge';
import { describeBadge, type BadgeWords } from './badge-credential';
import type { Ring } from './badge-keys';
import { readKeys, type Keys } from './badge-keys.server';
import { countStatusLists, findBadge, listRevoked } from './badges.server';

/** The parts of an instance that publishing needs. */
export interface Publisher {
	accounts: Database;
	settings: { origin: string; keysDir: string };
}

export interface Published {
	badge: Badge;
	/** Of the organisation that issues it; null where the platform does. */
	organisation: string | null;
	/** Signed: JSON with a proof. */
	credential: object;
	jwt: string;
}

/** What a badge says in words, but for who issues it. */
export type WordsOf = (badge: Badge, organisation: string | null) => BadgeWords;

/** What signs weighs 25 MB in memory: it is loaded with the first badge that somebody asks for, not at the start. */
const signing = () => import('./badge-sign.server');

const mostKept = 500;
const kept = new Map<string, Promise<unknown>>();
let loaded: { stamp: string; keys: Promise<Keys | null> } | null = null;

/** The keys, read again when their file changed: `npm run keys:rotate` needs no restart. Null where none were made. */
export async function loadKeys(folder: string): Promise<Keys | null> {
	const file = await stat(join(folder, 'signing.json')).catch(() => null);
	if (file === null) return null;
	const stamp = `${folder} ${file.mtimeMs} ${file.ino}`;
	if (loaded?.stamp !== stamp) loaded = { stamp, keys: readKeys(folder) };
	return loaded.keys;
}

/** What a verifier must know of this instance; without keys when none were made. */
export async function getRing({ settings }: Pick<Publisher, 'settings'>): Promise<Ring> {
	return { origin: settings.origin, keys: (await loadKeys(settings.keysDir))?.all ?? [] };
}

/** The badge of this id, signed; null when there is none, or no key to sign with. */
export async function publishBadge(publisher: Publisher, id: string, wordsOf: WordsOf): Promise<Published | null> {
	const { accounts, settings } = publisher;
	const [badge, keys] = await Promise.all([findBadge(accounts, id), loadKeys(settings.keysDir)]);
	if (badge === null || keys === null) return null;
	const organisation = badge.issuer && ((await findOrganisation(accounts, badge.issuer))?.name ?? null);
	const credential = describeBadge(badge, settings.origin, wordsOf(badge, organisation));
	const [signed, jwt] = await keep(`badge ${keys.signing.rsaId} ${JSON.stringify(credential)}`, async () => {
		const { signCredential, signJwt } = await signing();
		return Promise.all([signCredential(credential, keys.signing), signJwt(credential, settings.origin, keys.signing)]);
	});
	return { badge, organisation, credential: signed, jwt };
}

/** A signed status list of an issuer, from 1; null where there is none of that number, or no key. */
export async function publishStatusList(
	{ accounts, settings }: Publisher,
	{ list, issuer }: { list: number; issuer: string | null },
	now: Date
): Promise<object | null> {
	const keys = await loadKeys(settings.keysDir);
	if (keys === null || !Number.isInteger(list) || list < 1 || list > (await countStatusLists(accounts))) return null;
	if (issuer !== null && (await findOrganisation(accounts, issuer)) === null) return null;
	const revoked = await listRevoked(accounts);
	const { origin } = settings;
	const hour = now.toISOString().slice(0, 13);
	const name = ['list', origin, list, issuer, hour, keys.signing.rsaId, ...revoked].join(' ');
	return keep(name, async () => (await signing()).signStatusList({ origin, list, issuer, revoked }, keys.signing, now));
}

/** Keeps what was signed; the oldest goes first. */
function keep<T>(name: string, make: () => Promise<T>): Promise<T> {
	const found = kept.get(name) as Promise<T> | undefined;
	if (found) return found;
	const made = make();
	kept.set(name, made);
	made.catch(() => kept.delete(name));
	for (const oldest of kept.keys()) {
		if (kept.size <= mostKept) break;
		kept.delete(oldest);
	}
	return made;
}
