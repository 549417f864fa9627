// A consultation's answers by age band, where its coordinator asks for them: for the country only, by the rules of cross tables,
// beside the rounded counts that are published anyway.
import { eq, sql } from 'drizzle-orm';
import type { Database } from '../database/database.server';
import { ageBands } from './answers';
import { fewestRespondents, type Range } from './cells';
import { formOf, type ConsultationBody, type Step } from './consultation';
import type { CrossFacts } from './cross-table';
import { makeTable } from './cross-table.server';
import { unknownCategory } from './figure';
import { answerTable, tallyTable } from './tables.server';

type Results = ConsultationBody['results'];
export type AgeTable = NonNullable<ConsultationBody['tables']>[number];

/** Passing, not saying and a sentence alone, together: each by itself is nearly always small. */
const otherOption = 'other';

/** The table of a step beside these results; null where it would tell too much, or no age is known. */
export async function makeAgeTable(voices: Database, id: string, step: Step, results: Results): Promise<AgeTable | null> {
	const own = step.options.map((option) => option.id);
	const cross = await readCross(voices, formOf(id, step.kind), [...own, otherOption]);
	const known = cross.counts.some((table) =>
		table
			.slice(0, -1)
			.flat()
			.some((count) => count > 0)
	);
	if (!known || results.length === 0) return null;
	const table = await makeTable(step.kind, cross, (dimension, option) => {
		if (dimension !== cross.columns.dimension) return null;
		return addRanges(
			results.filter((result) => (option === otherOption ? !own.includes(result.option) : result.option === option))
		);
	});
	return table && { step: step.kind, ages: cross.rows.categories, options: cross.columns.categories, cells: table.cells };
}

/** What published results say of their sum. */
function addRanges(results: Results): Range | null {
	const ranges = results.map(rangeOfResult);
	if (ranges.length === 0 || ranges.some((range) => range === null)) return null;
	return (ranges as Range[]).reduce((all, { lower, upper }) => ({ lower: all.lower + lower, upper: all.upper + upper }));
}

/** As question.ts publishes it. */
function rangeOfResult({ value, status }: Results[number]): Range | null {
	if (status === 'withheld') return null;
	return value === null ? { lower: 0, upper: fewestRespondents - 1 } : { lower: value - 2, upper: value + 2 };
}

async function readCross(voices: Database, form: string, options: string[]): Promise<CrossFacts> {
	const a = answerTable;
	const single = await voices.read
		.select({ organisation: a.organisationId, age: a.ageBand, option: a.option, n: sql<number>`count(*)`.mapWith(Number) })
		.from(a)
		.where(eq(a.form, form))
		.groupBy(a.organisationId, a.ageBand, a.option);
	const t = tallyTable;
	const counted = await voices.read
		.select({ organisation: t.organisationId, option: t.option, n: t.count })
		.from(t)
		.where(eq(t.form, form));
	const ages = [...ageBands, unknownCategory];
	const tables = new Map<string, number[][]>();
	for (const { organisation, age, option, n } of [...single, ...counted.map((row) => ({ ...row, age: '' }))]) {
		const table = tables.get(organisation) ?? ages.map(() => options.map(() => 0));
		tables.set(organisation, table);
		const row = table[ages.indexOf(age || unknownCategory)];
		const column = options.indexOf(options.includes(option) ? option : otherOption);
		if (row?.[column] !== undefined) row[column] += n;
	}
	return {
		rows: { dimension: 'age', categories: ages },
		columns: { dimension: 'answer', categories: options },
		counts: spread(tables)
	};
}

/**
 * Organisation by organisation. Answers that are the country's only (from places with fewer than ten) may be of any organisation:
 * they are put to the largest, where they make every rule stricter.
 */
function spread(tables: Map<string, number[][]>): number[][][] {
	const pool = tables.get('');
	const own = [...tables].filter(([organisation]) => organisation !== '').map(([, table]) => table);
	if (!pool) return own;
	const size = (table: number[][]) => table.flat().reduce((all, count) => all + count, 0);
	const largest = own.length > 0 ? own.reduce((most, table) => (size(table) > size(most) ? table : most)) : null;
	if (!largest) return [pool];
	pool.forEach((row, r) => row.forEach((count, c) => (largest[r]![c] = (largest[r]?.[c] ?? 0) + count)));
	return own;
}
