// Passages under a condition, switches, parts, videos and recordings: what the compiler makes of them.
import { describe, expect, it } from 'vitest';
import { formatFinding } from './finding';
import { before, type Change } from './faults-of-form';
import { compileSample } from './sample';

const compile = (...changes: Change[]) => compileSample(changes).modules!.fr;
const condition = { op: 'var', name: 'dit' };

describe('passages under a condition', () => {
	it('are blocks of their own, beside what is always there', () => {
		const { nodes } = compile(['Bravo.', 'Bravo.\n\nTu l’as dit. `if: dit`\n\nTu l’as **bien** dit. `if: dit`\n\nC’est tout.']);
		expect(nodes.bien!.blocks.slice(0, 3)).toEqual([
			{ type: 'prose', html: '<p>Bravo.</p>' },
			{ type: 'prose', html: '<p>Tu l’as dit.</p><p>Tu l’as <strong>bien</strong> dit.</p>', if: condition },
			{ type: 'prose', html: '<p>C’est tout.</p>' }
		]);
	});

	it('can be bubbles and notes', () => {
		const { nodes } = compile(
			['**Toi:** Salut.', '**Toi:** Salut. `delay: 900` `if: not dit`'],
			['> Tu peux encore en parler.', '> Tu peux encore en parler.\n>\n> Demain aussi. `if: dit`']
		);
		expect(nodes.debut!.blocks[3]).toMatchObject({ type: 'chat', lines: [{ delay: 900 }], if: { op: 'not', of: condition } });
		expect(nodes.bien!.blocks.at(-1)).toEqual({
			type: 'note',
			html: '<p>Tu peux encore en parler.</p><p>Demain aussi.</p>',
			if: condition
		});
	});
});

it('a choice that stays and only flips a variable is a switch', () => {
	const flips = (extra = '') =>
		['- [Fin](#bien)', `- [Je le dis](#suite) \`set: dit = not dit\`${extra}\n- [Fin](#bien)`] as Change;
	expect(compile(flips()).nodes.suite!.choices['suite-2']).toEqual({ label: 'Je le dis', switch: 'dit' });
	expect(compile(flips(' `once`')).nodes.suite!.choices['suite-2']).toEqual({ label: 'Je le dis' });
});

describe('parts', () => {
	it('are put in where they are named, parts of parts too', () => {
		const { nodes } = compile(['Bravo.', 'Bravo.\n\n<Include file="../parts/pause.svx"/>']);
		expect(nodes.bien!.blocks.slice(0, 2)).toEqual([
			{ type: 'prose', html: '<p>Bravo.</p><p>On fait une pause.</p>' },
			{ type: 'note', html: '<p>Souffle.</p>' }
		]);
	});

	it('have their findings in their own file', () => {
		const { findings } = compileSample([before('Bravo.', '<Include file="../parts/faux.svx"/>')]);
		expect(formatFinding(findings[0]!)).toMatch(/^content\/modules\/parts\/faux\.svx:1:4 E008 /);
	});
});

describe('a video', () => {
	const cues = '1. `0:00-0:02` **Lina:** Salut !\n2. `1:02.5-1:04 stop` Le bus *part*.';
	const block = `<Video src="media/film.webm" poster="media/film.webp">\n\n${cues}\n\n</Video>`;

	it('has its cues, and its file at an address with a version', () => {
		expect(compile(before('Bravo.', block)).nodes.bien!.blocks[0]).toEqual({
			type: 'video',
			id: 'bien-video1',
			src: '/media/sample/media/film.webm?v=b2',
			poster: 'media/film.webp',
			cues: [
				{ from: 0, to: 2, label: 'Lina', line: 'Salut !' },
				{ from: 62.5, to: 64, line: 'Le bus <em>part</em>.', stop: true }
			]
		});
	});

	it('must have the files that it names', () => {
		const [missing] = compileSample([before('Bravo.', block)]).findings.filter(({ code }) => code === 'E146');
		expect(missing?.message).toBe('there is no file “media/film.webp” beside the module');
	});
});
