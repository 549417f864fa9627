// The quick readers say exactly what the parsers of the whole formats say, or nothing: held against them on the real texts, and on
// these with seeded slips in them.
import { readdirSync, readFileSync } from 'node:fs';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { po } from 'gettext-parser';
import { expect, it } from 'vitest';
import { parseBlocks, parseInline } from './markdown';
import { readEntries } from './po-entries';
import { readPo, updatePo } from './po';
import { listParts, readBlocks } from './quick-blocks';
import { compileSample, sample } from './sample';

// One slip a line would be longer than the test.
// prettier-ignore
const slips = ['`', '**', '<', '>', '- ', '](#', '\n', '\n\n', '---', '## ', '"', '{', '</Quiz>', '&', '*', '\\', '  \n', '\t', '_', '![',
	'1. ', '2) ', '+ ', '```', '\r\n', '    ', '\n> ', '\n- ', ' ', '\n===\n', '[x] ', '\u00a0', '!', '#', '(', ')', '[', '](/help)',
	'*a*', '**b**.', '`c`', '\n>\n> ', '10. ', '\n  - ', '.', '😀', '\n\n- ', '\n\n  ', '\n#~ ', '\n#, fuzzy\n', 'msgid "x"\n', '\\n', '\ufeff'];

/** Park and Miller's minimal standard generator. */
function seeded(seed: number): (below: number) => number {
	return (below) => (seed = (seed * 48_271) % 2_147_483_647) % below;
}

function slip(text: string, draw: (below: number) => number): string {
	for (let count = draw(4); count > 0; count--) {
		const at = draw(text.length + 1);
		const after = draw(2) === 0 ? at : at + draw(12);
		text = text.slice(0, at) + slips[draw(slips.length)]! + text.slice(after);
	}
	return text;
}

/** A tree with the places that findings need: where each node begins. */
function outline(tree: unknown): unknown {
	return JSON.parse(
		JSON.stringify(tree, (key, value) => (key === 'position' ? `${value?.start.line}:${value?.start.column}` : value))
	);
}

const blockConstructs = ['blockQuote', 'codeFenced', 'headingAtx', 'htmlFlow', 'list', 'setextUnderline', 'thematicBreak'];
function parse(text: string, ...disabled: string[]) {
	return fromMarkdown(text, { extensions: [{ disable: { null: ['codeIndented', 'definition', ...disabled] } }] }).children;
}

const folder = 'content/modules';
const modules = readdirSync(folder).filter((slug) => slug !== 'parts');
const sections = [sample, ...modules.map((slug) => readFileSync(`${folder}/${slug}/module.svx`, 'utf8'))].flatMap((text) =>
	text.split(/^(?=##[ \t])/m).slice(1)
);

it('reads blocks as the parser does', { timeout: 120_000 }, () => {
	for (const section of sections) expect(outline(parseBlocks(section))).toEqual(outline(parse(section)));
	const draw = seeded(1);
	for (let round = 0; round < 1_000; round++) {
		const text = slip(sections[draw(sections.length)]!, draw);
		expect(outline(parseBlocks(text)), text).toEqual(outline(parse(text)));
	}
});

it('reads lines as the parser does', { timeout: 120_000 }, () => {
	const lines = sections.flatMap((section) => section.split('\n')).filter((line) => /[*`[]/.test(line));
	const draw = seeded(2);
	for (let round = 0; round < 2_000; round++) {
		const line = slip(lines[draw(lines.length)]!, draw).replace(/[\r\n]+/g, ' ');
		const [paragraph] = parse(line, ...blockConstructs);
		const children = paragraph && 'children' in paragraph ? paragraph.children : [];
		// A line without marks is one text, whose place nobody asks for.
		const isPlain = !/[\\*_`[\]<>&\t\0]/.test(line);
		if (!isPlain) expect(outline(parseInline(line)), line).toEqual(outline(children));
	}
});

it('knows nearly all that authors write', () => {
	const parts = sections.flatMap((section) => listParts(section) ?? [{ lines: ['\t'], above: 0 }]);
	const known = parts.filter(({ lines }) => readBlocks(lines, { line: 1, column: 1 }));
	expect(known.length / parts.length).toBeGreaterThan(0.95);
});

it('reads translations as the parser does', { timeout: 120_000 }, () => {
	const translated = updatePo(null, 'nl', 'sample', compileSample().units).replaceAll(
		'msgstr ""\n\n',
		'msgstr "Ja, \\"ja\\"\\n"\n\n'
	);
	const texts = [
		translated,
		...modules.map((slug) => readFileSync(`${folder}/${slug}/nl.po`, 'utf8').split('\n\n').slice(0, 9).join('\n\n'))
	];
	const draw = seeded(3);
	let quick = 0;
	for (let round = 0; round < 1_000; round++) {
		const text = slip(texts[draw(texts.length)]!, draw);
		const read = readEntries(text);
		if (!read) continue;
		quick++;
		const { translations } = po.parse(text, { validation: true });
		const entries = Object.entries(translations).flatMap(([unit, byText]) =>
			Object.values(byText).flatMap(({ msgid, msgstr, comments }) =>
				unit ? [[unit, msgid, msgstr[0], /\bfuzzy\b/.test(comments?.flag ?? '')]] : []
			)
		);
		expect(
			[...read.byUnit].map(([unit, { source, text: words, fuzzy }]) => [unit, source, words, fuzzy]),
			text
		).toEqual(entries);
		const lines = text.split('\n');
		for (const [unit, { line }] of read.byUnit)
			expect(lines[line - 1]!.includes(unit) || lines[line - 1] === 'msgctxt ""').toBe(true);
		expect(readPo(text)).toMatchObject({ ok: true, translations: { byUnit: read.byUnit } });
	}
	expect(quick).toBeGreaterThan(300);
});
