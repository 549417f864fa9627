// Reads a quarter's counts and turns them into the facts of each figure. The only place that knows which table feeds which indicator.
import { eq, sql, sum } from 'drizzle-orm';
import type { Database } from '../database/database.server';
import { ageBands, methods, occasions } from './answers';
import { crossings, type CrossFacts } from './cross-table';
import { completeFacts, unknownCategory, type FigureFacts, type OrganisationCount } from './figure';
import { feedbackQuestions, type Programme } from './programme';
import { answerTable, attendanceTable, choiceCountTable, participationCountTable, tallyTable } from './tables.server';

/** One count on its way into a figure: of which organisation, and in which category of each dimension. */
interface Entry {
	organisationId: string;
	count: number;
	categories: Record<string, string>;
}

/** The facts of every people's indicator of a quarter that has any count; with those of a cross table where one is asked for. */
export async function readFigureFacts(
	voices: Database,
	programme: Programme,
	period: string,
	tables: readonly string[] = []
): Promise<FigureFacts[]> {
	const settingOf = new Map(programme.groups.map(({ id, setting }) => [id, setting]));
	const known = new Set(programme.organisations.map(({ id }) => id));
	const setting = (groupId: string) => settingOf.get(groupId) ?? 'unknown';
	const figures: FigureFacts[] = [];
	const add = (indicator: string, categories: Record<string, readonly string[]>, entries: Entry[]) => {
		const own = entries.filter(({ organisationId, count }) => known.has(organisationId) && count > 0);
		if (own.length === 0) return;
		const facts = collect(programme, period, indicator, categories, own);
		const crossing = tables.includes(indicator) ? crossings[indicator] : undefined;
		figures.push(crossing ? { ...facts, cross: cross(facts, crossing, own) } : facts);
	};
	const { locales, settings, modules } = programme;

	const plays = await voices.read
		.select({
			organisationId: participationCountTable.organisationId,
			groupId: participationCountTable.groupId,
			module: participationCountTable.module,
			locale: participationCountTable.locale,
			started: sum(participationCountTable.started).mapWith(Number),
			completed: sum(participationCountTable.completed).mapWith(Number)
		})
		.from(participationCountTable)
		.where(sql`${participationCountTable.period} = ${period} AND ${participationCountTable.attempt} = 'first'`)
		.groupBy(
			participationCountTable.organisationId,
			participationCountTable.groupId,
			participationCountTable.module,
			participationCountTable.locale
		);
	const play = (pick: 'started' | 'completed') =>
		plays.map(({ organisationId, groupId, module, locale, ...counts }) => ({
			...{ organisationId, count: counts[pick] },
			categories: { language: locale, module, setting: setting(groupId) }
		}));
	add('plays-started', { language: locales, module: modules, setting: settings }, play('started'));
	add('plays-completed', { language: locales, module: modules, setting: settings }, play('completed'));

	const attended = await voices.read.select().from(attendanceTable).where(eq(attendanceTable.period, period));
	const meetings = attended.map(({ organisationId, groupId, method, occasion, count }) => ({
		...{ organisationId, count },
		categories: { method, occasion, setting: setting(groupId) }
	}));
	add('meetings-reached', { method: methods, occasion: occasions, setting: settings }, meetings);

	for (const [question, entries] of await readInstrument(voices, programme, period))
		add(question, { answer: listUsed(entries, 'answer') }, entries);

	const answers = await readAnswers(voices, period);
	// Answers to consultations are published by the consultation itself, once: a second table of them could be subtracted.
	const feedback = answers.filter(({ categories }) => categories.form === 'feedback');
	for (const question of feedbackQuestions) {
		const own = feedback.filter(({ categories }) => categories.question === question);
		add(
			`feedback-${question}`,
			{ answer: listUsed(own, 'option'), age: [...ageBands] },
			own.map(({ categories, ...entry }) => ({
				...entry,
				categories: { answer: categories.option ?? '', age: categories.age ?? '' }
			}))
		);
	}
	for (const indicator of new Set(programme.counts.filter(({ kind }) => kind === 'people').map(({ indicator }) => indicator))) {
		const own = programme.counts.filter((each) => each.indicator === indicator);
		add(
			indicator,
			{},
			own.map(({ organisationId, value }) => ({ organisationId, count: value, categories: {} }))
		);
	}
	return figures;
}

