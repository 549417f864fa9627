// Invented programmes for attackers on tables: organisations with counts in several dimensions.
import type { FigureFacts } from '../../src/lib/voices/figure';

const categories = { language: ['fr', 'nl', 'ar'], age: ['12-13', '14-15', '16-18'], setting: ['shelter', 'school'] };

/** One quarter's facts of one indicator for some organisations, of very different sizes. */
export function inventFacts(
	random: () => number,
	organisations: number,
	period = '2026-27/Q1',
	dimensions: string[] = Object.keys(categories)
): FigureFacts {
	const used = Object.fromEntries(Object.entries(categories).filter(([name]) => dimensions.includes(name)));
	return {
		...{ indicator: 'plays-started', period, country: 'BE', categories: used, countryOnly: ['setting'] },
		organisations: Array.from({ length: organisations }, (_, index) => {
			const total = Math.floor(random() ** 2 * 120);
			const counts = Object.entries(used).map(([name, list]) => [name, split(random, total, list)] as const);
			return { organisationId: `o${index}`, total, dimensions: Object.fromEntries(counts) };
		})
	};
}

function split(random: () => number, total: number, categories: readonly string[]): Record<string, number> {
	const counts: Record<string, number> = Object.fromEntries(categories.map((name) => [name, 0]));
	for (let each = 0; each < total; each++) counts[categories[Math.floor(random() ** 1.5 * categories.length)] ?? '']! += 1;
	return counts;
}

/** The quarters of two planning years. */
export const quarters = ['2025-26', '2026-27'].flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}/Q${quarter}`));
