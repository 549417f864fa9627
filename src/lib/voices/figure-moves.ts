// Second possible tables near the true one: how a cell could be more or less without any published number changing what it allows.
// An organisation's rows move as they must; the country's row takes each unit up, or another organisation moves the other way.
// What is found is possible; finding nothing proves nothing.
import type { System } from './bounds';
import type { Layout } from './figure-system';

type Changes = Map<number, number>;
type Place =
	| { kind: 'top' }
	| { kind: 'whole'; organisation: number }
	| { kind: 'margin'; dimension: string; category: number }
	| { kind: 'part'; dimension: string; category: number; organisation: number };

/** How many organisations are tried as partners for one unit. */
const mostPartners = 60;

export class FigureMoves {
	readonly #places = new Map<number, Place>();
	readonly #layout: Layout;
	readonly #dimensions: string[];
	#changes: Changes = new Map();
	#avoided = '';

	constructor(private readonly system: System & { layout: Layout }) {
		const { top, wholes, margins, parts } = (this.#layout = system.layout);
		this.#dimensions = [...parts.keys()];
		this.#places.set(top, { kind: 'top' });
		wholes.forEach((whole, organisation) => this.#places.set(whole, { kind: 'whole', organisation }));
		for (const dimension of this.#dimensions) {
			margins.get(dimension)?.forEach((margin, category) => this.#places.set(margin, { kind: 'margin', dimension, category }));
			parts.get(dimension)?.forEach((row, organisation) => {
				row?.forEach((part, category) => this.#places.set(part, { kind: 'part', dimension, category, organisation }));
			});
		}
	}

	/** A possible table with the variable changed by that much: all changes to the truth. Null when none was found. `avoided` (an owner) stays as it is. */
	move(variable: number, by: number, avoided: string): Changes | null {
		this.#changes = new Map();
		this.#avoided = avoided;
		const place = this.#places.get(variable);
		if (!place || !this.#fits(variable, by)) return null;
		const found = this.#try(place, by);
		return found ? this.#changes : null;
	}

	#try(place: Place, by: number): boolean {
		const unit = Math.sign(by);
		if (place.kind === 'whole') return this.#moveRows(place.organisation, by, by);
		if (place.kind === 'part') {
			const { organisation, dimension, category } = place;
			const order = [0, ...[1, 2, 3, 4].flatMap((n) => [n * unit, -n * unit])];
			return order.some((level) => {
				this.#changes = new Map();
				return this.#moveRows(organisation, level, by, dimension, category);
			});
		}
		for (let step = 0; step < Math.abs(by); step++) {
			if (place.kind === 'top' ? !this.#raise(unit) : !(this.#shiftMargin(place, unit) || this.#raise(unit, place))) return false;
		}
		return true;
	}

	/** Moves an organisation's total by `level` and, where one is named, a part by `by`; the rest of each row follows. */
	#moveRows(organisation: number, level: number, by: number, dimension?: string, category?: number): boolean {
		if (level !== 0 && !this.#apply(this.#layout.wholes[organisation]!, level)) return false;
		const moved = new Map<string, number[]>();
		for (const name of this.#dimensions) {
			const row = this.#layout.parts.get(name)?.[organisation];
			if (!row) continue;
			const own = row.map(() => 0);
			let rest = level;
			if (name === dimension) {
				if (!this.#apply(row[category!]!, by)) return false;
				own[category!] = by;
				rest -= by;
			}
			row.forEach((part, index) => {
				if (name === dimension && index === category) return;
				const taken = this.#most(part, rest);
				if (taken === 0) return;
				this.#apply(part, taken);
				own[index] = taken;
				rest -= taken;
			});
			if (rest !== 0) return false;
			if (this.#layout.margins.get(name)) moved.set(name, own);
		}
		return this.#settle(organisation, level, moved);
	}

	/** Gives every unit that an organisation moved to the country's row, or to another organisation the other way. */
	#settle(organisation: number, level: number, moved: Map<string, number[]>): boolean {
		const unit = Math.sign(level);
		for (let step = 0; step < Math.abs(level); step++) {
			const chosen = new Map<string, number>();
			for (const [dimension, row] of moved) {
				const category = row.findIndex((value) => Math.sign(value) === unit);
				row[category]! -= unit;
				chosen.set(dimension, category);
			}
			if (this.#giveToCountry(unit, chosen)) continue;
			if (![...this.#partners(organisation)].some((partner) => this.#giveToPartner(partner, -unit, chosen))) return false;
		}
		for (const [dimension, row] of moved) {
			for (;;) {
				const [up, down] = [row.findIndex((value) => value > 0), row.findIndex((value) => value < 0)];
				if (up < 0 || down < 0) break;
				row[up]! -= 1;
				row[down]! += 1;
				const margins = this.#layout.margins.get(dimension)!;
				if (
					this.#applyAll([
						[margins[up]!, 1],
						[margins[down]!, -1]
					])
				)
					continue;
				const rows = this.#layout.parts.get(dimension)!;
				const given = [...this.#partners(organisation)].some((partner) => {
					const theirs = rows[partner];
					return (
						theirs &&
						this.#applyAll([
							[theirs[up]!, -1],
							[theirs[down]!, 1]
						])
					);
				});
				if (!given) return false;
			}
		}
		return true;
	}

	#giveToCountry(unit: number, chosen: Map<string, number>): boolean {
		const margins = [...chosen].map(
			([dimension, category]) => [this.#layout.margins.get(dimension)![category]!, unit] as [number, number]
		);
		return this.#applyAll([[this.#layout.top, unit], ...margins]);
	}

	/** A unit of an organisation's total, in the chosen category of rows that the country tells, in any of the others. */
	#giveToPartner(partner: number, unit: number, chosen: Map<string, number>): boolean {
		const steps: [number, number][] = [[this.#layout.wholes[partner]!, unit]];
		for (const dimension of this.#dimensions) {
			const row = this.#layout.parts.get(dimension)?.[partner];
			if (!row) continue;
			const part = chosen.has(dimension) ? row[chosen.get(dimension)!] : row.find((each) => this.#fits(each, unit));
			if (part === undefined) return false;
			steps.push([part, unit]);
		}
		return this.#applyAll(steps);
	}

	/** One unit of the country's total by way of some organisation, in a named category if one is named. */
	#raise(unit: number, fixed?: { dimension: string; category: number }): boolean {
		for (const partner of this.#partners(-1)) {
			const chosen = new Map<string, number>();
			for (const dimension of this.#dimensions) {
				const margins = this.#layout.margins.get(dimension);
				const row = this.#layout.parts.get(dimension)?.[partner];
				if (!margins || !row) continue;
				const fits = (part: number, index: number) => this.#fits(part, unit) && this.#fits(margins[index]!, unit);
				chosen.set(dimension, fixed?.dimension === dimension ? fixed.category : row.findIndex(fits));
			}
			if ([...chosen.values()].some((category) => category < 0)) continue;
			const before = new Map(this.#changes);
			if (this.#giveToCountry(unit, chosen) && this.#giveToPartner(partner, unit, chosen)) return true;
			this.#changes = before;
		}
		return false;
	}

	#shiftMargin({ dimension, category }: { dimension: string; category: number }, unit: number): boolean {
		const margins = this.#layout.margins.get(dimension)!;
		const rows = this.#layout.parts.get(dimension)!;
		return margins.some((margin, other) => {
			if (other === category || !this.#fits(margin, -unit)) return false;
			return [...this.#partners(-1)].some((partner) => {
				const row = rows[partner];
				if (!row) return false;
				return this.#applyAll([
					[margins[category]!, unit],
					[margin, -unit],
					[row[category]!, unit],
					[row[other]!, -unit]
				]);
			});
		});
	}

	*#partners(own: number): Generator<number> {
		const { wholes } = this.#layout;
		let tried = 0;
		for (let step = 1; step <= wholes.length && tried < mostPartners; step++) {
			const organisation = (Math.max(own, 0) + step) % wholes.length;
			if (organisation === own) continue;
			if (this.#avoided !== '' && this.system.variables[wholes[organisation]!]!.owner === this.#avoided) continue;
			tried++;
			yield organisation;
		}
	}

	/** As much of a change as a variable can take, towards zero. */
	#most(variable: number, by: number): number {
		const { lower, upper, truth } = this.system.variables[variable]!;
		const now = truth + (this.#changes.get(variable) ?? 0);
		return by > 0 ? Math.min(by, upper - now) : Math.max(by, lower - now);
	}

	#fits(variable: number, by: number): boolean {
		const { lower, upper, truth } = this.system.variables[variable]!;
		const value = truth + (this.#changes.get(variable) ?? 0) + by;
		return value >= lower && value <= upper;
	}

	#apply(variable: number, by: number): boolean {
		if (!this.#fits(variable, by)) return false;
		this.#changes.set(variable, (this.#changes.get(variable) ?? 0) + by);
		return true;
	}

	/** All of the steps or none. */
	#applyAll(steps: [number, number][]): boolean {
		const before = steps.map(([variable]) => [variable, this.#changes.get(variable)] as const);
		if (steps.every(([variable, by]) => this.#apply(variable, by))) return true;
		for (const [variable, value] of before.reverse()) {
			if (value === undefined) this.#changes.delete(variable);
			else this.#changes.set(variable, value);
		}
		return false;
	}
}
