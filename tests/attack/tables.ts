// Everything ever published, put together: for each protected cell the least and the most it can be, for the public and for one
// organisation that knows its own numbers. A second possible table, checked here against every published number, proves that a
// cell is wide; whatever no such table settles, and one cell in fifty besides, is solved exactly by HiGHS.
import { makeFigure } from '../../src/lib/voices/audited-figure.server';
import type { System } from '../../src/lib/voices/bounds';
import { narrowestRange, percentageOf, nameOf, type Cell } from '../../src/lib/voices/cells';
import type { Figure } from '../../src/lib/voices/figure';
import { FigureMoves } from '../../src/lib/voices/figure-moves';
import { systemOf } from '../../src/lib/voices/figure-system';
import { solveRanges } from '../../src/lib/voices/solver.server';
import { seeded, type Attack } from './report';
import { inventFacts, quarters } from './world';

const histories = Number(process.env.HISTORIES ?? 200);
const sampled = 0.02;

export async function attackTables(): Promise<Attack[]> {
	const random = seeded(2013);
	const found = { exact: 0, narrow: 0, insiderExact: 0, insiderNarrow: 0, naive: 0, cells: 0 };
	const errors: number[] = [];
	for (let history = 0; history < histories; history++) {
		for (const period of quarters) {
			const facts = inventFacts(random, 3 + Math.floor(random() * 3), period);
			const { figure } = await makeFigure(facts);
			const system = systemOf(figure);
			const widths = await measure(system, random, '');
			found.cells += widths.length;
			found.exact += widths.filter((width) => width < 1).length;
			found.narrow += widths.filter((width) => width < narrowestRange - 1e-6).length;
			const insider = `BE/o${Math.floor(random() * facts.organisations.length)}`;
			const inside = await measure(system, random, insider);
			found.insiderExact += inside.filter((width) => width < 1).length;
			found.insiderNarrow += inside.filter((width) => width < narrowestRange - 1e-6).length;
			errors.push(...listErrors(figure, system));
			if (history === 0)
				found.naive += (
					await solveRanges(
						naiveOf(system),
						system.variables.map((_, index) => index)
					)
				).filter(
					({ lower, upper }, index) =>
						upper - lower < 1 && system.variables[index]!.truth > 0 && system.variables[index]!.truth < 10
				).length;
		}
	}
	const what = `${histories} histories of 8 quarters, ${found.cells} cells`;
	const shares = await measureShares();
	return [
		{ what: `${what}: exact`, figure: found.exact, goal: { atMost: 0 }, control: found.naive, controlGoal: 10 },
		{ what: `${what}: narrower than 4`, figure: found.narrow, goal: { atMost: 0 }, control: found.naive, controlGoal: 10 },
		{
			what: `the same for an insider organisation: exact`,
			figure: found.insiderExact,
			goal: { atMost: 0 },
			control: found.naive,
			controlGoal: 10
		},
		{
			what: `the same for an insider organisation: narrower than 4`,
			figure: found.insiderNarrow,
			goal: { atMost: 0 },
			control: found.naive,
			controlGoal: 10
		},
		{
			what: 'utility: mean error of cells of 10 or more',
			figure: mean(errors),
			goal: { atMost: 1.5 },
			control: errors.length,
			controlGoal: 100
		},
		{
			what: 'utility: mean error of a country’s shares, points',
			figure: mean(shares),
			goal: { atMost: 2 },
			control: shares.length,
			controlGoal: 20
		}
	];
}

/** The width of every protected cell's range, at least: exact where it was solved. */
async function measure(system: ReturnType<typeof systemOf>, random: () => number, insider: string): Promise<number[]> {
	const known = new Set(system.variables.flatMap(({ owner }, index) => (insider !== '' && owner === insider ? [index] : [])));
	const moves = new FigureMoves(system);
	const open: number[] = [];
	const widths: number[] = [];
	system.variables.forEach(({ isProtected }, index) => {
		if (!isProtected || known.has(index)) return;
		const spread = [1, -1].reduce((all, sign) => all + reach(system, moves, index, sign, insider, known), 0);
		if (spread >= narrowestRange && random() >= sampled) widths.push(spread);
		else open.push(index);
	});
	for (const { lower, upper } of await solveRanges(system, open, known)) widths.push(upper - lower);
	return widths;
}

function reach(
	system: System,
	moves: FigureMoves,
	index: number,
	sign: number,
	insider: string,
	known: ReadonlySet<number>
): number {
	for (let by = narrowestRange; by > 0; by--) {
		const changes = moves.move(index, sign * by, insider);
		if (changes && isPossible(system, changes, known)) return by;
	}
	return 0;
}

/** Whether the changed table agrees with all that is published: the attacker trusts nobody's word for it. */
function isPossible({ variables, sums }: System, changes: Map<number, number>, known: ReadonlySet<number>): boolean {
	const at = (index: number) => variables[index]!.truth + (changes.get(index) ?? 0);
	for (const [index, by] of changes)
		if ((by !== 0 && known.has(index)) || at(index) < variables[index]!.lower || at(index) > variables[index]!.upper)
			return false;
	return sums.every(({ total, parts }) => parts.reduce((all, part) => all + at(part), 0) === at(total));
}

/** The same tables as people would publish them first: exact numbers, those of 1 to 9 left out. */
function naiveOf({ variables, sums }: System): System {
	const told = variables.map((variable) =>
		variable.truth > 0 && variable.truth < 10
			? { ...variable, lower: 1, upper: 9 }
			: { ...variable, lower: variable.truth, upper: variable.truth }
	);
	return { variables: told, sums };
}

function listErrors({ cells }: Figure, { variables }: System): number[] {
	return variables.flatMap(({ name, truth }) => {
		const cell = cells.get(name);
		return cell?.status === 'published' && truth >= 10 ? [Math.abs((cell.value ?? 0) - truth)] : [];
	});
}

/** A country of twelve organisations: its published percentages against the true ones. */
async function measureShares(): Promise<number[]> {
	const random = seeded(116_000);
	const errors: number[] = [];
	for (let world = 0; world < 20; world++) {
		const facts = inventFacts(random, 12);
		const { figure } = await makeFigure(facts);
		const truth = new Map(systemOf(figure).variables.map(({ name, truth }) => [name, truth]));
		const country = [...figure.cells.values()].filter(({ area }) => area === 'BE');
		const whole = country.find(({ dimension }) => dimension === 'total') as Cell;
		for (const cell of country) {
			const share = percentageOf(cell, whole);
			if (share?.coded === 'exact' && cell !== whole)
				errors.push(Math.abs(share.value - (100 * (truth.get(nameOf(cell)) ?? 0)) / (truth.get(nameOf(whole)) ?? 1)));
		}
	}
	return errors;
}

function mean(values: number[]): number {
	return values.reduce((all, value) => all + value, 0) / values.length;
}
