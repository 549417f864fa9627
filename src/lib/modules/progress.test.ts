import { beforeEach, describe, expect, it } from 'vitest';
import { eraseStorage, readText, writeText } from '$lib/offline/storage';
import { findModuleProgress, noProgress, openProgress, readProgress, withModuleProgress, type ModuleProgress } from './progress';

const part: ModuleProgress = {
	moduleVersion: 2,
	path: ['chat', 'quiz'],
	endings: ['fin-good'],
	done: true,
	first: false,
	counted: ['', 'start']
};

beforeEach(eraseStorage);

describe('readProgress', () => {
	it('reads what this version wrote', () => {
		const progress = withModuleProgress(noProgress, 'sample', part);
		expect(readProgress(JSON.parse(JSON.stringify(progress)), 1)).toEqual(progress);
	});

	it('reads what was written before ways were kept, and after', () => {
		for (const ways of [undefined, { 'fin-good': ['chat', 'quiz', 'fin-good'] }]) {
			const progress = { modules: { sample: { ...part, ways } } };
			expect(readProgress(progress, 1)).toEqual(progress);
		}
	});

	it('migrates version 0: completion and attempt follow from the endings', () => {
		const old = {
			sample: { version: 1, path: ['chat'], endings: [] },
			other: { version: 3, path: [], endings: ['fin'] }
		};
		expect(readProgress(old, 0)).toEqual({
			modules: {
				sample: { moduleVersion: 1, path: ['chat'], endings: [], done: false, first: true, counted: [] },
				other: { moduleVersion: 3, path: [], endings: ['fin'], done: true, first: false, counted: [] }
			}
		});
	});

	it.each([
		['nothing', null, 1],
		['a list', [], 1],
		['no modules', {}, 1],
		['a module that is no record', { modules: { sample: 3 } }, 1],
		['a path that is no list', { modules: { sample: { ...part, path: 'chat' } } }, 1],
		['a path of numbers', { modules: { sample: { ...part, path: [1] } } }, 1],
		['ways that are a list', { modules: { sample: { ...part, ways: [] } } }, 1],
		['a way that is no path', { modules: { sample: { ...part, ways: { fin: 'chat' } } } }, 1],
		['a missing flag', { modules: { sample: { ...part, first: undefined } } }, 1],
		['a version that is no number', { modules: { sample: { ...part, moduleVersion: '2' } } }, 1],
		['version 0 that is no record', 'chat', 0],
		['version 0 with a damaged module', { sample: null }, 0],
		['version 0 without a path', { sample: { version: 1, endings: [] } }, 0]
	])('refuses %s', (_name, data, version) => {
		expect(readProgress(data, version)).toBeNull();
	});
});

describe('openProgress', () => {
	it('keeps one module without touching another', () => {
		const stored = openProgress();
		stored.set(withModuleProgress(stored.get(), 'sample', part));
		stored.set(withModuleProgress(stored.get(), 'other', { ...part, path: [] }));
		expect(findModuleProgress(openProgress().get(), 'sample')).toEqual(part);
		expect(findModuleProgress(openProgress().get(), 'unknown')).toBeNull();
		expect(findModuleProgress(openProgress().get(), 'constructor')).toBeNull();
	});

	it('starts fresh on damaged data, says so, and keeps them aside', () => {
		writeText('progress', '{"version":1,"data":{"modules":{"sample":7}}}');
		const stored = openProgress();
		expect(stored.get()).toEqual(noProgress);
		expect(stored.problem).toBe('corrupt');
		expect(readText('progress.damaged')).toContain('"sample":7');
	});

	it('does not guess at data of a newer Relais', () => {
		writeText('progress', '{"version":9,"data":{}}');
		const stored = openProgress();
		expect(stored.get()).toEqual(noProgress);
		expect(stored.problem).toBe('newer');
	});
});
