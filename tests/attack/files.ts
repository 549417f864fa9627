// The bytes of the files: what was taken back, spent or taken apart is in no page, free page or write-ahead log; what belongs is.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkpoint } from '../../src/lib/database/database.server';
import { addStatement, makeReceipt, withdrawStatement } from '../../src/lib/moderation/queue.server';
import { tidyFile } from '../../src/lib/voices/batches.server';
import { submitAnswers } from '../../src/lib/voices/spool.server';
import { findVoucher, makeVouchers } from '../../src/lib/voices/vouchers.server';
import type { Attack } from './report';
import { now, place, withNaiveTable, withStore } from './store';

const many = 200;

export async function attackFiles(): Promise<Attack[]> {
	const statements = await withStore('moderation', async (moderation, folder) => {
		const words = Array.from({ length: many }, (_, index) => `canary-sentence-${index}-of-somebody`);
		const receipts = await Promise.all(
			words.map(async (raw) => {
				const receipt = makeReceipt();
				const { organisationId, groupId } = place;
				await addStatement(
					moderation,
					{ consultationId: 'c', step: 'gather', organisationId, groupId, setting: 'shelter', locale: 'fr', raw },
					receipt,
					now
				);
				return receipt;
			})
		);
		const before = count(folder, words);
		for (const receipt of receipts) await withdrawStatement(moderation, receipt);
		return { before, after: count(folder, words) + count(folder, receipts) };
	});

	const answers = await withStore('voices', async (voices, folder) => {
		const codes: string[] = [];
		for (let lot = 0; lot < 2; lot++) {
			const made = (await makeVouchers(voices, place, 'feedback', 100, now)) ?? [];
			for (const [index, code] of made.entries()) {
				const { hash = '' } = (await findVoucher(voices, code)) ?? {};
				codes.push(code, hash);
				await submitAnswers(
					voices,
					{ form: 'feedback', answers: { one: `c${lot}x${index}`, two: `c${lot}x${index}` }, ageBand: '' },
					place,
					{ kind: 'voucher', hash },
					now
				);
			}
		}
		await checkpoint(voices);
		await tidyFile(voices);
		const single = Array.from({ length: 100 }, (_, index) => `c0x${index}`);
		const whole = single.map((name) => `{"one":"${name}","two":"${name}"}`);
		// What waits for its batch is still whole, by design: at most fourteen at the very end.
		return { whole: count(folder, whole.slice(0, 80)) + count(folder, codes), single: count(folder, single) };
	});

	const naive = await withNaiveTable(async (client, folder) => {
		await client.execute('pragma secure_delete = off');
		const words = Array.from({ length: many }, (_, index) => `naive-sentence-${index}-of-somebody`);
		for (const word of words) await client.execute({ sql: 'insert into answer values (?, ?)', args: ['one', word] });
		await client.execute('delete from answer');
		return count(folder, words);
	});
	return [
		{
			what: `withdrawn sentences and receipts in the files, of ${many}`,
			figure: statements.after,
			goal: { atMost: 0 },
			control: Math.min(naive, statements.before),
			controlGoal: 1
		},
		{
			what: 'whole answers, vouchers and their hashes in the files after batches',
			figure: answers.whole,
			goal: { atMost: 0 },
			control: answers.single,
			controlGoal: 80
		}
	];
}

function count(folder: string, words: string[]): number {
	const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
	return words.filter((word) => bytes.some((content) => content.includes(word))).length;
}
