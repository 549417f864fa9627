import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../tests/temporary';
import { checkHealth } from './health.server';
import { closeInstance, getInstance, markDemo, openInstance } from './instance.server';
import { readSettings } from './settings';

const settingsFor = (DATA_DIR: string) => readSettings({ NODE_ENV: 'test', LOG_LEVEL: 'silent', DATA_DIR });

afterEach(closeInstance);

describe('the instance', () => {
	it('is one for all who ask, until it is closed', async () => {
		expect(getInstance).toThrow('No instance is open');
		const settings = settingsFor(temporaryFolder());
		const instance = await openInstance(settings);
		expect(getInstance()).toBe(instance);
		expect(await openInstance(settings)).toBe(instance);
		await expect(openInstance(settingsFor('/elsewhere'))).rejects.toThrow('call closeInstance');
		await closeInstance();
		expect(getInstance).toThrow('No instance is open');
	});

	it('remembers that it is a demo', async () => {
		const settings = settingsFor(temporaryFolder());
		const first = await openInstance(settings);
		expect(first.demo).toBe(false);
		await markDemo(first);
		await markDemo(first);
		expect(first.demo).toBe(true);
		await closeInstance();
		expect((await openInstance(settings)).demo).toBe(true);
	});

	it('may be called a demo by its settings', async () => {
		expect((await openInstance({ ...settingsFor(temporaryFolder()), demo: true })).demo).toBe(true);
	});

	it('leaves nothing open when one of its databases can’t be used', async () => {
		const folder = temporaryFolder();
		mkdirSync(join(folder, 'voices.db'));
		await expect(openInstance(settingsFor(folder))).rejects.toMatchObject({ problem: 'not-a-file' });
		expect(getInstance).toThrow('No instance is open');
	});
});

describe('health', () => {
	it('is ok while the databases answer, and names the one that doesn’t', async () => {
		const instance = await openInstance(settingsFor(temporaryFolder()));
		const version = expect.stringMatching(/^\d+\.\d+\.\d+/);
		expect(await checkHealth(instance)).toEqual({
			status: 'ok',
			version,
			databases: { accounts: 'ok', voices: 'ok', live: 'ok', moderation: 'ok' }
		});
		await instance.voices.close();
		expect(await checkHealth(instance)).toEqual({
			status: 'failing',
			version,
			databases: { accounts: 'ok', voices: 'failing', live: 'ok', moderation: 'ok' }
		});
	});
});
