// A witness: the choices that lead to what a finding speaks of, so that its author can play it.
import type { Visited } from './explore';
import type { Graph } from './graph';

/** A situation in words: the choices that lead there, and the values of the variables. */
export function describe({ situation, path }: Pick<Visited, 'situation' | 'path'>, graph: Graph): string {
	const values = Object.keys(graph.vars).map((name) => `${name} = ${situation.vars[name]}`);
	return `(after ${describePath(path())}${values.length > 0 ? `; ${values.join(', ')}` : ''})`;
}

/** Choices in the order they are taken, by their ids. */
export function describePath(path: string[]): string {
	return path.length > 0 ? path.join(', ') : 'no choice';
}
