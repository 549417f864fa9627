import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../tests/temporary';
import { describeDid, describeJwks, didOf, isOwnDid } from './badge-keys';
import { createKeys, readKeys, rotateKeys } from './badge-keys.server';

const now = new Date('2026-11-26T10:00:00Z');
const later = new Date('2027-11-26T10:00:00Z');
const place = () => join(temporaryFolder(), 'keys');

// An RSA key takes as long as it takes to find two primes.
describe('the keys of badges', { timeout: 60_000 }, () => {
	it('are made once, for the server’s user alone', async () => {
		const folder = place();
		expect(await readKeys(folder)).toBeNull();
		expect(await createKeys(folder, now)).toBe(true);
		const before = readFileSync(join(folder, 'signing.json'), 'utf8');
		expect(await createKeys(folder, later)).toBe(false);
		expect(readFileSync(join(folder, 'signing.json'), 'utf8')).toBe(before);
		expect(statSync(join(folder, 'signing.json')).mode & 0o777).toBe(0o600);
		expect(statSync(folder).mode & 0o777).toBe(0o700);
		const keys = await readKeys(folder);
		expect(keys?.all.map(({ kind, since, until }) => ({ kind, since, until }))).toEqual([
			{ kind: 'Ed25519', since: '2026-11', until: null },
			{ kind: 'RS256', since: '2026-11', until: null }
		]);
		const modulus = Buffer.from(keys?.all.find(({ kind }) => kind === 'RS256')?.jwk?.n ?? '', 'base64url');
		expect(modulus.length * 8, 'as strong as 128 bits').toBe(3072);
	});

	it('are rotated: private halves go, public halves stay for ever', async () => {
		const folder = place();
		expect(await rotateKeys(folder, now)).toBeNull();
		await createKeys(folder, now);
		const first = (await readKeys(folder))!;
		await rotateKeys(folder, later);
		await rotateKeys(folder, new Date('2028-11-26T10:00:00Z'));
		const { all, signing } = (await readKeys(folder))!;
		expect(all.map(({ until }) => until)).toEqual(['2027-11', '2027-11', '2028-11', '2028-11', null, null]);
		expect(all.slice(0, 2).map(({ id }) => id)).toEqual(first.all.map(({ id }) => id));
		expect(new Set(all.map(({ id }) => id)).size).toBe(6);
		expect(all.slice(-2).map(({ id }) => id)).toEqual([signing.publicKeyMultibase, signing.rsaId]);
		const kept = readFileSync(join(folder, 'public.json'), 'utf8') + readFileSync(join(folder, 'signing.json'), 'utf8');
		expect(kept).not.toContain(first.signing.secretKeyMultibase);
		expect(kept).not.toContain(first.signing.rsa.d);
		expect(readFileSync(join(folder, 'public.json'), 'utf8')).not.toMatch(/secret|"d"/);
	});

	it('are refused when others can read them, or when they are damaged', async () => {
		const folder = place();
		await createKeys(folder, now);
		chmodSync(join(folder, 'signing.json'), 0o640);
		await expect(readKeys(folder)).rejects.toThrow('chmod 600');
		chmodSync(join(folder, 'signing.json'), 0o600);
		writeFileSync(join(folder, 'signing.json'), '{"half":');
		await expect(readKeys(folder)).rejects.toThrow('damaged');
		await expect(createKeys(folder, now)).rejects.toThrow('damaged');
	});
});

describe('what is published of them', { timeout: 60_000 }, () => {
	it('names issuers by did:web, whose document lists every key', async () => {
		const folder = place();
		await createKeys(folder, now);
		await rotateKeys(folder, later);
		const { all } = (await readKeys(folder))!;
		const did = describeDid({ origin: 'http://localhost:3000', keys: all }, 'org-1') as {
			id: string;
			verificationMethod: { id: string; type: string }[];
			assertionMethod: string[];
		};
		expect(did.id).toBe('did:web:localhost%3A3000:issuers:org-1');
		expect(did.verificationMethod.map(({ type }) => type)).toEqual(['Multikey', 'JsonWebKey', 'Multikey', 'JsonWebKey']);
		expect(did.assertionMethod).toEqual(did.verificationMethod.map(({ id }) => id));
		const jwks = describeJwks({ origin: 'https://relais.example', keys: all }) as { keys: { kid: string; d?: string }[] };
		expect(jwks.keys.map(({ kid }) => kid)).toEqual(
			[all[1], all[3]].map((key) => `https://relais.example/badges/keys/${key?.id}`)
		);
		expect(JSON.stringify(jwks)).not.toMatch(/"(d|p|q|dp|dq|qi)"/);
	});

	it('knows its own names from those that only look like them', () => {
		const origin = 'https://relais.example';
		expect(isOwnDid(origin, didOf(origin, null))).toBe(true);
		expect(isOwnDid(origin, didOf(origin, 'Ab_1-x'))).toBe(true);
		for (const other of [
			'did:web:relais.example.evil',
			'did:web:relais.example:issuers:',
			'did:web:relais.example:issuers:a:b',
			'did:web:relais',
			''
		]) {
			expect(isOwnDid(origin, other), other).toBe(false);
		}
	});
});
