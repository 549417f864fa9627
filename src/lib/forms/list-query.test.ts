import { describe, expect, it } from 'vitest';
import { countPages, likePattern, readListQuery, writeListQuery } from './list-query';

const shape = { sorts: ['name', 'created'], filters: { setting: ['school', 'scouts'] } } as const;
const read = (text: string) => readListQuery(new URLSearchParams(text), { ...shape, sorts: ['name', 'created'] });

describe('a list query', () => {
	it('has a usual form', () => {
		expect(read('')).toEqual({ sort: 'name', descending: false, page: 1, search: '', filters: { setting: '' } });
	});

	it('reads what it can mean', () => {
		expect(read('sort=-created&page=3&search=+Renard+&setting=school')).toEqual({
			sort: 'created',
			descending: true,
			page: 3,
			search: 'Renard',
			filters: { setting: 'school' }
		});
	});

	it.each(['page=0', 'page=-1', 'page=1e9', 'page=x', 'sort=passphrase', 'setting=prison', "sort='; DROP"])(
		'takes %s for the usual form',
		(text) => expect(read(text)).toEqual(read(''))
	);

	it('is written back, page 1 unless a page is asked for', () => {
		const query = read('sort=-created&page=3&search=a&setting=school');
		expect(read(writeListQuery(query, { page: 3 }))).toEqual(query);
		expect(read(writeListQuery(query, { sort: 'name', descending: false })).page).toBe(1);
	});

	it('counts pages and takes wildcards for letters', () => {
		expect([countPages(0), countPages(25), countPages(26)]).toEqual([1, 1, 2]);
		expect(likePattern('50%_a')).toBe('%50\\%\\_a%');
	});
});
