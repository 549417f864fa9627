// Links the answers of one participant by how they lie in the store. The attacker even has a copy after every batch, so knows which
// answers came in the same one; the options stand for the participants, whom the attacker doesn't look at but the referee does.
import { submitAnswers } from '../../src/lib/voices/spool.server';
import { answerTable } from '../../src/lib/voices/tables.server';
import { spearman, type Attack } from './report';
import { freshProof, now, place, withNaiveTable, withStore } from './store';

const participants = 500;
const nameOf = (index: number) => `p${index}`;

interface Row {
	question: string;
	option: string;
}

export async function attackLinkage(): Promise<Attack[]> {
	const { batches, rows } = await fillStore();
	const naive = await fillNaive();
	const linked = bestGuess(batches) / batches.reduce((all, batch) => all + batch.length / 2, 0);
	const chance = 1 / 10 + 3 * Math.sqrt((0.1 * 0.9) / participants);
	const order = (list: Row[]) =>
		Math.abs(spearman(list.filter(({ question }) => question === 'one').map(({ option }) => Number(option.slice(1)))));
	return [
		{
			what: `linkage of ${participants} participants by order, keys and batches, top 1`,
			figure: linked,
			goal: { atMost: chance },
			control: bestGuess([naive]) / participants,
			controlGoal: 0.9
		},
		{
			what: 'order of joining against order in the store, |Spearman|',
			figure: order(rows),
			goal: { below: 0.13 },
			control: order(naive),
			controlGoal: 0.9
		}
	];
}

/** How often each way of guessing is right: the same place in the batch, the next row of the other question, the one before. */
function guess(rows: Row[]): number[] {
	const [one, two] = ['one', 'two'].map((name) => rows.filter(({ question }) => question === name)) as [Row[], Row[]];
	const bySamePlace = one.filter(({ option }, index) => two[index]?.option === option).length;
	return [bySamePlace, guessNeighbour(rows, 1), guessNeighbour(rows, -1)];
}

function guessNeighbour(rows: Row[], step: 1 | -1): number {
	return rows.filter((row, index) => {
		if (row.question !== 'one') return false;
		let other = index + step;
		while (rows[other]?.question === 'one') other += step;
		return rows[other]?.option === row.option;
	}).length;
}

/** The right guesses of the best way over all batches. */
function bestGuess(batches: Row[][]): number {
	const all = batches.map(guess);
	return Math.max(...[0, 1, 2].map((way) => all.reduce((sum, guesses) => sum + (guesses[way] ?? 0), 0)));
}

function fillStore(): Promise<{ batches: Row[][]; rows: Row[] }> {
	return withStore('voices', async (voices) => {
		const batches: Row[][] = [];
		const seen = new Set<string>();
		for (let index = 0; index < participants + 14; index++) {
			const answers = { one: nameOf(index), two: nameOf(index) };
			await submitAnswers(voices, { form: 'feedback', answers, ageBand: '' }, place, freshProof(), now);
			const fresh = (await voices.read.select().from(answerTable)).filter(({ answerKey }) => !seen.has(answerKey));
			if (fresh.length === 0) continue;
			for (const { answerKey } of fresh) seen.add(answerKey);
			batches.push(fresh);
		}
		return { batches, rows: await voices.read.select().from(answerTable) };
	});
}

function fillNaive(): Promise<Row[]> {
	return withNaiveTable(async (client) => {
		for (let index = 0; index < participants; index++) {
			for (const question of ['one', 'two'])
				await client.execute({ sql: 'insert into answer values (?, ?)', args: [question, nameOf(index)] });
		}
		const { rows } = await client.execute('select question, option from answer');
		return rows.map(({ question, option }) => ({ question: String(question), option: String(option) }));
	});
}
