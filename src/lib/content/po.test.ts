import { po } from 'gettext-parser';
import { describe, expect, it } from 'vitest';
import { readPo, updatePo } from './po';
import { compileSample } from './sample';
import type { Unit } from './source';

const unit = (id: string, source: string): Unit => ({ id, node: '', source, kind: 'inline', at: { line: 1, column: 1 } });
const header = 'msgid ""\nmsgstr ""\n"Language: nl\\n"\n"X-Native-Review: yes\\n"\n';
const entry = (id: string, source: string, text: string, before = '') =>
	`\n${before}msgctxt "${id}"\nmsgid "${source}"\nmsgstr "${text}"\n`;

function read(text: string) {
	const po = readPo(text);
	if (!po.ok) throw new Error(po.message);
	return po.translations;
}

describe('readPo', () => {
	it('reads translations, stale ones, their lines and who reviewed', () => {
		const { byUnit, nativeReview } = read(header + entry('a.p1', 'Un', 'Een') + entry('a.p2', 'Deux', 'Twee', '#, fuzzy\n'));
		expect(nativeReview).toBe(true);
		expect(byUnit.get('a.p1')).toEqual({ source: 'Un', text: 'Een', fuzzy: false, line: 6 });
		expect(byUnit.get('a.p2')).toMatchObject({ text: 'Twee', fuzzy: true, line: 11 });
	});

	it('takes an empty file for no translation', () => {
		expect(read('')).toEqual({ byUnit: new Map(), nativeReview: false });
	});

	it('says why a file can’t be read', () => {
		expect(readPo('msgid "a\nmsgstr "b"')).toMatchObject({ ok: false });
	});
});

describe('updatePo', () => {
	it('creates a file with every unit of a module, and changes nothing the second time', () => {
		const { units } = compileSample();
		const created = updatePo(null, 'nl', 'sample', units);
		expect(created).toContain('Language: nl\\n');
		expect(created).toContain('X-Native-Review: no\\n');
		expect([...read(created).byUnit.keys()]).toEqual(units.map(({ id }) => id));
		expect(updatePo(created, 'nl', 'sample', units)).toBe(created);
	});

	it('keeps translations and the header', () => {
		const updated = updatePo(header + entry('a.p1', 'Un', 'Een', '# Check met Awa\n'), 'nl', 'm', [
			unit('a.p1', 'Un'),
			unit('a.p2', 'Deux')
		]);
		expect(updated).toContain('X-Native-Review: yes');
		expect(updated).toContain('# Check met Awa\nmsgctxt "a.p1"\nmsgid "Un"\nmsgstr "Een"');
		expect(updated).toContain('msgctxt "a.p2"\nmsgid "Deux"\nmsgstr ""');
	});

	it('marks a translation stale when the French changed, with the French it was made from, and keeps it so', () => {
		const changed = updatePo(header + entry('a.p1', 'Un', 'Een'), 'nl', 'm', [unit('a.p1', 'Un seul')]);
		expect(changed).toContain('#, fuzzy\n#| msgid "Un"\nmsgctxt "a.p1"\nmsgid "Un seul"\nmsgstr "Een"');
		expect(updatePo(changed, 'nl', 'm', [unit('a.p1', 'Un seul')])).toBe(changed);
	});

	it('marks nothing stale that was never translated', () => {
		expect(updatePo(header + entry('a.p1', 'Un', ''), 'nl', 'm', [unit('a.p1', 'Un seul')])).not.toContain('fuzzy');
	});

	it('keeps what lost its place as obsolete, and takes it up again', () => {
		const gone = updatePo(header + entry('a.p1', 'Un', 'Een') + entry('a.p2', 'Deux', ''), 'nl', 'm', []);
		expect(gone).toContain('#~ msgctxt "a.p1"\n#~ msgid "Un"\n#~ msgstr "Een"');
		expect(gone).not.toContain('Deux');
		const back = updatePo(gone, 'nl', 'm', [unit('a.p1', 'Un')]);
		expect(back).not.toContain('#~');
		expect(read(back).byUnit.get('a.p1')).toMatchObject({ text: 'Een', fuzzy: false });
	});
});

