import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { commitTo, makeSecret, provesName, readSecret, tidyName } from './badge-name';

const secret = 'AAECAwQFBgcICQoLDA0ODw';

describe('a commitment to a name', () => {
	it('is SHA-256 of label, zero, name, zero and secret', async () => {
		const bytes = Buffer.concat([Buffer.from('name-v1\0Zoé Ngô\0'), Buffer.from([...Array(16).keys()])]);
		expect(await commitTo('Zoé Ngô', secret)).toBe(createHash('sha256').update(bytes).digest('hex'));
	});

	it('is the same however the letters are put together and spaced', async () => {
		expect(await commitTo('  Zoe\u0301  Ngo\u0302 ', secret)).toBe(await commitTo('Zoé Ngô', secret));
		expect(await commitTo('نور الهدى', secret)).toBe(await commitTo('نور  الهدى', secret));
	});

	it.each(['Zoe Ngô', 'zoé ngô', 'Zoé Ngo', 'Zoé', '', 'ZoéNgô'])('is not that of %s', async (other) => {
		expect(await provesName(other, secret, await commitTo('Zoé Ngô', secret))).toBe(false);
	});

	it('proves its name with its secret only', async () => {
		const own = makeSecret();
		const commitment = await commitTo('Zoé', own);
		expect(await provesName('Zoé', own, commitment)).toBe(true);
		expect(await provesName('Zoé', makeSecret(), commitment)).toBe(false);
		expect(await provesName('Zoé', '', commitment)).toBe(false);
		expect(await provesName('Zoé', `${own}A`, commitment)).toBe(false);
	});

	it('has a fresh secret of 128 bits each time', () => {
		const secrets = new Set(Array.from({ length: 1000 }, makeSecret));
		expect(secrets.size).toBe(1000);
		for (const each of secrets) expect(readSecret(each)).toHaveLength(16);
	});

	it('refuses what is no name or no secret', async () => {
		expect(tidyName(' \n ')).toBeNull();
		expect(tidyName('a'.repeat(121))).toBeNull();
		expect(tidyName('a'.repeat(120))).toHaveLength(120);
		expect(readSecret('short')).toBeNull();
		await expect(commitTo('', secret)).rejects.toThrow('tidy name');
	});
});
