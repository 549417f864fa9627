// One live in this process: its row, who listens, and what each was last sent. Encodes a view once for an audience and a
// language and writes the same bytes to all; phones hear of moves only, screens and hosts of counts too, five times a second.
import { createHash } from 'node:crypto';
import type { Database } from '../database/database.server';
import type { Locale } from '../i18n/locales';
import { hostView, type Desk } from './host-view';
import type { LiveContent } from './live-content';
import { findLive, type Live } from './lives.server';
import { countAnswered, countJoined, listCallsAndLines, listOwn, type Participant } from './participants.server';
import { phoneView, screenView, type Room } from './projection';
import { listAnswerable } from './prompts';
import { encode, encodeOwn, type Encoded, type Listener } from './stream.server';
import type { Audience } from './view';

export interface RoomTools {
	database: Database;
	content: LiveContent;
	now: () => number;
}

export class LiveRoom {
	readonly listeners = new Set<Listener>();
	/** Phones seen here, by the hash of their token. */
	readonly participants = new Map<string, Participant>();
	lastUsed: number;
	#joined = 0;
	#answered = 0;
	#desk: Desk = { calls: [], waiting: [] };
	#lines: string[] = [];
	/** The counts that screens and hosts were last sent. */
	#told = '';
	#queue: Promise<void> = Promise.resolve();
	/** The view that phones were last sent, by language, without its number: they hear of changes only. */
	readonly #phones = new Map<Locale, { said: string; encoded: Encoded }>();

	constructor(
		public live: Live,
		readonly tools: RoomTools
	) {
		this.lastUsed = tools.now();
	}

