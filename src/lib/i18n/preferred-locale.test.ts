import { describe, expect, it } from 'vitest';
import { preferredLocale } from './preferred-locale';

describe('preferredLocale', () => {
	it.each([
		['nl-BE,nl;q=0.9,en;q=0.8', 'nl'],
		['ti, ar;q=0.7, en;q=0.2', 'ar'],
		['en;q=0, nl;q=0.1', 'nl'],
		['AR-SY', 'ar'],
		['de, *;q=0.5', 'fr'],
		['en;q=garbage, ar', 'ar'],
		['', 'fr'],
		[null, 'fr']
	])('%s gives %s', (header, locale) => {
		expect(preferredLocale(header)).toBe(locale);
	});
});
