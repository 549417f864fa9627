// Figures that say something about each other. The audit looks at one indicator at a time; here is what keeps two of them from
// being put together. Pure.
import { nameOf, totalDimension, type Cell } from './cells';

/** The first is always part of the second: who finished had begun. */
const nested: readonly (readonly [part: string, whole: string])[] = [['plays-completed', 'plays-started']];

/**
 * Withholds a part that was rounded above its whole: the whole must then be in the little that both ranges share. Where it is at most
 * as large, the two ranges say nothing about each other that each doesn't say alone. Returns the names of what it withheld.
 */
export function keepNested(cells: Cell[]): string[] {
	const byName = new Map(cells.map((cell) => [nameOf(cell), cell]));
	const withheld: string[] = [];
	for (const [part, whole] of nested) {
		for (const cell of cells) {
			if (cell.indicator !== part || cell.value === null) continue;
			const other = byName.get(nameOf({ ...cell, indicator: whole }));
			if (other?.value === null || other === undefined || cell.value <= other.value) continue;
			withheld.push(nameOf(cell));
			Object.assign(cell, { status: 'withheld', value: null });
		}
	}
	return withheld;
}

/**
 * Plays of the modules on rights, from the published row of modules: counted anew they would be a second rounding of the same
 * number. An area with a module that isn't told has none.
 */
export function deriveRights(cells: Cell[], modules: readonly string[]): Cell[] {
	const rows = new Map<string, Cell[]>();
	for (const cell of cells) {
		if (cell.indicator !== 'plays-started' || cell.dimension !== 'module' || !modules.includes(cell.category)) continue;
		rows.set(cell.area, [...(rows.get(cell.area) ?? []), cell]);
	}
	return [...rows.values()].map((row): Cell => {
		const [first] = row as [Cell, ...Cell[]];
		const told = row.every(({ value }) => value !== null);
		const status = told ? 'published' : row.length === 1 ? first.status : 'withheld';
		const value = told ? row.reduce((all, cell) => all + (cell.value ?? 0), 0) : null;
		return { ...first, indicator: 'rights-reached', dimension: totalDimension, category: '', status, value };
	});
}
