import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../tests/temporary';
import { runKeys } from './keys-command';

it('says what it would do, does it, and refuses in words', { timeout: 30_000 }, async () => {
	const folder = join(temporaryFolder(), 'keys');
	const run = (...words: string[]) => runKeys(words, { KEYS_DIR: folder });
	const refused = (said: string) => ({ code: 1, said: expect.stringContaining(said) as string });
	expect(await run('--help')).toMatchObject({ code: 0, said: expect.stringContaining('keys:rotate') as string });
	expect(await run('rotate')).toMatchObject(refused('npm run keys:create'));
	expect((await run('create', '--dry-run')).code).toBe(0);
	expect(existsSync(folder)).toBe(false);
	expect((await run('create')).code).toBe(0);
	expect(await run('create')).toMatchObject(refused('already'));
	const before = readFileSync(join(folder, 'signing.json'), 'utf8');
	expect((await run('rotate', '--dry-run')).said).toContain('Would retire Ed25519');
	expect(readFileSync(join(folder, 'signing.json'), 'utf8')).toBe(before);
	expect((await run('rotate')).said).toContain('2 public keys stay');
	expect((await run('rotate', '--unknown')).code).toBe(1);
	expect(await run()).toMatchObject(refused('Say what to do'));
});

it('refuses a folder inside the data', async () => {
	const folder = temporaryFolder();
	const { code, said } = await runKeys(['create'], { DATA_DIR: folder, KEYS_DIR: join(folder, 'keys') });
	expect(code).toBe(1);
	expect(said).toContain('KEYS_DIR');
	expect(existsSync(join(folder, 'keys'))).toBe(false);
});