/** Items of the instrument are nodes of stories: each choice is an answer of a group, counted like any other. */
async function readInstrument(voices: Database, programme: Programme, period: string): Promise<Map<string, Entry[]>> {
	const found = new Map<string, Entry[]>();
	if (programme.instrument.length === 0) return found;
	const t = choiceCountTable;
	const rows = await voices.read.select().from(t).where(eq(t.period, period));
	for (const { module, node, item, wave, answers } of programme.instrument) {
		const name = `instrument-${item}-${wave}`;
		const own = rows.filter((row) => row.module === module && row.node === node && Object.hasOwn(answers, row.choice));
		const entries = own.map(({ organisationId, choice, count }) => ({
			organisationId,
			count,
			categories: { answer: answers[choice] ?? '' }
		}));
		found.set(name, [...(found.get(name) ?? []), ...entries]);
	}
	return found;
}

async function readAnswers(voices: Database, period: string): Promise<Entry[]> {
	const a = answerTable;
	const single = await voices.read
		.select({
			...{ organisationId: a.organisationId, form: a.form, question: a.question, option: a.option, age: a.ageBand },
			count: sql<number>`count(*)`.mapWith(Number)
		})
		.from(a)
		.where(eq(a.period, period))
		.groupBy(a.organisationId, a.form, a.question, a.option, a.ageBand);
	const t = tallyTable;
	const counted = await voices.read.select().from(t).where(eq(t.period, period));
	return [
		...single.map(({ organisationId, count, age, ...rest }) => ({
			organisationId,
			count,
			categories: { ...rest, age: age || 'unknown', method: 'devices' }
		})),
		...counted.map(({ organisationId, count, form, question, option, method }) => ({
			...{ organisationId, count },
			categories: { form, question, option, age: 'unknown', method }
		}))
	];
}

function listUsed(entries: Entry[], dimension: string): string[] {
	return [...new Set(entries.map(({ categories }) => categories[dimension] ?? ''))].sort();
}

function collect(
	programme: Programme,
	period: string,
	indicator: string,
	categories: Record<string, readonly string[]>,
	entries: Entry[]
): FigureFacts {
	const organisations = programme.organisations.map(({ id }): OrganisationCount => {
		const dimensions: Record<string, Record<string, number>> = Object.fromEntries(
			Object.keys(categories).map((name) => [name, {}])
		);
		let total = 0;
		for (const entry of entries) {
			if (entry.organisationId !== id) continue;
			total += entry.count;
			for (const [name, known] of Object.entries(categories)) {
				const category = entry.categories[name] ?? '';
				// What the list doesn't know (a module of an older release) is counted, and named nowhere.
				if (known.includes(category)) dimensions[name]![category] = (dimensions[name]![category] ?? 0) + entry.count;
			}
		}
		const settings = [
			...new Set(programme.groups.filter(({ organisationId }) => organisationId === id).map(({ setting }) => setting))
		];
		return { organisationId: id, total, dimensions, possible: { setting: settings } };
	});
	return { indicator, period, country: programme.country, categories, countryOnly: ['setting', 'gender'], organisations };
}

/** The same entries by two dimensions; the categories are those of the figure, `unknown` included where it has any. */
function cross(facts: FigureFacts, [rowName, columnName]: readonly [string, string], entries: Entry[]): CrossFacts {
	const { categories } = completeFacts(facts);
	const [rows, columns] = [[...(categories[rowName] ?? [])], [...(categories[columnName] ?? [])]];
	const place = (list: readonly string[], category: string | undefined) =>
		list.indexOf(list.includes(category ?? '') ? (category ?? '') : unknownCategory);
	const counts = facts.organisations.map(({ organisationId }) => {
		const table = rows.map(() => columns.map(() => 0));
		for (const entry of entries) {
			if (entry.organisationId !== organisationId) continue;
			const row = table[place(rows, entry.categories[rowName])];
			const column = place(columns, entry.categories[columnName]);
			if (row?.[column] !== undefined) row[column] += entry.count;
		}
		return table;
	});
	return { rows: { dimension: rowName, categories: rows }, columns: { dimension: columnName, categories: columns }, counts };
}