/** A file as Poedit leaves it: its own headers and order, wrapped lines, references, notes, flags, no plural forms, CRLF. */
const poedit = `\uFEFF# Traduction: Awa
#
msgid ""
msgstr ""
"X-Generator: Poedit 3.4.2\\n"
"Language: nl\\n"
"Last-Translator: Awa <awa@example.org>\\n"
"X-Native-Review: yes\\n"
"MIME-Version: 1.0\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Project-Id-Version: Relais sample\\n"

# Vraag aan Noor
# (twee regels)
#. Une bulle
#: module.svx:12
#, no-wrap
msgctxt ""
"a.p1"
msgid ""
"Une phrase assez longue pour que Poedit la coupe « en deux », avec \\"guillemets\\", "
"tabulation\\tet fin."
msgstr ""
"Een zin die lang genoeg is, met \\"aanhalingstekens\\", "
"tab\\ten einde."

#, fuzzy, no-wrap
#| msgctxt "a.p2"
#| msgid ""
#| "Deux "
#| "fois"
msgctxt "a.p2"
msgid "Deux"
msgstr "Twee"

msgctxt "a.p3"
msgid "Trois\\n\\n- quatre"
msgstr ""
"Drie\\n"
"\\n"
"- vier"

#, fuzzy
#~ msgctxt "z.p1"
#~ msgid ""
#~ "Une phrase "
#~ "partie"
#~ msgstr "Een zin die weg is"

#~ msgid "Sans contexte"
#~ msgstr "Zonder context"
`.replaceAll('\n', '\r\n');

describe('a file edited with Poedit', () => {
	const long = 'Une phrase assez longue pour que Poedit la coupe « en deux », avec "guillemets", tabulation\tet fin.';
	const units = [unit('a.p1', long), unit('a.p2', 'Deux'), unit('a.p3', 'Trois\n\n- quatre')];

	it('is read whole, with the lines of its entries', () => {
		const { byUnit, nativeReview } = read(poedit);
		expect(nativeReview).toBe(true);
		expect(byUnit.get('a.p1')).toEqual({
			source: long,
			text: 'Een zin die lang genoeg is, met "aanhalingstekens", tab\ten einde.',
			fuzzy: false,
			line: 19
		});
		expect(byUnit.get('a.p2')).toMatchObject({ text: 'Twee', fuzzy: true });
		expect(byUnit.get('a.p3')).toMatchObject({ source: 'Trois\n\n- quatre', text: 'Drie\n\n- vier' });
	});

	it('comes back without loss', () => {
		const updated = updatePo(poedit, 'nl', 'sample', units);
		const [before, after] = [poedit, updated].map((text) => po.parse(text.replace('\uFEFF', '').replaceAll('\r\n', '\n')));
		expect(after!.headers).toEqual(before!.headers);
		expect(after!.obsolete).toEqual(before!.obsolete);
		// The text of the header itself is compared above, whatever the order of its lines.
		for (const file of [before!, after!]) file.translations['']!['']!.msgstr = [];
		expect(after!.translations).toEqual(before!.translations);
		expect(updatePo(updated, 'nl', 'sample', units)).toBe(updated);
	});

	it('loses neither notes nor marks when the French changes', () => {
		const updated = updatePo(poedit, 'nl', 'sample', [unit('a.p1', 'Court.')]);
		expect(updated).toContain(
			'# Vraag aan Noor\n# (twee regels)\n#: module.svx:12\n#. Une bulle\n#, fuzzy, no-wrap\n#| msgid "Une phrase'
		);
		expect(updated).toContain('#~ msgctxt "a.p3"');
		expect(updated).toContain('#~ msgctxt "z.p1"');
	});
});
