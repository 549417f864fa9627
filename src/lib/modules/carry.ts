// "Take my progress along": the progress itself as a short code, so that no server keeps it. A code holds, for each module, a
// mark of its id, its version, a bit for each ending and, where a play goes on, its path as choices among those available.
import type { Graph } from '$lib/content/graph';
import { readCarryText, writeCarryText } from './carry-text';
import { longestPath } from './completion';
import { DigitReader, DigitWriter } from './digits';
import { availableChoices, choose, listEndings, startPlay } from './engine';
import { findModuleProgress, type ModuleProgress, type Progress } from './progress';
import { resumePlay } from './resume';

/** Of what this code writes; the first sign of every code. */
const format = 1;
const marks = 65_536;
const mostModules = 1_000;

/** What a code says of one module. Of another version only that it is there: its endings and choices mean nothing here. */
export type Carried =
	{ fit: 'fits'; id: string; progress: ModuleProgress } | { fit: 'older' | 'newer'; id: string } | { fit: 'unknown' };

export type Unpacked =
	| { ok: true; modules: Carried[] }
	| { ok: false; reason: 'empty' | 'length' | 'typo' | 'newer' | 'damaged' }
	| { ok: false; reason: 'character'; sign: string };

/** The progress as a code in groups of four; null when there is nothing to take along. What has ended has no place to keep. */
export function packProgress(catalogue: Graph[], progress: Progress): string | null {
	const packed = catalogue.flatMap((graph) => {
		const part = findModuleProgress(progress, graph.id);
		const value = part && packModule(graph, part);
		return value ? [{ graph, value }] : [];
	});
	if (packed.length === 0) return null;
	const writer = new DigitWriter();
	writer.writeCount(packed.length);
	for (const { graph, value } of packed) {
		writer.write(markOf(graph.id), marks);
		writer.writeCount(graph.version);
		// The length lets a device that doesn't know the module read on behind it.
		const length = value.toString(16).length;
		writer.writeCount(length);
		writer.write(value, 16n ** BigInt(length));
	}
	return writeCarryText(format, writer.toValue());
}

/** Reads a code that was typed, scanned or made up. Never throws. */
export function unpackProgress(catalogue: Graph[], typed: string): Unpacked {
	const text = readCarryText(typed);
	if (!text.ok) return text;
	if (text.format !== format) return { ok: false, reason: text.format > format ? 'newer' : 'damaged' };
	const reader = new DigitReader(text.value);
	const count = reader.readCount();
	if (!count || count > mostModules) return { ok: false, reason: 'damaged' };
	const modules: Carried[] = [];
	while (modules.length < count) {
		const module = readModule(catalogue, reader);
		if (!module) return { ok: false, reason: 'damaged' };
		modules.push(module);
	}
	return reader.isEmpty ? { ok: true, modules } : { ok: false, reason: 'damaged' };
}

/** A short mark of a module's id: FNV-1a, folded to 16 bits. A test holds that no two modules share one. */
export function markOf(id: string): number {
	let hash = 0x811c9dc5;
	for (const byte of new TextEncoder().encode(id)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
	return (hash >>> 16) ^ (hash & 0xffff);
}

function packModule(graph: Graph, part: ModuleProgress): bigint | null {
	const resumed = resumePlay(graph, part);
	const whole = resumed?.play.state.path ?? [];
	// A path that goes round for ever is no place to come back to.
	const path = whole.length > longestPath ? [] : whole;
	const endings = listEndings(graph).map(({ node }) => part.endings.includes(node));
	if (path.length === 0 && !endings.includes(true)) return null;
	const writer = new DigitWriter();
	for (const seen of endings) writer.write(seen ? 1 : 0, 2);
	writer.writeCount(path.length);
	if (path.length > 0) writer.write(part.first && resumed?.place === 'same' ? 1 : 0, 2);
	let state = startPlay(graph);
	for (const id of path) {
		const available = availableChoices(graph, state);
		const index = available.findIndex((choice) => choice.id === id);
		writer.write(index, available.length);
		const step = choose(graph, state, id);
		if (!step.ok) throw new Error(`resumePlay gave a path of ${graph.id} that can't be played: ${step.reason} at ${id}.`);
		state = step.state;
	}
	return writer.toValue();
}

function readModule(catalogue: Graph[], reader: DigitReader): Carried | null {
	const mark = reader.read(marks);
	const version = reader.readCount();
	const length = reader.readCount();
	if (version === null || length === null || length > 1_000) return null;
	const value = reader.readLarge(16n ** BigInt(length));
	const graph = catalogue.find(({ id }) => markOf(id) === mark);
	if (!graph) return { fit: 'unknown' };
	if (version !== graph.version) return { fit: version < graph.version ? 'older' : 'newer', id: graph.id };
	const progress = unpackModule(graph, new DigitReader(value));
	return progress && { fit: 'fits', id: graph.id, progress };
}

function unpackModule(graph: Graph, reader: DigitReader): ModuleProgress | null {
	const endings = listEndings(graph).flatMap(({ node }) => (reader.read(2) ? [node] : []));
	const length = reader.readCount();
	if (length === null || length > longestPath) return null;
	const first = length > 0 && reader.read(2) === 1;
	let state = startPlay(graph);
	// In a first play each scene on the way was counted once; in a later one that is the safe guess.
	const counted = new Set(length > 0 ? [''] : []);
	while (state.path.length < length) {
		const available = availableChoices(graph, state);
		if (available.length === 0) return null;
		const step = choose(graph, state, available[reader.read(available.length)]!.id);
		if (!step.ok) return null;
		// A switch stays where it is, and is not counted.
		if (step.state.node !== state.node) counted.add(state.node);
		state = step.state;
	}
	if (!reader.isEmpty) return null;
	const { path } = state;
	return { moduleVersion: graph.version, path, endings, done: endings.length > 0, first, counted: [...counted] };
}
