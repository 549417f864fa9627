// The addresses of badges against a real database and real keys: what a wallet or another verifier gets to see.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '$lib/auth/accounts.server';
import { unbakePng, unbakeSvg } from '$lib/certification/badge-bake';
import type { Badge } from '$lib/certification/badge';
import { createKeys, rotateKeys } from '$lib/certification/badge-keys.server';
import { getRing } from '$lib/certification/badge-publish.server';
import { verifyBadge, verifyText, type Circumstances } from '$lib/certification/badge-verify';
import { issueBadge, revokeBadge } from '$lib/certification/badges.server';
import { createOrganisation } from '$lib/groups/organisations.server';
import { closeInstance, getInstance, openInstance } from '$lib/ops/instance.server';
import { readSettings } from '$lib/ops/settings';
import { GET as getBadge } from './[id]/+server';
import { GET as getFile } from './[id]/[file]/+server';
import { GET as getKey } from './keys/[id]/+server';
import { GET as getList } from './status/[list]/+server';
import { GET as getIssuerList } from '../issuers/[id]/status/[list]/+server';
import { GET as getIssuerDid } from '../issuers/[id]/did.json/+server';
import { GET as getDid } from '../[x+2e]well-known/did.json/+server';
import { GET as getJwks } from '../[x+2e]well-known/jwks.json/+server';
import { load as loadVerify } from '../[locale=locale]/(learn)/verify/[id]/+page.server';

const folder = mkdtempSync(join(tmpdir(), 'relais-'));
const origin = 'http://localhost:3000';
const by = { id: 'x', organisationId: 'x' };
let organisation: string;
let badge: Badge;
let ofOrganisation: Badge;

type Handler = (event: never) => Response | Promise<Response>;
const ask = async (handler: Handler, params: Record<string, string> = {}, accept = '*/*') => {
	const request = new Request(origin, { headers: { accept } });
	const event = { params, request, setHeaders: () => undefined, locals: { requestId: 'x', locale: 'fr' } };
	return Promise.resolve(handler(event as never)).catch((error: { status?: number; location?: string }) => {
		if (error.status === undefined) throw error;
		return new Response(null, { status: error.status, headers: error.location ? { location: error.location } : {} });
	});
};
const read = async (handler: Handler, params?: Record<string, string>) => (await ask(handler, params)).json() as Promise<never>;

/** Fetches status lists from the addresses themselves. */
async function loadList(url: string): Promise<unknown> {
	const [, list = ''] = /\/status\/(\d+)$/.exec(url) ?? [];
	const [, id] = /\/issuers\/([^/]+)\//.exec(url) ?? [];
	return id ? read(getIssuerList as Handler, { id, list }) : read(getList as Handler, { list });
}

async function around(): Promise<Circumstances> {
	return { ring: await getRing(getInstance()), now: new Date(), loadList };
}

beforeAll(async () => {
	const settings = readSettings({ NODE_ENV: 'test', DATA_DIR: join(folder, 'data'), ORIGIN: origin, LOG_LEVEL: 'silent' });
	const { accounts } = await openInstance(settings);
	const now = new Date();
	organisation = await createOrganisation(accounts, { name: 'Une organisation' }, now);
	const wanted = { username: 'h', name: 'H', role: 'coach', organisationId: organisation, passphraseHash: '' } as const;
	const { id: accountId } = await createAccount(accounts, wanted, now);
	const give = async (achievement: Badge['achievement'], issuer: string | null) => {
		const issued = await issueBadge(accounts, { accountId, achievement, issuer, nameMode: 'line', by }, now);
		if (!issued.ok) throw new Error(issued.reason);
		return issued.badge;
	};
	badge = await give('coach', null);
	ofOrganisation = await give('peer-expert', organisation);
}, 60_000);

afterAll(async () => {
	await closeInstance();
	rmSync(folder, { recursive: true });
});

