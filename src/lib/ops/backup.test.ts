import { expect, it } from 'vitest';
import { backupName, listBackups, listOutdated } from './backup';

it('names a backup by its database and second, and finds it again', () => {
	const file = backupName('voices', new Date('2026-11-26T03:12:07.900Z'));
	expect(file).toBe('voices-2026-11-26-031207.db.gz.age');
	expect(listBackups([file, 'voices.db', 'people-2026-11-26-031207.db.gz.age', '.voices.part'])).toEqual([
		{ name: 'voices', madeAt: '2026-11-26-031207', file }
	]);
});

it('keeps the newest of each database', () => {
	const days = [1, 2, 3].map((day) => backupName('voices', new Date(`2026-11-0${day}T03:00:00Z`)));
	const other = backupName('accounts', new Date('2020-01-01T03:00:00Z'));
	expect(listOutdated([...days, other], 'voices', 2)).toEqual(days.slice(0, 1));
	expect(listOutdated([...days, other], 'accounts', 2)).toEqual([]);
});
