import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { roles } from './account';
import { isCommonPassphrase } from './common-passphrases.server';
import { judgePassphrase, offerPassphrase, shortestPassphrase } from './passphrase';
import { passphraseWords } from './words';

const judge = (typed: string, role: 'peer-expert' | 'coach' = 'peer-expert', name = 'renard bleu 27') =>
	judgePassphrase(typed, { role, name, isCommon: isCommonPassphrase });

describe('the words', () => {
	it('are 1024 at least, different, and typed alike on every keyboard', () => {
		expect(new Set(passphraseWords).size).toBe(passphraseWords.length);
		expect(4 * Math.log2(passphraseWords.length)).toBeGreaterThan(40);
		for (const word of passphraseWords) expect(word).toMatch(/^[a-z]{3,9}$/);
	});
});

describe('offerPassphrase', () => {
	it('is good enough for every role', () => {
		for (let index = 0; index < 200; index += 1) {
			const offered = offerPassphrase((n) => randomInt(n));
			expect(offered.split(' ')).toHaveLength(4);
			for (const role of roles) expect(judgePassphrase(offered, { role, name: 'x', isCommon: isCommonPassphrase })).toBeNull();
		}
	});

	it('draws every word alike', () => {
		const drawn = new Set<number>();
		offerPassphrase((n) => (drawn.add(n), 0));
		expect([...drawn]).toEqual([passphraseWords.length]);
	});
});

describe('judgePassphrase', () => {
	it.each([
		...[['', 'too-short'] as const, ['court', 'too-short'] as const, ['  court  ', 'too-short'] as const],
		...[['aaaaaaaaaaaa', 'simple'] as const, ['abababababab', 'simple'] as const, ['12345678', 'simple'] as const],
		...[['azertyuiop', 'simple'] as const, ['87654321', 'simple'] as const, ['abcdabcdabcd', 'simple'] as const],
		...[['password', 'common'] as const, ['Motdepasse', 'common'] as const, ['mot de passe', 'common'] as const],
		...[['MotDePasse2027!', 'common'] as const, ['sunshine', 'common'] as const, ['iloveyou1', 'common'] as const],
		...[['Renard Bleu 27', 'like-name'] as const, ['renardbleu27!', 'like-name'] as const],
		['x1'.repeat(3) + 'yz '.repeat(90), 'too-long'] as const
	])('refuses %j: %s', (typed, problem) => {
		expect(judge(typed)).toBe(problem);
	});

	it.each(['lune tambour citron velo', 'Ma grand-mère chante', 'كلمة سرية طويلة', 'zorg42!kip'])('accepts %j', (typed) => {
		expect(judge(typed)).toBeNull();
	});

	it('asks more of an adult', () => {
		expect(shortestPassphrase.coach).toBe(12);
		expect(judge('zorg42!kip', 'coach')).toBe('too-short');
		expect(judge('zorg42!kip va', 'coach')).toBeNull();
	});
});
