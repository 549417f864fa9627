import { describe, expect, it } from 'vitest';
import { readPo, updatePo } from './po';
import { compileSample } from './sample';
import type { Unit } from './source';

const unit = (id: string, source: string): Unit => ({ id, source, kind: 'inline', at: { line: 1, column: 1 } });
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

	it('follows a text that moved within its node', () => {
		const before = header + entry('a.p1', 'Un', 'Een') + entry('b.p1', 'Trois', 'Drie');
		const { byUnit } = read(updatePo(before, 'nl', 'm', [unit('a.p1', 'Zéro'), unit('a.p2', 'Un'), unit('a.p3', 'Trois')]));
		expect(byUnit.get('a.p2')).toMatchObject({ text: 'Een', fuzzy: false });
		expect(byUnit.get('a.p1')).toMatchObject({ text: 'Een', fuzzy: true });
		expect(byUnit.get('a.p3')?.text).toBe('');
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
