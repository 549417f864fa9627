import { expect, it } from 'vitest';
import type { Unit } from './source';
import { assignUnitIds, formatRegistry, readRegistry, type Registry } from './units';

const empty: Registry = { units: {}, retired: {} };

/** Ids given to texts that stand at some places, and the registry after. */
function assign(places: Record<string, string>, registry: Registry = empty) {
	const units = Object.entries(places).map(([id, source]): Unit => ({
		id,
		node: '',
		source,
		kind: 'inline',
		at: { line: 1, column: 1 }
	}));
	const after = assignUnitIds(units, registry);
	return { ids: units.map(({ id }) => id), after };
}

const before = {
	'meta.title': 'Le titre',
	'a.title': 'Dans le bus',
	'a.p1': 'Ton téléphone vibre dans ta poche.',
	'a.p2': 'Lina ne regarde personne.',
	'a.p3': 'Le bus démarre.',
	'a.choice.b': 'Je lui parle',
	'a.choice.b.why': 'Elle n’est plus seule.',
	'b.title': 'Plus tard',
	'b.p1': 'Vous riez.'
};
const { ids, after: registry } = assign(before);

it('gives a new module the ids of its places, and the same again the next time', () => {
	expect(ids).toEqual(Object.keys(before));
	expect(assign(before, registry)).toEqual({ ids, after: registry });
	expect(readRegistry(formatRegistry(registry))).toEqual({ ok: true, registry });
});

it('keeps ids through reordering and insertion; what is new gets an id that was never used', () => {
	const moved = assign(
		{ 'a.p1': 'Le bus démarre.', 'a.p2': 'Rien de neuf.', 'a.p3': 'Ton téléphone vibre dans ta poche.', 'a.p4': before['a.p2'] },
		registry
	);
	expect(moved.ids).toEqual(['a.p3', 'a.p2-2', 'a.p1', 'a.p2']);
});

it('keeps ids through rewording, moved or not', () => {
	const reworded = assign(
		{
			...before,
			'meta.title': 'Tout autre chose',
			'a.title': 'Au fond du bus',
			'a.p1': 'Lina ne regarde plus personne.',
			'a.p2': 'Le téléphone vibre dans ta poche !',
			'a.choice.b': 'Oui',
			'b.title': 'Fin'
		},
		registry
	);
	expect(reworded.ids).toEqual(['meta.title', 'a.title', 'a.p2', 'a.p1', 'a.p3', ...ids.slice(5)]);
});

it('does not take a paragraph that replaces two for one of them', () => {
	const merged = assign({ 'a.title': 'Dans le bus', 'a.p1': 'Un silence.', 'a.p2': 'Le bus démarre.' }, registry);
	expect(merged.ids).toEqual(['a.title', 'a.p1-2', 'a.p3']);
});

it('follows a distinctive text into another node, and stays with it when it is reworded there', () => {
	const { 'a.p2': lina, ...rest } = before;
	const there = assign({ ...rest, 'b.p1': lina, 'b.p2': 'Vous riez.' }, registry);
	expect(there.ids.slice(-2)).toEqual(['a.p2', 'b.p1']);
	const reworded = assign({ ...rest, 'b.p1': 'Lina ne regarde plus personne.', 'b.p2': 'Vous riez.' }, there.after);
	expect(reworded.ids.slice(-2)).toEqual(['a.p2', 'b.p1']);
});

it('retires the id of a text that is gone, gives it to no other, and back to the same', () => {
	const { 'a.p2': lina, ...rest } = before;
	const without = assign(rest, registry);
	expect(without.after.retired).toEqual({ 'a.p2': lina });
	const other = assign({ ...rest, 'a.p2': 'Karim mange des chips au sel.', 'a.p3': 'Le bus démarre.' }, without.after);
	expect(other.ids).toContain('a.p2-2');
	const back = assign({ ...rest, 'a.p2': lina, 'a.p3': 'Le bus démarre.' }, without.after);
	expect(back.ids.sort()).toEqual([...ids].sort());
	expect(back.after.retired).toEqual({});
});

it('gives two like texts their own ids, in the order of reading', () => {
	const twins = assign({ 'a.chat1': 'Stop.', 'a.chat2': 'Stop.' });
	expect(assign({ 'a.chat1': 'Stop.', 'a.chat2': 'Quoi ?', 'a.chat3': 'Stop.' }, twins.after).ids).toEqual([
		'a.chat1',
		'a.chat2-2',
		'a.chat2'
	]);
});

it.each(['{', '[]', '{"units":{}}', '{"units":{"a":{"a.p1":1}},"retired":{}}'])('refuses a damaged registry: %s', (text) => {
	expect(readRegistry(text)).toMatchObject({ ok: false });
});
