// Ids of translation units that survive rewording, insertion and reordering. The registry (units.json beside a module) remembers
// the last French text of each id; a module's texts are matched with it, the surest likeness first. No id is ever given to
// another text: what has no match gets a new id, and an id whose text is gone is retired.
import * as v from 'valibot';
import type { Unit } from './source';

/** By node (or `meta`), in reading order: id and French text; and the ids that are no longer in use, with their last text. */
export interface Registry {
	units: Record<string, Record<string, string>>;
	retired: Record<string, string>;
}

export type ReadRegistry = { ok: true; registry: Registry } | { ok: false; message: string };

const texts = v.record(v.string(), v.string());
const registrySchema = v.strictObject({ units: v.record(v.string(), texts), retired: texts });

/** Sørensen-Dice likeness from which a changed text counts as the same one, reworded. */
const alikeFrom = 0.5;
/** Characters from which a text is so much itself that it is followed from one node to another. */
const distinctiveFrom = 15;

/** Reads the text of units.json; no file is an empty registry. */
export function readRegistry(text?: string | null): ReadRegistry {
	if (typeof text !== 'string') return { ok: true, registry: { units: {}, retired: {} } };
	try {
		return { ok: true, registry: v.parse(registrySchema, JSON.parse(text)) };
	} catch (thrown) {
		return { ok: false, message: thrown instanceof Error ? thrown.message : String(thrown) };
	}
}

/** The text of units.json. */
export function formatRegistry(registry: Registry): string {
	return `${JSON.stringify(registry, null, '\t')}\n`;
}

/** Gives every unit its frozen id (the id it came with only says its place) and returns the registry brought up to date. */
export function assignUnitIds(units: Unit[], registry: Registry): Registry {
	const matching = new Matching(units, registry);
	matching.matchNamed();
	matching.matchEqual((found, known) => found.node === known.node && found.role === known.role);
	matching.matchEqual((found, known) => found.node === known.node);
	matching.matchEqual((found, known) => found.role === known.role && isDistinctive(found));
	matching.matchRetired();
	matching.matchAlike();
	matching.matchPlace();
	matching.addNew();
	return matching.finish();
}

interface Found {
	unit: Unit;
	/** The id that says its place. */
	place: string;
	node: string;
	role: string;
	id?: string;
}

interface Known {
	id: string;
	source: string;
	node: string;
	role: string;
	taken?: true;
}

class Matching {
	private readonly found: Found[];
	private readonly known: Known[];
	private readonly retired: Map<string, string>;

	constructor(units: Unit[], registry: Registry) {
		this.found = units.map((unit) => ({ unit, place: unit.id, node: nodeOf(unit.id), role: roleOf(unit.id) }));
		this.known = Object.entries(registry.units).flatMap(([node, ids]) =>
			Object.entries(ids).map(([id, source]) => ({ id, source, node, role: roleOf(id) }))
		);
		this.retired = new Map(Object.entries(registry.retired));
	}

	/** Texts of the front matter have a name that the author gave: that is their id. */
	matchNamed(): void {
		for (const found of this.found) {
			if (found.node !== 'meta') continue;
			found.id = found.place;
			this.retired.delete(found.place);
		}
		const ids = new Set(this.found.map(({ id }) => id));
		for (const known of this.known) if (ids.has(known.id)) known.taken = true;
	}

	/** The same text; where it stands several times, in the order of reading. */
	matchEqual(fits: (found: Found, known: Known) => boolean): void {
		const bySource = groupBy(this.open(), ({ source }) => source);
		for (const found of this.unmatched()) {
			const known = bySource.get(found.unit.source)?.find((one) => !one.taken && fits(found, one));
			if (known) pair(found, known);
		}
	}

	/** A text that comes back takes up its id. */
	matchRetired(): void {
		for (const found of this.unmatched()) {
			const back = [...this.retired].find(
				([id, source]) =>
					source === found.unit.source && roleOf(id) === found.role && (nodeOf(id) === found.node || isDistinctive(found))
			);
			if (!back) continue;
			found.id = back[0];
			this.retired.delete(back[0]);
		}
	}

