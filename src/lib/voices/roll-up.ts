// A network's figures: those of each country beside each other, and what can be said of them together. Built from published numbers
// only, so nothing new can be learnt from it. Pure.
import { totalDimension } from './cells';
import type { Release } from './release';

export interface RolledUp {
	indicator: string;
	period: string;
	countries: { country: string; value: number | null; status: 'published' | 'fewer' | 'withheld' }[];
	/** The sum of what is published; `atLeast` when a country's number isn't. */
	sum: number;
	atLeast: boolean;
}

/** The country totals of all releases, indicator by indicator, quarter by quarter. Two instances of one country stand side by side. */
export function rollUp(releases: Pick<Release, 'country' | 'period' | 'cells' | 'things'>[]): RolledUp[] {
	const rows = new Map<string, RolledUp>();
	const put = (indicator: string, period: string, entry: RolledUp['countries'][number]) => {
		const key = `${indicator}|${period}`;
		const row = rows.get(key) ?? { indicator, period, countries: [], sum: 0, atLeast: false };
		row.countries.push(entry);
		row.sum += entry.value ?? 0;
		row.atLeast ||= entry.value === null;
		rows.set(key, row);
	};
	for (const { country, period, cells, things } of releases) {
		for (const { area, indicator, dimension, value, status } of cells) {
			if (area === country && dimension === totalDimension) put(indicator, period, { country, value, status });
		}
		for (const { area, indicator, value } of things)
			if (area === country) put(indicator, period, { country, value, status: 'published' });
	}
	return [...rows.values()].sort((a, b) =>
		a.indicator < b.indicator ? -1 : a.indicator > b.indicator ? 1 : a.period < b.period ? -1 : 1
	);
}
