// Damaged files: whatever an editor's slip does to a module, the compiler reports it, throws nothing, and lets no mark-up but its
// own through.
import { expect, it } from 'vitest';
import { compileModule } from './compile';
import { sample, sampleFile } from './sample';

const slips = [
	'`',
	'**',
	'<',
	'>',
	'- ',
	'](#',
	'\n',
	'\n\n',
	'---',
	'## ',
	':',
	'"',
	'\0',
	'{',
	'<Film>',
	'</Quiz>',
	'&',
	'*',
	'<b>',
	'\\'
];
const ownTags = /<\/?(strong|em|p|ul|ol|li)>|<br>|<a href="\/fr\/[^"<>]*">|<\/a>/g;

it('survives 100 seeded slips', { timeout: 60_000 }, () => {
	let seed = 1;
	// Park and Miller's minimal standard generator.
	const draw = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
	for (let round = 0; round < 100; round++) {
		let source = sample;
		for (let count = 0; count <= draw(3); count++) {
			const at = draw(source.length);
			const after = draw(2) === 0 ? at : at + draw(30);
			source = source.slice(0, at) + slips[draw(slips.length)]! + source.slice(after);
		}
		const { modules } = compileModule(source, sampleFile, { nl: source });
		const html = Object.values(modules?.fr.nodes ?? {}).flatMap(({ blocks }) =>
			blocks.flatMap((block) =>
				'html' in block ? block.html : block.type === 'chat' ? block.lines.map((line) => line.html) : []
			)
		);
		for (const piece of html) expect(piece.replace(ownTags, ''), source).not.toMatch(/[<>]/);
	}
});
