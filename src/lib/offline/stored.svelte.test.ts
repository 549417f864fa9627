import { beforeEach, describe, expect, it } from 'vitest';
import { eraseStorage, isSharedPhone, readText, setSharedPhone, writeText } from './storage';
import { createStored } from './stored';

interface Kept {
	count: number;
}

/** Version 2 counts in `count`; version 1 did in `n`. */
const open = () =>
	createStored<Kept>('sample', {
		version: 2,
		empty: { count: 0 },
		read(data, version) {
			const { count, n } = data as Record<string, unknown>;
			const value = version === 1 ? n : count;
			return typeof value === 'number' ? { count: value } : null;
		}
	});

beforeEach(() => {
	setSharedPhone(false);
	localStorage.setItem('other-site-key', 'stays');
});

describe('a stored value', () => {
	it('is empty at first and kept afterwards', () => {
		expect(open().get()).toEqual({ count: 0 });
		open().set({ count: 3 });
		expect(open().get()).toEqual({ count: 3 });
		expect(localStorage.getItem('relais:sample')).toContain('"version":2');
	});

	it('of an older version is understood', () => {
		writeText('sample', JSON.stringify({ version: 1, data: { n: 7 } }));
		expect(open().get()).toEqual({ count: 7 });
	});

	it.each([
		['not JSON', '{oops', 'corrupt'],
		['no object', '42', 'corrupt'],
		['no version', '{"data":{"count":1}}', 'corrupt'],
		['another shape', '{"version":2,"data":{"count":"many"}}', 'corrupt'],
		['a newer version', '{"version":9,"data":{"count":1}}', 'newer']
	])('that is %s is set aside, not lost', (_, text, problem) => {
		writeText('sample', text);
		const stored = open();
		expect(stored.get()).toEqual({ count: 0 });
		expect(stored.problem).toBe(problem);
		expect(readText('sample.damaged')).toBe(text);
		stored.clear();
		expect(readText('sample')).toBeNull();
		expect(readText('sample.damaged')).toBeNull();
	});
});

describe('a shared phone', () => {
	it('keeps in the tab only, and begins without what was there', () => {
		open().set({ count: 3 });
		setSharedPhone(true);
		expect(isSharedPhone()).toBe(true);
		expect(open().get()).toEqual({ count: 0 });
		open().set({ count: 4 });
		expect(localStorage.getItem('relais:sample')).toBeNull();
		expect(sessionStorage.getItem('relais:sample')).toContain('4');
		eraseStorage();
		expect(isSharedPhone()).toBe(true);
		setSharedPhone(false);
		expect(isSharedPhone()).toBe(false);
		expect(sessionStorage.getItem('relais:sample')).toBeNull();
	});
});

describe('a browser that forbids storage', () => {
	it('keeps in memory and never throws', () => {
		const allowed = Storage.prototype.setItem;
		Storage.prototype.setItem = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
		try {
			open().set({ count: 5 });
			expect(open().get()).toEqual({ count: 5 });
		} finally {
			Storage.prototype.setItem = allowed;
		}
		eraseStorage();
		expect(open().get()).toEqual({ count: 0 });
	});
});

describe('erasing', () => {
	it('takes all of ours and nothing else', () => {
		open().set({ count: 3 });
		eraseStorage();
		expect(Object.keys(localStorage).filter((key) => key.startsWith('relais:'))).toEqual([]);
		expect(localStorage.getItem('other-site-key')).toBe('stays');
	});
});
