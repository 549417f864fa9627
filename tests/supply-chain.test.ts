// What comes from others and what must not go to others: packages, licences, secrets, and code that would run strangers' words.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkDanger, findSecrets } from './rules/danger';
import { readFiles } from './rules/source';

interface Locked {
	version?: string;
	resolved?: string;
	integrity?: string;
	license?: string;
	dev?: boolean;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const locked: Record<string, Locked> = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
const packages = Object.entries(locked).filter(([path]) => path !== '');

/** Licences that go into a program under AGPL-3.0-or-later. */
const licences =
	/^(MIT|MIT-0|ISC|0BSD|Apache-2\.0|BSD-[23]-Clause|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|Zlib|MPL-2\.0|OFL-1\.1|LGPL-3\.0-or-later|Python-2\.0|CC-BY-4\.0)$/;

/** Packages whose licence is a text: W3C Software and Document License for the contexts, BSD-3-Clause for the rest. */
const readByHand = new Set(['node_modules/@digitalbazaar/credentials-context']);

describe('packages', () => {
	it('are named in exact versions, and the lock file agrees', () => {
		const named = { ...manifest.dependencies, ...manifest.devDependencies };
		for (const [name, version] of Object.entries(named)) {
			expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
			expect(locked[`node_modules/${name}`]?.version, name).toBe(version);
		}
	});

	it('come from the npm registry, each with its checksum', () => {
		for (const [path, { resolved, integrity }] of packages) {
			expect(integrity, path).toMatch(/^sha512-/);
			if (resolved !== undefined) expect(resolved, path).toMatch(/^https:\/\/registry\.npmjs\.org\//);
		}
	});

	it('that are shipped have a licence that fits', () => {
		const shipped = packages.filter(([, { dev }]) => !dev);
		const odd = shipped.filter(
			([path, { license = '' }]) =>
				!readByHand.has(path) &&
				!license
					.replace(/[()]/g, '')
					.split(' OR ')
					.some((each) => each.split(' AND ').every((one) => licences.test(one)))
		);
		expect(odd.map(([path, { license }]) => `${path} ${license}`)).toEqual([]);
	});

	it('are listed by npm run sbom in CycloneDX', { timeout: 60_000 }, () => {
		expect(manifest.scripts.sbom).toContain('--sbom-format cyclonedx');
		const text = execFileSync('npm', ['run', '--silent', 'sbom'], { encoding: 'utf8', maxBuffer: 1 << 26 });
		const { bomFormat, components } = JSON.parse(text);
		expect(bomFormat).toBe('CycloneDX');
		const found = components.map(({ name }: { name: string }) => name);
		for (const name of Object.keys(manifest.dependencies)) expect(found).toContain(name);
	});
});

describe('secrets', () => {
	it('stand in no file of the repository', () => {
		const tracked = existsSync('.git')
			? execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean)
			: [];
		const found = tracked
			.filter(
				(path) => existsSync(path) && statSync(path).size < 1e6 && !/\.(png|woff2|mp3|opus|webm)$|^package-lock\.json$/.test(path)
			)
			.flatMap((path) => findSecrets(readFileSync(path, 'utf8')).map((what) => `${path}: ${what}`));
		expect(found).toEqual([]);
	});

	it.each([
		['a private key', `-----BEGIN ${'RSA '}PRIVATE KEY-----\nMIIE`],
		['a key of age', `AGE-SECRET-${'KEY-1'}${'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L'.repeat(2)}`],
		['a token of a forge', `ghp_${'a1B2'.repeat(9)}`],
		['a key of a cloud', `AKIA${'ABCD1234'.repeat(2)}`],
		['a mail server’s passphrase', `SMTP_URL=smtps://relais:${'k3yW0rds9'}@mail.example.org`],
		['a value of SECRET', `SECRET=${'q8Zr2Lx0Vb6Tn4Jw'.repeat(2)}`]
	])('%s would be found', (_, text) => expect(findSecrets(text)).not.toEqual([]));
});

describe('code that runs strangers’ words', () => {
	it('is nowhere in the product', () => expect(checkDanger(readFiles('src'))).toEqual([]));

	it.each([
		['src/lib/groups/x.ts', "import { exec } from 'node:child_process';"],
		['src/lib/groups/x.ts', 'const f = new Function(words);'],
		['src/routes/x/+server.ts', 'eval(words);'],
		['src/lib/groups/x.server.ts', 'tx.run(sql.raw(words))'],
		['src/lib/ops/x.server.ts', 'connect({ rejectUnauthorized: false })'],
		['src/lib/ui/x.ts', "window.addEventListener('message', hear)"]
	])('would be found in %s: %s', (path, text) => {
		expect(checkDanger(new Map([[path, text]]))).toHaveLength(1);
	});
});
