import { describe, expect, it } from 'vitest';
import { normaliseUsername, remainingLifetime, type Role, type Stage } from './account';
import { isLocalPath, safeNextPath } from './next-path';

const start = Date.UTC(2027, 0, 1, 8);
const minutes = (n: number) => new Date(start + n * 60_000);

describe('remainingLifetime', () => {
	it.each<[role: Role, stage: Stage, usedAt: number, now: number, left: number]>([
		['coach', 'full', 0, 0, 30],
		['coach', 'full', 100, 110, 20],
		['coordinator', 'full', 100, 130, 0],
		['network-admin', 'full', 100, 131, -1],
		['coach', 'full', 715, 716, 4],
		['coach', 'full', 719, 721, -1],
		['peer-expert', 'full', 0, 719, 1],
		['peer-expert', 'full', 0, 721, -1],
		['peer-expert', 'full', 10079, 10079, 1],
		['peer-expert', 'full', 10079, 10081, -1],
		['coordinator', 'second-factor', 9, 9, 1],
		['peer-expert', 'second-factor', 9, 11, -1],
		['coordinator', 'set-up', 20, 30, 20],
		['coordinator', 'set-up', 59, 61, -1]
	])('%s, %s, used at minute %i, now minute %i: %i minutes left', (role, stage, usedAt, now, left) => {
		const authSession = { role, stage, createdAt: minutes(0), usedAt: minutes(usedAt) };
		expect(remainingLifetime(authSession, minutes(now)) / 60_000).toBe(left);
	});
});

describe('normaliseUsername', () => {
	it('ignores capitals, spaces around and ways of writing an accent', () => {
		expect(normaliseUsername('  Éva ')).toBe(normaliseUsername('e\u0301va'));
	});
});

describe('isLocalPath', () => {
	it.each(['/fr', '/fr/coach', '/ar/coach/groups/abc-_1', '/nl/coach?x=1', '/studio/la-photo'])(
		'%s is a page of this site',
		(path) => {
			expect(isLocalPath(path)).toBe(true);
		}
	);

	it.each([
		'https://evil.example/fr',
		'//evil.example',
		'/\\evil.example',
		'/fr/\\evil',
		'/fr\n/x',
		'/fr/\t/evil.example',
		'javascript:alert(1)',
		'fr/coach',
		'/french',
		'/studios',
		'/',
		'',
		'/fr/' + 'x'.repeat(400)
	])('%j is not', (path) => {
		expect(isLocalPath(path)).toBe(false);
		expect(safeNextPath(path, '/fr/coach')).toBe('/fr/coach');
	});

	it('falls back when nothing is wanted', () => expect(safeNextPath(null, '/fr/coach')).toBe('/fr/coach'));
});
