import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../../tests/temporary';
import { DraftFiles, type Job } from './draft-files.server';

const now = new Date();
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const ready = {
	state: 'ready',
	draft: {
		release: { period: '2026-27/Q1' },
		reasons: new Map([['a', 'audit']]),
		failures: [],
		tables: { made: [], refused: [] }
	}
} as unknown as Job;

it('a draft that one process computed is found by another, as it was, and forgotten for both', () => {
	const dataDir = temporaryFolder();
	const [one, other] = [new DraftFiles(dataDir), new DraftFiles(dataDir)];
	one.keep('BE', '2026-27/Q1', { state: 'computing', done: 1, all: 9 });
	expect(other.find('BE', '2026-27/Q1', now)).toEqual({ state: 'computing', done: 1, all: 9 });
	one.keep('BE', '2026-27/Q1', ready);
	expect(other.find('BE', '2026-27/Q1', now)).toEqual(ready);
	expect(other.find('FR', '2026-27/Q1', now)).toBeNull();
	other.forget('BE', '2026-27/Q1');
	expect(one.find('BE', '2026-27/Q1', now)).toBeNull();
});

it('a draft whose process ended on the way can be begun again', () => {
	const drafts = new DraftFiles(temporaryFolder());
	drafts.keep('BE', '2026-27/Q1', { state: 'computing', done: 1, all: 9 });
	expect(drafts.find('BE', '2026-27/Q1', after(9))).not.toBeNull();
	expect(drafts.find('BE', '2026-27/Q1', after(11))).toBeNull();
});

it('a draft of yesterday is deleted, whichever is asked for', () => {
	const dataDir = temporaryFolder();
	const drafts = new DraftFiles(dataDir);
	drafts.keep('BE', '2026-27/Q1', ready);
	utimesSync(join(dataDir, 'drafts', 'BE-2026-27-Q1.json'), after(-1_500), after(-1_500));
	expect(drafts.find('BE', '2025-26/Q4', now)).toBeNull();
	expect(readdirSync(join(dataDir, 'drafts'))).toEqual([]);
});
