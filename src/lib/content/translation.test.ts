// What happens to translations over time, on a copy of a real module: the French is reworded, moved and added to, a translator
// edits a file in place.
import { readFileSync } from 'node:fs';
import { po } from 'gettext-parser';
import { expect, it, vi } from 'vitest';
import { compileModule, type Compiled } from './compile';
import { readPo, updatePo } from './po';
import { formatRegistry } from './units';

// Each compilation proves every play; a busy machine takes a second for it.
vi.setConfig({ testTimeout: 60_000 });

const folder = 'content/modules/le-groupe-s-enflamme';
const file = `${folder}/module.svx`;
const read = (name: string) => readFileSync(`${folder}/${name}`, 'utf8');
const original = { source: read('module.svx'), nl: read('nl.po'), registry: read('units.json') };
const before = compile(original.source);

/** Ten sentences of all kinds, each with what it becomes. */
const rewordings = [
	['title: Le groupe s’enflamme', 'title: Le groupe prend feu'],
	['### Camp de mai', '### Le camp du mois de mai'],
	['Quatorze jeunes, trois tentes,', 'Vous êtes quatorze, avec trois tentes,'],
	['Une seconde de silence. Puis toute la salle rit.', 'Un silence. Puis, d’un coup, toute la salle rit.'],
	['[J’ouvre le groupe]', '[Je regarde]'],
	['Karim arrête de mâcher. Il n’y avait pas pensé.', 'Karim ne mâche plus. Il n’y avait jamais pensé.'],
	['Qui l’imprime en grand', 'Qui en fait une affiche'],
	['Oui. Là, on rit avec elle.', 'C’est ça. Là, on rit avec elle.'],
	['Le groupe brûle. Chaque geste, c’est du bois', 'Ça brûle. Chaque geste, c’est donc du bois'],
	['Treize jeunes, quatorze places.', 'Il y a quatorze places et treize jeunes.']
] as const;

function compile(source: string, nl = original.nl, registry = original.registry): Compiled {
	return compileModule(source, file, { nl }, registry);
}

function reword(source: string): string {
	return rewordings.reduce((text, [from, to]) => {
		expect(text.split(from), from).toHaveLength(2);
		return text.replace(from, to);
	}, source);
}

const idsOf = ({ units }: Compiled) => units.map(({ id }) => id);
const staleOf = ({ findings }: Compiled) => findings.filter(({ code, file }) => code === 'E172' && file.endsWith('nl.po'));

it('keeps the ids of ten reworded sentences, marks their ten translations stale, shows and lists them', () => {
	const after = compile(reword(original.source));
	expect(idsOf(after)).toEqual(idsOf(before));
	expect(staleOf(before)).toEqual([]);
	expect(staleOf(after)).toHaveLength(10);
	expect(new Set(staleOf(after).map(({ line }) => line)).size).toBe(10);
	expect(after.modules!.nl.nodes).toEqual(before.modules!.nl.nodes);
	expect(after.modules!.nl.summary.title).toBe(before.modules!.nl.summary.title);
	expect(after.completeness.nl).toEqual({ ...before.completeness.nl, translated: before.units.length - 10, stale: 10 });

	const updated = updatePo(original.nl, 'nl', 'le-groupe-s-enflamme', after.units);
	expect(updated.match(/^#, fuzzy$/gm)).toHaveLength(10);
	expect(updated).toContain('#| msgid "Le groupe s’enflamme"\nmsgctxt "meta.title"\nmsgid "Le groupe prend feu"');
	const extracted = compile(reword(original.source), updated, formatRegistry(after.registry!));
	expect(idsOf(extracted)).toEqual(idsOf(before));
	expect(staleOf(extracted)).toHaveLength(10);
});

it('keeps ids and translations when scenes change places and paragraphs come in between', () => {
	const [head, ...scenes] = original.source.split(/^(?=## )/m);
	const added = scenes.map((scene) => scene.replace(/^(### .*)$/m, '$1\n\nUn paragraphe tout neuf, le voilà.'));
	const after = compile([head, ...added.toReversed()].join('\n'));
	expect(staleOf(after)).toEqual([]);
	expect(new Set(idsOf(after)).size).toBe(before.units.length + scenes.length);
	expect(idsOf(after)).toEqual(expect.arrayContaining(idsOf(before)));
	expect(after.completeness.nl).toMatchObject({ translated: before.units.length, stale: 0, missing: scenes.length });
});

it('takes back what a translator edited in place, without loss', () => {
	const after = compile(reword(original.source));
	const sent = updatePo(original.nl, 'nl', 'le-groupe-s-enflamme', after.units);
	// The translator's editor: other headers, lines wrapped at 60, the first stale text corrected and a note left.
	const edited = po.parse(sent);
	const entry = edited.translations['meta.title']!['Le groupe prend feu']!;
	entry.msgstr = ['De groep staat in brand'];
	entry.comments = { translator: 'Zo zegt Noor het.' };
	edited.headers = { 'X-Generator': 'Poedit 3.4.2', 'Last-Translator': 'Awa', ...edited.headers };
	const returned = po.compile(edited, { foldLength: 60 }).toString();
	expect(returned).not.toBe(sent);

	const kept = updatePo(returned, 'nl', 'le-groupe-s-enflamme', after.units);
	expect(po.parse(kept).headers).toEqual(edited.headers);
	const [texts, expected] = [readPo(kept), readPo(returned)];
	if (!texts.ok || !expected.ok) throw new Error('The file can’t be read.');
	const withoutLines = ({ byUnit }: typeof texts.translations) => [...byUnit].map(([id, one]) => ({ id, ...one, line: 0 }));
	expect(withoutLines(texts.translations)).toEqual(withoutLines(expected.translations));
	expect(kept).toContain(
		'# Zo zegt Noor het.\nmsgctxt "meta.title"\nmsgid "Le groupe prend feu"\nmsgstr "De groep staat in brand"'
	);

	const played = compile(reword(original.source), kept, formatRegistry(after.registry!));
	expect(played.modules!.nl.summary.title).toBe('De groep staat in brand');
	expect(staleOf(played)).toHaveLength(9);
});

it('offers a language no more when a safety text is missing, however little that is', () => {
	const file = po.parse(original.nl);
	const risky = Object.values(file.translations)
		.flatMap(Object.values)
		.find(({ msgid }) => msgid.startsWith('Un 😂, c’est petit.'))!;
	risky.msgstr = [''];
	const { completeness, findings } = compile(original.source, po.compile(file).toString());
	expect(completeness.nl).toMatchObject({ missing: 1, safetyMissing: 1 });
	expect(findings.find(({ code, file }) => code === 'E170' && file.endsWith('nl.po'))?.message).toContain(
		'missing of the safety texts, all needed: groupe.choice.rire.why'
	);
});
