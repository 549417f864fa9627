import { expect, it } from 'vitest';
import { compileModule } from './compile';
import { updatePo } from './po';
import { sample } from './sample';
import { describeModule } from './studio';

const none = { reviews: null, plans: [] };
const file = 'content/modules/sample/module.svx';
const { units } = compileModule(sample, file, {});

/** A PO file with every unit translated but the last, and an older French text for the first. */
function writePo(): string {
	const empty = updatePo(null, 'nl', 'sample', units);
	const filled = units.slice(0, -1).reduce((po, { id, source }) => {
		const at = po.indexOf(`msgctxt "${id}"`);
		return po.slice(0, at) + po.slice(at).replace('msgstr ""', () => `msgstr ${JSON.stringify(source)}`);
	}, empty);
	return filled.replace(`msgid ${JSON.stringify(units[0]!.source)}`, 'msgid "Un titre plus ancien"');
}

it('tells the state of every unit in every language', () => {
	const module = describeModule(
		{ slug: 'sample', file, source: sample, translations: { nl: writePo() }, registry: null, surroundings: {} },
		none
	);
	expect(module.units).toHaveLength(units.length);
	expect(module.units[0]?.translations.nl).toEqual({ text: units[0]!.source, state: 'stale' });
	expect(module.units[1]?.translations.nl?.state).toBe('translated');
	expect(module.units.at(-1)?.translations.nl).toEqual({ text: '', state: 'missing' });
	expect(module.units.map(({ node }) => node)).toEqual(expect.arrayContaining(['', 'debut', 'dur']));
	const [fr, nl, en] = module.languages;
	expect(fr).toMatchObject({ locale: 'fr', units: units.length, translated: units.length, offered: true });
	expect(nl).toMatchObject({ locale: 'nl', translated: units.length - 2, stale: 1, missing: 1, nativeReview: false });
	expect(en).toMatchObject({ locale: 'en', translated: 0, missing: units.length, offered: false });
});

it('knows a shortest play to each node', () => {
	const { ways, plans } = describeModule(
		{ slug: 'sample', file, source: sample, translations: {}, registry: null, surroundings: {} },
		none
	);
	const { graph } = compileModule(sample, file, {}).modules!.fr;
	expect(Object.keys(ways).sort()).toEqual(Object.keys(graph.nodes).sort());
	expect(ways[graph.start]).toEqual([]);
	expect(plans).toMatchObject({ plays: 0, coverage: { nodes: { total: Object.keys(graph.nodes).length } } });
});

it('shows a module that cannot be read by its findings', () => {
	const module = describeModule(
		{ slug: 'broken', file, source: 'no front matter', translations: {}, registry: null, surroundings: {} },
		{ ...none, reviews: '{' }
	);
	expect(module.findings.map(({ code }) => code)).toContain('E001');
	expect(module).toMatchObject({ units: [], languages: [], ways: {}, reviews: { ok: false } });
});
