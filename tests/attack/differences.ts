// One participant more or less, and both tables published: the difference must not give that one away. The register refuses the
// second table of a quarter; should it ever be made, the auditor sees the union.
import { makeFigure } from '../../src/lib/voices/audited-figure.server';
import { isWide, narrow } from '../../src/lib/voices/bounds';
import { nameOf, rangeOf, type Range } from '../../src/lib/voices/cells';
import { draftFigure, type Figure, type FigureFacts } from '../../src/lib/voices/figure';
import { systemOf } from '../../src/lib/voices/figure-system';
import { seeded, type Attack } from './report';
import { inventFacts } from './world';

const pairs = 200;

export async function attackDifferences(): Promise<Attack[]> {
	const random = seeded(1989);
	let [exact, naive] = [0, 0];
	for (let pair = 0; pair < pairs; pair++) {
		const before = inventFacts(random, 4);
		const after = addOne(before);
		const first = await makeFigure(before);
		const earlier = rangesOf(first.figure);
		const second = await makeFigure(after, earlier);
		exact += countNew(second.figure, earlier);
		naive += countNew(draftFigure(after), rangesOf(draftFigure(before)));
	}
	return [
		{
			what: `differences of ${pairs} pairs of tables, one participant apart: newly narrow cells`,
			figure: exact,
			goal: { atMost: 0 },
			control: naive,
			controlGoal: 50
		}
	];
}

/** Cells that the second table makes narrower than the first left them, below what must stay. */
function countNew(figure: Figure, earlier: Map<string, Range>): number {
	const alone = narrow(systemOf({ ...figure, cells: new Map() }, earlier));
	const system = systemOf(figure, earlier);
	const together = new Map(narrow(system).map((range, index) => [system.variables[index]!.name, range]));
	const before = new Map(
		systemOf({ ...figure, cells: new Map() }, earlier).variables.map(({ name }, index) => [name, alone[index]!])
	);
	let found = 0;
	for (const [name, range] of together) {
		const was = before.get(name);
		if (!isWide(range) && (!was || range.upper - range.lower < was.upper - was.lower)) found++;
	}
	return found;
}

function rangesOf({ cells }: Figure): Map<string, Range> {
	return new Map([...cells.values()].filter(({ status }) => status !== 'withheld').map((cell) => [nameOf(cell), rangeOf(cell)]));
}

/** The same quarter with one more young person in the first organisation large enough to be shown. */
function addOne(facts: FigureFacts): FigureFacts {
	const chosen = facts.organisations.findIndex(({ total }) => total >= 10);
	const organisations = facts.organisations.map((organisation, index) => {
		if (index !== chosen) return organisation;
		const dimensions = Object.fromEntries(
			Object.entries(organisation.dimensions).map(([name, counts]) => {
				const [first = ''] = Object.keys(counts);
				return [name, { ...counts, [first]: (counts[first] ?? 0) + 1 }];
			})
		);
		return { ...organisation, total: organisation.total + 1, dimensions };
	});
	return { ...facts, organisations };
}
