import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileKit } from './kit-compile';

const kit = readFileSync('content/kits/aider/kit.svx', 'utf8');

/** The findings of the kit with some of its text replaced: each code with its line. */
function compileChanged(changes: [from: string | RegExp, to: string][], hasModule = true) {
	let source = kit;
	for (const [from, to] of changes) {
		const changed = source.replace(from, to);
		expect(changed, `${from} is in the kit`).not.toBe(source);
		source = changed;
	}
	const folder = { slug: 'aider', file: 'content/kits/aider/kit.svx', translations: {}, registry: null };
	const { findings } = compileKit(source, folder, () => hasModule);
	const lineOf = (text: string) => source.split('\n').findIndex((line) => line.includes(text)) + 1;
	// Without its translations, each of them is incomplete.
	return { own: findings.filter(({ file }) => file.endsWith('kit.svx')).map(({ code, line }) => [code, line]), lineOf };
}

describe('a kit', () => {
	it('as it is has no fault', () => {
		expect(compileChanged([['version: 1', 'version: 2']]).own).toEqual([]);
	});

	it('whose step has minutes for too few durations', () => {
		const { own, lineOf } = compileChanged([['## accueil `activity` `5/6/8`', '## accueil `activity` `5/6`']]);
		expect(own).toContainEqual(['E190', lineOf('## accueil')]);
	});

	it('whose steps share a name', () => {
		const { own } = compileChanged([['## premier `poll`', '## accueil `poll`']]);
		expect(own.map(([code]) => code)).toContain('E190');
	});

	it('that doesn’t begin with the pre-brief', () => {
		const { own } = compileChanged([['## avant `pre-brief`', '## avant `activity`']]);
		expect(own.map(([code]) => code)).toContain('E191');
	});

	it('whose minutes don’t add up, for each duration', () => {
		const { own, lineOf } = compileChanged([['`activity` `5/6/8`', '`activity` `6/6/9`']]);
		expect(own).toEqual([
			['E192', lineOf('durations')],
			['E192', lineOf('durations')]
		]);
	});

	it('whose poll has options of one name', () => {
		const { own, lineOf } = compileChanged([['(#conseil)', '(#ecoute)']]);
		expect(new Set(own.map(([code]) => code))).toEqual(new Set(['E193']));
		expect(own[0]![1]).toBeGreaterThanOrEqual(lineOf('## premier'));
	});

	it('of a module that isn’t there is warned of, not refused', () => {
		const { own, lineOf } = compileChanged([['version: 1', 'version: 2']], false);
		expect(own).toEqual([['E194', lineOf('module: ')]]);
	});

	it('that blames is refused', () => {
		const { own } = compileChanged([['Choisis ce que tu penses vraiment.', 'Tu aurais dû le dire.']]);
		expect(own.map(([code]) => code)).toContain('E156');
	});
});
