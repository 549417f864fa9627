// Group commit: answers that arrive within 50 ms are written by one statement in one transaction, and acknowledged after it.
// Whether a prompt is still open is asked inside that transaction, so an accepted answer is always a counted one.
import { sql } from 'drizzle-orm';
import type { Database } from '../database/database.server';

export interface Vote {
	liveId: string;
	prompt: string;
	participant: number;
	option: string;
	/** The phone's own count: the highest is its last answer. */
	n: number;
}

export type Verdict = 'accepted' | 'closed' | 'unknown-live' | 'storage';

export interface VoteOptions {
	/** Milliseconds to gather; 50. */
	gather?: number;
	/** Answers that are written at once without waiting. */
	most?: number;
	/** Told which lives have new answers, after the commit. */
	onCommit?: (liveIds: Iterable<string>) => void;
}

export class VoteBox {
	#waiting: { vote: Vote; answer: (verdict: Verdict) => void }[] = [];
	#timer: NodeJS.Timeout | null = null;
	#writing: Promise<void> = Promise.resolve();
	readonly #options: Required<VoteOptions>;

	constructor(
		readonly database: Pick<Database, 'write'>,
		options: VoteOptions = {}
	) {
		this.#options = { gather: 50, most: 2_000, onCommit: () => undefined, ...options };
	}

	/** Resolves when the answer is on the disk, or can't be. Never rejects. */
	put(vote: Vote): Promise<Verdict> {
		return new Promise((answer) => {
			this.#waiting.push({ vote, answer });
			if (this.#waiting.length >= this.#options.most) this.#flush();
			else this.#timer ??= setTimeout(() => this.#flush(), this.#options.gather);
		});
	}

	/** Writes what waits, and resolves when all of it is answered. */
	async close(): Promise<void> {
		this.#flush();
		await this.#writing;
	}

	#flush(): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = null;
		const batch = this.#waiting;
		this.#waiting = [];
		if (batch.length === 0) return;
		this.#writing = this.#writing.then(() => this.#write(batch));
	}

	async #write(batch: { vote: Vote; answer: (verdict: Verdict) => void }[]): Promise<void> {
		try {
			const open = await this.#commit(batch.map(({ vote }) => vote));
			for (const { vote, answer } of batch) answer(judge(vote, open.get(vote.liveId)));
			this.#options.onCommit(open.keys());
		} catch {
			// A full disk or a locked file: nothing of the batch was written, and each phone tries again.
			for (const { answer } of batch) answer('storage');
		}
	}

	#commit(votes: Vote[]): Promise<Map<string, string>> {
		const rows = JSON.stringify(votes.map((v) => [v.liveId, v.prompt, v.participant, v.option, v.n]));
		const ids = JSON.stringify([...new Set(votes.map(({ liveId }) => liveId))]);
		return this.database.write(async (tx) => {
			const open = await tx.values<[string, string]>(
				sql`SELECT id, open FROM live WHERE id IN (SELECT value FROM json_each(${ids}))`
			);
			await tx.run(sql`
				INSERT INTO answer (live_id, prompt, participant, option, n)
				SELECT live.id, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4
				FROM json_each(${rows}) AS j JOIN live ON live.id = j.value ->> 0
				WHERE instr(live.open, ' ' || (j.value ->> 1) || ' ') > 0
				ORDER BY j.key
				ON CONFLICT (live_id, prompt, participant) DO UPDATE SET option = excluded.option, n = excluded.n
				WHERE excluded.n > answer.n`);
			return new Map(open);
		});
	}
}

function judge({ prompt }: Vote, open: string | undefined): Verdict {
	if (open === undefined) return 'unknown-live';
	return open.includes(` ${prompt} `) ? 'accepted' : 'closed';
}