describe('the addresses of badges', { timeout: 60_000 }, () => {
	it('say that there are no keys yet', async () => {
		expect((await ask(getBadge as Handler, { id: badge.id })).status).toBe(503);
		expect((await ask(getDid as Handler)).status).toBe(503);
		expect((await ask(getList as Handler, { list: '1' })).status).toBe(503);
	});

	it('give a badge that verifies, open to every site', async () => {
		await createKeys(getInstance().settings.keysDir, new Date());
		for (const { id } of [badge, ofOrganisation]) {
			const response = await ask(getBadge as Handler, { id });
			expect(response.headers.get('access-control-allow-origin')).toBe('*');
			expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
			expect(response.headers.get('x-robots-tag')).toBe('noindex');
			expect(await verifyBadge(await response.json(), await around())).toMatchObject({ word: 'valid', facts: { id } });
		}
	});

	it('lead a person’s browser to the page in words', async () => {
		const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
		const answer = await ask(getBadge as Handler, { id: badge.id }, browser);
		expect([answer.status, answer.headers.get('location')]).toEqual([303, `/fr/verify/${badge.id}`]);
	});

	it('give the four files, with the same badge in each', async () => {
		const file = async (name: string) =>
			new Uint8Array(await (await ask(getFile as Handler, { id: badge.id, file: name })).arrayBuffer());
		const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
		const json = text(await file('badge.json'));
		expect(unbakePng(await file('badge.png'))).toEqual({ ok: true, text: json });
		expect(unbakeSvg(text(await file('badge.svg')))).toEqual({ ok: true, text: json });
		expect((await verifyText(text(await file('badge.jwt')), await around())).word).toBe('valid');
		for (const name of ['badge.exe', '__proto__', 'constructor'])
			expect((await ask(getFile as Handler, { id: badge.id, file: name })).status).toBe(404);
	});

	it('give keys under the names that badges say', async () => {
		const did = (await read(getDid as Handler)) as { id: string; assertionMethod: string[] };
		const { proof, issuer } = (await read(getBadge as Handler, { id: badge.id })) as {
			proof: { verificationMethod: string }[];
			issuer: { id: string };
		};
		expect(did.id).toBe(issuer.id);
		expect(did.assertionMethod).toContain(proof[0]?.verificationMethod);
		const other = (await read(getIssuerDid as Handler, { id: organisation })) as { id: string };
		expect(other.id).toBe(`did:web:localhost%3A3000:issuers:${organisation}`);
		expect(JSON.stringify(other)).not.toContain('Une organisation');
		expect((await ask(getIssuerDid as Handler, { id: 'nobody' })).status).toBe(404);
		const { keys } = (await read(getJwks as Handler)) as { keys: { kid: string }[] };
		const id = keys[0]!.kid.split('/').pop()!;
		expect(await read(getKey as Handler, { id })).toEqual(keys[0]);
		expect((await ask(getKey as Handler, { id: 'nothing' })).status).toBe(404);
	});

	it('have no badge and no list that isn’t there', async () => {
		for (const id of ['f'.repeat(32), 'x', '']) expect((await ask(getBadge as Handler, { id })).status).toBe(404);
		for (const list of ['0', '2', '-1', '1.5', 'x', '99999']) expect((await ask(getList as Handler, { list })).status).toBe(404);
		expect((await ask(getIssuerList as Handler, { id: 'nobody', list: '1' })).status).toBe(404);
	});

	it('say at once that a badge was revoked, and sign with new keys after a rotation', async () => {
		const before = await read(getBadge as Handler, { id: badge.id });
		await revokeBadge(getInstance().accounts, badge.id, by, new Date());
		expect((await verifyBadge(before, await around())).word).toBe('revoked');
		const page = (await loadVerify({ params: { locale: 'fr', id: badge.id } } as never)) as {
			verify: { found: { word: string } };
		};
		expect(page.verify.found.word).toBe('revoked');
		await rotateKeys(getInstance().settings.keysDir, new Date());
		const after = (await read(getBadge as Handler, { id: ofOrganisation.id })) as { proof: { verificationMethod: string }[] };
		expect((await verifyBadge(after, await around())).word).toBe('valid');
		expect((await verifyBadge(before, await around())).word).toBe('revoked');
		expect(after.proof[0]?.verificationMethod.split('#')[1]).not.toBe(
			(before as { proof: { verificationMethod: string }[] }).proof[0]?.verificationMethod.split('#')[1]
		);
	});
});