	/** Reads the counts and tells screens and hosts when they changed. */
	recount(): Promise<void> {
		return this.#run(async () => {
			await this.#readCounts();
			if (this.#counts() !== this.#told) this.#tellStaff();
		});
	}

	/** Reads the row again: another process may have moved the live. */
	async reread(): Promise<void> {
		const live = await findLive(this.tools.database, this.live.id);
		if (live) await this.move(live);
	}

	/** The live moved: everybody is told what is new for them. */
	move(live: Live): Promise<void> {
		return this.#run(async () => {
			if (live.seq <= this.live.seq) return;
			this.live = live;
			await this.#readCounts();
			await this.#tellPhones();
			this.#tellStaff();
		});
	}

	/**
	 * Sends a listener the present view and keeps it. With `after` (the id it has), only what differs from that. The row is read
	 * first: who comes from another process must not be sent back to what this one knew last.
	 */
	async attach(listener: Listener, after?: string): Promise<void> {
		await this.reread();
		return this.#run(async () => {
			if (this.listeners.size === 0) await this.#readCounts();
			const view = await this.#viewFor(listener);
			if (!view) return listener.end();
			if (view.encoded.id !== after && !listener.send(view.encoded, view.own)) return;
			this.listeners.add(listener);
		});
	}

	/** The present view, for a page that is rendered with it. */
	async look(listener: Pick<Listener, 'audience' | 'locale' | 'participant'>): Promise<{ view: unknown; own: unknown } | null> {
		await this.reread();
		let seen: Awaited<ReturnType<LiveRoom['look']>> = null;
		await this.#run(async () => {
			await this.#readCounts();
			const found = await this.#viewFor(listener);
			const own = found?.own?.toString().slice('data: '.length).trim() ?? 'null';
			seen = found && { view: JSON.parse(found.encoded.json), own: JSON.parse(own) };
		});
		return seen;
	}

	/** One thing after the other: a view that was made earlier must never be sent later. */
	#run(work: () => Promise<void>): Promise<void> {
		this.lastUsed = this.tools.now();
		const done = this.#queue.then(work);
		this.#queue = done.catch(() => undefined);
		return done;
	}

	#counts(): string {
		return JSON.stringify([this.#joined, this.#answered, this.#desk, this.#lines]);
	}

	async #readCounts(): Promise<void> {
		const { database, content } = this.tools;
		const { id, plan, state } = this.live;
		this.#joined = await countJoined(database, id);
		const script = content.script(plan);
		const open = script ? listAnswerable(script, state, plan.instrument)[0]?.id : undefined;
		const asked = state.phase === 'feedback' ? 'mood' : (state.prompt ?? open);
		this.#answered = asked === undefined ? 0 : await countAnswered(database, id, asked);
		const { calls, lines } = await listCallsAndLines(database, id);
		this.#desk = {
			calls,
			waiting: lines.filter(({ approved }) => !approved).map(({ id: line, words }) => ({ id: line, words }))
		};
		this.#lines = lines.filter(({ approved }) => approved).map(({ words }) => words);
	}

	/** The present view of one listener, with its own part if it is a phone. */
	async #viewFor({
		audience,
		locale,
		participant
	}: Pick<Listener, 'audience' | 'locale' | 'participant'>): Promise<{ encoded: Encoded; own?: Buffer } | null> {
		if (audience !== 'phone') {
			const encoded = this.#encodeStaff(audience, locale);
			return encoded && { encoded };
		}
		const encoded = this.#encodePhones(locale);
		if (!encoded || !participant) return null;
		const own = await listOwn(this.tools.database, this.live.id, this.#ownPrompts(), participant.no);
		return { encoded, own: encodeOwn({ name: participant.name, answers: own.get(participant.no) ?? {} }) };
	}

	async #tellPhones(): Promise<void> {
		const phones = [...this.listeners].filter(({ audience }) => audience === 'phone');
		const changed = new Map<Locale, Encoded>();
		for (const locale of new Set(phones.map((phone) => phone.locale))) {
			const before = this.#phones.get(locale)?.encoded;
			const encoded = this.#encodePhones(locale);
			if (encoded && encoded !== before) changed.set(locale, encoded);
		}
		if (changed.size === 0) return;
		const own = await listOwn(this.tools.database, this.live.id, this.#ownPrompts());
		for (const phone of phones) {
			const encoded = changed.get(phone.locale);
			const { no = -1, name = '' } = phone.participant ?? {};
			if (encoded) this.#send(phone, encoded, encodeOwn({ name, answers: own.get(no) ?? {} }));
		}
	}

	#tellStaff(): void {
		this.#told = this.#counts();
		const made = new Map<string, Encoded | null>();
		for (const listener of this.listeners) {
			if (listener.audience === 'phone') continue;
			const key = `${listener.audience} ${listener.locale}`;
			if (!made.has(key)) made.set(key, this.#encodeStaff(listener.audience, listener.locale));
			const encoded = made.get(key);
			if (encoded) this.#send(listener, encoded);
		}
	}

	/** Lets everybody go; they come back to whoever answers then. */
	close(): void {
		for (const listener of this.listeners) listener.end();
		this.listeners.clear();
	}

	#send(listener: Listener, encoded: Encoded, tail?: Buffer): void {
		if (!listener.send(encoded, tail)) this.listeners.delete(listener);
	}

	/** What is asked now and what was asked last. */
	#ownPrompts(): string[] {
		const { plan, state } = this.live;
		const script = this.tools.content.script(plan);
		const open = script ? listAnswerable(script, { ...state, hold: null }, plan.instrument).map(({ id }) => id) : [];
		return state.prompt === null ? open : [...new Set([...open, state.prompt])];
	}

	#room(): Room | null {
		const { seq, code, plan, state } = this.live;
		const script = this.tools.content.script(plan);
		return script && { seq, code, plan, state, script, joined: this.#joined, answered: this.#answered, lines: this.#lines };
	}

	#encodePhones(locale: Locale): Encoded | null {
		const [room, words] = [this.#room(), this.tools.content.words(this.live.plan, locale)];
		if (!room || !words) return null;
		const view = phoneView(room, words);
		const said = JSON.stringify({ ...view, seq: 0 });
		const last = this.#phones.get(locale);
		if (last?.said === said) return last.encoded;
		const encoded = encode(fingerprint(said), view);
		this.#phones.set(locale, { said, encoded });
		return encoded;
	}

	#encodeStaff(audience: Exclude<Audience, 'phone'>, locale: Locale): Encoded | null {
		const [room, words] = [this.#room(), this.tools.content.words(this.live.plan, locale)];
		if (!room || !words) return null;
		const view = audience === 'screen' ? screenView(room, words) : hostView(room, words, audience, this.tools.now(), this.#desk);
		return encode(`${room.seq}.${fingerprint(this.#counts())}`, view);
	}
}

/** The same for the same view in every process: who polls may be answered by another each time. */
function fingerprint(said: string): string {
	return createHash('sha256').update(said).digest('base64url').slice(0, 16);
}