	/** A text of the same node and role that resembles, the most alike first. */
	matchAlike(): void {
		const open = groupBy(this.open(), slotOf);
		const pairs = this.unmatched().flatMap((found) =>
			(open.get(slotOf(found)) ?? []).map((known) => ({ found, known, alike: likeness(found.unit.source, known.source) }))
		);
		for (const { found, known, alike } of pairs.sort((a, b) => b.alike - a.alike))
			if (alike >= alikeFrom && found.id === undefined && !known.taken) pair(found, known);
	}

	/** Rewritten altogether: as many texts of the role stand behind the same neighbour as before. */
	matchPlace(): void {
		const knownBySlot = groupBy(this.known, slotOf);
		for (const [slot, found] of groupBy(this.found, slotOf)) {
			const gaps = listGaps(knownBySlot.get(slot) ?? [], ({ taken, id }) => (taken ? id : undefined));
			for (const [neighbour, texts] of listGaps(found, ({ id }) => id)) {
				const before = gaps.get(neighbour) ?? [];
				if (before.length === texts.length) texts.forEach((text, index) => pair(text, before[index]!));
			}
		}
	}

	addNew(): void {
		const used = new Set([...this.known.map(({ id }) => id), ...this.retired.keys(), ...this.found.map(({ id }) => id)]);
		for (const found of this.unmatched()) {
			let id = found.place;
			for (let count = 2; used.has(id); count++) id = `${found.place}-${count}`;
			used.add(id);
			found.id = id;
		}
	}

	finish(): Registry {
		const units: Registry['units'] = {};
		for (const { unit, node, id } of this.found) {
			unit.id = id!;
			(units[node] ??= {})[id!] = unit.source;
		}
		const gone = this.open().map(({ id, source }): [string, string] => [id, source]);
		return { units, retired: Object.fromEntries([...this.retired, ...gone]) };
	}

	private unmatched(): Found[] {
		return this.found.filter(({ id }) => id === undefined);
	}

	private open(): Known[] {
		return this.known.filter(({ taken }) => !taken);
	}
}

function pair(found: Found, known: Known): void {
	found.id = known.id;
	known.taken = true;
}

function nodeOf(place: string): string {
	return place.slice(0, place.indexOf('.'));
}

/** What a text is in its node, whatever its number: a paragraph, a bubble, a choice, the explanation of one… */
function roleOf(id: string): string {
	const inNode = id.slice(id.indexOf('.') + 1);
	return inNode
		.replace(/^choice\.[^.]+/, 'choice')
		.replace(/-\d+$/, '')
		.replace(/\d+/g, '#');
}

function slotOf({ node, role }: { node: string; role: string }): string {
	return `${node} ${role}`;
}

function isDistinctive({ unit }: Found): boolean {
	return unit.source.length >= distinctiveFrom;
}

function groupBy<T>(items: T[], keyOf: (item: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const item of items) {
		const group = groups.get(keyOf(item));
		if (group) group.push(item);
		else groups.set(keyOf(item), [item]);
	}
	return groups;
}

/** The texts without an id, by the nearest one before them that has one (undefined: none has). */
function listGaps<T>(texts: T[], idOf: (text: T) => string | undefined): Map<string | undefined, T[]> {
	const gaps = new Map<string | undefined, T[]>();
	let neighbour: string | undefined;
	for (const text of texts) {
		const id = idOf(text);
		if (id !== undefined) neighbour = id;
		else gaps.set(neighbour, [...(gaps.get(neighbour) ?? []), text]);
	}
	return gaps;
}

/** Sørensen-Dice coefficient of two texts over pairs of neighbouring characters, 0..1. */
function likeness(left: string, right: string): number {
	const pairs = listPairs(left);
	const total = pairs.length + Math.max(0, right.length - 1);
	const counts = new Map<string, number>();
	for (const two of pairs) counts.set(two, (counts.get(two) ?? 0) + 1);
	let shared = 0;
	for (const two of listPairs(right)) {
		const left = counts.get(two) ?? 0;
		if (left === 0) continue;
		counts.set(two, left - 1);
		shared++;
	}
	return total === 0 ? 0 : (2 * shared) / total;
}

function listPairs(text: string): string[] {
	const lower = text.toLowerCase();
	return Array.from({ length: Math.max(0, lower.length - 1) }, (_, index) => lower.slice(index, index + 2));
}
