// The auditor: for every protected cell, the least and the most it can be over all tables that agree with everything published
// must stay at least 4 apart, for the public and for each organisation, which knows its own numbers. Three steps, from cheap to
// exact: narrowing (surely too narrow), a second possible table (surely wide), and a linear program for what both leave open.
import { narrowestRange, type Range } from './cells';
import { isWide, narrow, type System, type Variable } from './bounds';
import { FigureMoves } from './figure-moves';
import type { Layout } from './figure-system';
import { solveRanges } from './solver.server';

export interface NarrowCell extends Range {
	name: string;
	/** Who could tell: everybody (empty), or the organisation of this name. */
	reader: string;
}

export interface Audit {
	narrow: NarrowCell[];
	/** How many protected cells were looked at, and how many of them needed a linear program. */
	checked: number;
	solved: number;
}

/** Beyond it, what is left open counts as too narrow: withholding is always safe. */
const mostPrograms = 40;

/** Audits one system. `readers` are the organisations that may be insiders. */
export async function auditSystem(system: System & { layout: Layout }, readers: readonly string[] = []): Promise<Audit> {
	const found: NarrowCell[] = [];
	const open: { variable: number; reader: string }[] = [];
	const ranges = narrow(system);
	const moves = new FigureMoves(system);
	let checked = 0;
	system.variables.forEach((cell, variable) => {
		if (!cell.isProtected) return;
		checked++;
		const range = ranges[variable] as Range;
		if (!isWide(range)) {
			found.push({ name: cell.name, reader: '', ...range });
			return;
		}
		for (const reader of listDoubts(system, moves, variable, readers)) open.push({ variable, reader });
	});
	const solved = await settleDoubts(system, open, found);
	return { narrow: found, checked, solved };
}

/** The readers for whom no two possible tables are at hand that are far enough apart; '' stands for the public. */
function listDoubts(system: System, moves: FigureMoves, variable: number, readers: readonly string[]): string[] {
	const owner = (system.variables[variable] as Variable).owner;
	const used = findSpread(system, moves, variable, '');
	if (used === null) return ['', ...readers.filter((reader) => reader !== owner)];
	// An organisation that the moves don't touch sees the same two tables.
	return readers.filter((reader) => reader !== owner && used.has(reader) && findSpread(system, moves, variable, reader) === null);
}

/** Organisations whose numbers differ between two possible tables at least 4 apart in this variable; null when none are found. */
function findSpread(system: System, moves: FigureMoves, variable: number, reader: string): Set<string> | null {
	const touched = new Set<string>();
	let spread = 0;
	for (const sign of [1, -1]) {
		for (let by = narrowestRange - (sign < 0 ? spread : 0); by > 0; by--) {
			const changes = moves.move(variable, sign * by, reader);
			if (changes === null) continue;
			spread += by;
			for (const other of changes.keys()) touched.add(system.variables[other]?.owner ?? '');
			break;
		}
	}
	return spread >= narrowestRange ? touched : null;
}

async function settleDoubts(system: System, open: { variable: number; reader: string }[], found: NarrowCell[]): Promise<number> {
	let solved = 0;
	for (const { variable, reader } of open) {
		const { name } = system.variables[variable] as Variable;
		if (found.some((cell) => cell.name === name)) continue;
		if (solved >= mostPrograms) {
			found.push({ name, reader, lower: NaN, upper: NaN });
			continue;
		}
		solved++;
		const known = new Set(reader === '' ? [] : system.variables.flatMap(({ owner }, index) => (owner === reader ? [index] : [])));
		const [range] = (await solveRanges(system, [variable], known)) as [Range];
		if (!isWide({ lower: range.lower - 1e-6, upper: range.upper + 1e-6 })) found.push({ name, reader, ...range });
	}
	return solved;
}
