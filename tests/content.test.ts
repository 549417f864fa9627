// Every learning module and training unit, in every language: compiles without an error, without leftovers of the author format, and links only
// to pages and pictures that exist.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatFinding } from '../src/lib/content/finding';
import type { Block, CompiledModule, NodeText } from '../src/lib/content/graph';
import { compileAll, storyFolders } from '../src/lib/content/locate';

const compiled = storyFolders.flatMap((folder) => compileAll(folder));

it('has modules and training units, each with a name of its own', () => {
	const slugs = compiled.map(({ slug }) => slug);
	expect(slugs).toEqual(expect.arrayContaining(['le-groupe-s-enflamme', 'c1-accompagner']));
	// A device keeps progress by id, and an address names a slug: a module and a unit never share one.
	for (const names of [slugs, compiled.map(({ modules }) => modules?.fr.graph.id)])
		expect(new Set(names).size).toBe(names.length);
});

it('has one training unit for each number', () => {
	const numbers = compiled.flatMap(({ modules }) => modules?.fr.summary.training?.unit ?? []);
	expect(new Set(numbers).size).toBe(numbers.length);
});

describe.each(compiled)('$slug', ({ modules, findings }) => {
	it('has no errors (npm run content:check says more)', () => {
		expect(findings.filter(({ severity }) => severity === 'error').map(formatFinding)).toEqual([]);
	});

	describe.each(Object.entries(modules ?? {}))('in %s', (locale, module) => {
		const html = Object.values(module.nodes).flatMap(listHtml);

		it('has a text for every node and choice', () => {
			for (const [id, { choices }] of Object.entries(module.graph.nodes)) {
				expect(module.nodes[id]?.title).toBeTruthy();
				for (const choice of choices) expect(module.nodes[id]?.choices[choice.id]?.label, `${id}: ${choice.id}`).toBeTruthy();
			}
		});

		it('holds words and the mark-up of the compiler only', () => {
			const tags = /<(strong|em|p|ul|ol|li|br|\/strong|\/em|\/p|\/ul|\/ol|\/li|\/a|a href="[^"]*")>/g;
			const leftovers = /[{}`<>]|\*\*|\]\(|^\s*$/;
			expect(html.filter((piece) => leftovers.test(piece.replace(tags, '.')))).toEqual([]);
			expect(listPlain(module).filter((words) => /[{}`<>]|\*\*|\]\(|^\s*$/.test(words))).toEqual([]);
		});

		it('links only to pages and pictures that exist', () => {
			const links = html.flatMap((piece) => [...piece.matchAll(/href="([^"#]*)/g)].map(([, href]) => href!));
			expect(links.filter((href) => !href.startsWith(`/${locale}/`) || !hasRoute(href))).toEqual([]);
			const pictures = Object.values(module.nodes).flatMap(({ blocks }) =>
				blocks.flatMap((block) => (block.type === 'image' ? [block.src] : []))
			);
			expect(pictures.filter((src) => !existsSync(join('static', src.split('?')[0]!)))).toEqual([]);
		});
	});
});

function listHtml({ blocks, choices }: NodeText): string[] {
	const words = Object.values(choices).flatMap(({ label, explanation }) => [
		label,
		...(explanation === undefined ? [] : [explanation])
	]);
	return [...blocks.flatMap(listBlockHtml), ...words];
}

function listBlockHtml(block: Block): string[] {
	switch (block.type) {
		case 'prose':
		case 'note':
			return [block.html];
		case 'chat':
			return block.lines.map(({ html }) => html);
		case 'film':
			return block.shots.map(({ line }) => line);
		case 'video':
			return block.cues.map(({ line }) => line);
		case 'exercise':
			return [
				block.question,
				...block.fields.flatMap(({ html, why, options }) => [
					html,
					why,
					...options.flatMap((option) => [option.html, option.why])
				])
			].filter((words) => words !== undefined && words !== '') as string[];
		default:
			return [];
	}
}

function listPlain({ summary, nodes }: CompiledModule): string[] {
	const titles = Object.values(nodes).map(({ title }) => title);
	return [summary.title, summary.summary, summary.memo, ...(summary.forewarning ? [summary.forewarning] : []), ...titles];
}

/** Whether a folder of src/routes answers a path, layout groups and parameters included. */
function hasRoute(path: string, folder = 'src/routes'): boolean {
	const segments = path.split('/').filter(Boolean);
	const entries = readdirSync(folder, { withFileTypes: true });
	const groups = entries.filter((entry) => entry.isDirectory() && entry.name.startsWith('('));
	if (groups.some(({ name }) => hasRoute(path, join(folder, name)))) return true;
	if (segments.length === 0) return entries.some(({ name }) => /^\+(page|server)\./.test(name));
	const [first, ...rest] = segments;
	return entries
		.filter((entry) => entry.isDirectory() && (entry.name === first || entry.name.startsWith('[')))
		.some(({ name }) => hasRoute(rest.join('/'), join(folder, name)));
}
