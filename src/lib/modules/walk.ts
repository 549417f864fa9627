// A play for those who write: from any node, with chosen values, in any language. It stands in the address as plain text, unsigned,
// since nothing is counted. The Player shows it like any play without JavaScript: of a graph that starts where the walk does.
import type { Graph, Value, Variable } from '$lib/content/graph';
import { isLocale, type Locale } from '$lib/i18n/locales';
import { choose, startPlay, type State } from './engine';
import { lastFork } from './play';
import type { ServedPlay } from './player';

export interface Walk {
	/** Language of the story. */
	locale: Locale;
	/** Node that the walk starts from. */
	from: string;
	/** Value of every variable at its start. */
	vars: Record<string, Value>;
	/** Ids of the choices taken. */
	path: string[];
}

/** A walk from a node, with the variables as the module declares them. */
export function startWalk(graph: Graph, locale: Locale, from = graph.start): Walk {
	return { locale, from, vars: startPlay(graph).vars, path: [] };
}

/** The walk as text that an address can hold as it is: `fr!node!name:1,other:true!choice.choice`. */
export function writeWalk({ locale, from, vars, path }: Walk): string {
	const values = Object.entries(vars).map(([name, value]) => `${name}:${value}`);
	return [locale, from, values.join(','), path.join('.')].join('!');
}

/** Reads such a text; null where it names what this graph doesn't have. Whether its choices can be taken is for `followWalk`. */
export function readWalk(text: string, graph: Graph): Walk | null {
	const [locale = '', from = '', values = '', path = '', ...more] = text.split('!');
	if (!isLocale(locale) || !Object.hasOwn(graph.nodes, from) || more.length > 0) return null;
	const given = new Map(values.split(',').map((pair) => pair.split(':') as [string, string | undefined]));
	const vars: Record<string, Value> = {};
	for (const [name, variable] of Object.entries(graph.vars)) {
		const value = readValue(given.get(name), variable);
		if (value === null) return null;
		vars[name] = value;
	}
	return { locale, from, vars, path: path === '' ? [] : path.split('.') };
}

/** The value that a text stands for; the declared one where there is none, null where it is none of the variable's. */
export function readValue(text: string | undefined, variable: Variable): Value | null {
	if (text === undefined) return variable.start;
	if (variable.type === 'bool') return text === 'true' || (text === 'false' ? false : null);
	const value = /^-?\d{1,9}$/.test(text) ? Number(text) : NaN;
	return value >= variable.min && value <= variable.max ? value : null;
}

/** The graph as the walk plays it. */
export function graphOfWalk(graph: Graph, { from, vars }: Walk): Graph {
	const started = Object.entries(graph.vars).map(([name, variable]) => [name, { ...variable, start: vars[name] }]);
	return { ...graph, start: from, vars: Object.fromEntries(started) as Graph['vars'] };
}

/** Every state of the walk, the first before any choice; null when one of its choices can't be taken. */
export function followWalk(graph: Graph, walk: Walk): [State, ...State[]] | null {
	const walked = graphOfWalk(graph, walk);
	const states: [State, ...State[]] = [startPlay(walked)];
	for (const id of walk.path) {
		const step = choose(walked, states.at(-1)!, id);
		if (!step.ok) return null;
		states.push(step.state);
	}
	return states;
}

/** What the Player is told of the walk: its tokens are walks. */
export function serveWalk(graph: Graph, walk: Walk, quiz?: ServedPlay['quiz']): ServedPlay {
	const walked = graphOfWalk(graph, walk);
	const { path } = walk;
	const backTo = (length: number) => writeWalk({ ...walk, path: path.slice(0, length) });
	return {
		token: writeWalk(walk),
		undo: path.length > 0 ? backTo(path.length - 1) : undefined,
		replay: backTo(lastFork(walked, path)),
		restart: backTo(0),
		path,
		endings: [],
		later: true,
		quiz
	};
}
