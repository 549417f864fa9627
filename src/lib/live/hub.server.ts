// All lives of this process: finds a live's room, writes answers and commands, and tells this and the other processes.
import type { Database } from '../database/database.server';
import type { Bus, Notice } from './bus';
import { refusalOf, ruleOf, type Command, type LiveRole } from './commands';
import { createSteadyClock } from './clock';
import type { LiveContent } from './live-content';
import { commandLive, findLiveByCode, hashToken, type CommandResult } from './lives.server';
import {
	callCoach,
	decide,
	findParticipant,
	joinLive,
	offerReEntry,
	reEnter,
	sendLine,
	type Joined,
	type Participant
} from './participants.server';
import { isAnswer, listAnswerable } from './prompts';
import { LiveRoom, type RoomTools } from './room.server';
import { VoteBox, type Verdict } from './votes.server';

export interface HubOptions {
	database: Database;
	content: LiveContent;
	bus: Bus;
	now?: () => number;
	/** Milliseconds that answers gather before they are written. */
	gather?: number;
	/** Where answers go; the group commit of votes.server.ts. Tests put a wrong one in its place, to see it found. */
	votes?: Pick<VoteBox, 'put' | 'close'>;
	onError?: (error: unknown) => void;
}

export type CommandAnswer = CommandResult | { ok: true; aside: true; code?: string };
export type AnswerVerdict = Verdict | 'unknown';

/** Milliseconds between two tallies that a screen is sent; between heartbeats; between looks at the database without a bus. */
const pace = { counts: 200, beat: 15_000, look: 1_000 };
/** A room that nobody listens to is forgotten after this many milliseconds. */
const roomIdle = 10 * 60_000;

export class LiveHub {
	readonly now: () => number;
	readonly #rooms = new Map<string, { room: LiveRoom; leave: () => void }>();
	readonly #byCode = new Map<string, string>();
	readonly #votes: Pick<VoteBox, 'put' | 'close'>;
	readonly #tools: RoomTools;
	/** Rooms whose counts changed since they were last told, and when that was. */
	readonly #dirty = new Map<string, NodeJS.Timeout>();
	readonly #timers: NodeJS.Timeout[];

	constructor(readonly options: HubOptions) {
		const { database, content, gather } = options;
		this.now = options.now ?? createSteadyClock();
		this.#tools = { database, content, now: this.now };
		const onCommit = (ids: Iterable<string>) => {
			for (const id of ids) this.#changed(id, 'counts');
		};
		this.#votes = options.votes ?? new VoteBox(database, { onCommit, ...(gather !== undefined && { gather }) });
		this.#timers = [setInterval(() => this.#beat(), pace.beat).unref(), setInterval(() => this.#look(), pace.look).unref()];
	}

	/** How many listeners this process has, and rooms it remembers. */
	get size(): { rooms: number; listeners: number } {
		const listeners = [...this.#rooms.values()].reduce((sum, { room }) => sum + room.listeners.size, 0);
		return { rooms: this.#rooms.size, listeners };
	}

	/** The room of a code; null for a wrong, old or unknown one. Always one look-up, whichever it is. */
	async findRoom(code: string): Promise<LiveRoom | null> {
		const known = this.#rooms.get(this.#byCode.get(code) ?? '')?.room;
		if (known) {
			if (!this.options.bus.healthy) await this.#catchUp(known);
			return this.now() < known.live.expiresAt ? known : null;
		}
		const live = await findLiveByCode(this.options.database, code, this.now());
		if (!live) return null;
		// Two requests may have looked at once: the first made the room.
		const made = this.#rooms.get(live.id)?.room;
		if (made) return made;
		const room = new LiveRoom(live, this.#tools);
		const leave = this.options.bus.subscribe(live.id, (notice) => this.#heard(room, notice));
		this.#rooms.set(live.id, { room, leave });
		this.#byCode.set(live.code, live.id);
		return room;
	}

	async findPhone(room: LiveRoom, token: string): Promise<Participant | null> {
		const hash = hashToken(token);
		const known = room.participants.get(hash);
		if (known) return known;
		const found = await findParticipant(this.options.database, room.live.id, token);
		if (found) room.participants.set(hash, found);
		return found;
	}

	async join(room: LiveRoom): Promise<Joined> {
		const joined = await joinLive(this.options.database, room.live.id);
		if (joined.ok) {
			room.participants.set(hashToken(joined.token), joined.participant);
			this.#changed(room.live.id, 'counts');
		}
		return joined;
	}

	/** Gives a phone its place back. The old token is forgotten everywhere. */
	async comeBack(room: LiveRoom, code: string): Promise<{ token: string; participant: Participant } | null> {
		const back = await reEnter(this.options.database, room.live.id, code, this.now());
		if (back) {
			room.participants.clear();
			this.options.bus.publish(room.live.id, 'people');
		}
		return back;
	}

	/** Keeps a phone's answer. Resolves when it is on the disk. */
	async answer(room: LiveRoom, participant: Participant, vote: { prompt: string; a: string; n: number }): Promise<AnswerVerdict> {
		if (!this.#isPossible(room, vote)) {
			// Another process may have moved the live a moment ago.
			await room.reread();
			if (!this.#isPossible(room, vote)) return this.#wasAsked(room, vote.prompt) ? 'closed' : 'unknown';
		}
		const { prompt, a: option, n } = vote;
		return this.#votes.put({ liveId: room.live.id, prompt, participant: participant.no, option, n });
	}

	async command(room: LiveRoom, role: LiveRole, command: Command): Promise<CommandAnswer> {
		const { database, content } = this.options;
		const { id } = room.live;
		if (!ruleOf(command.cmd).aside) {
			const result = await commandLive(database, content.script, { id, role, command }, this.now());
			if (result.ok && !result.again) {
				await room.move(result.live);
				this.options.bus.publish(id, 'state');
			} else if (!result.ok && result.reason === 'stale') await room.reread();
			return result;
		}
		return this.#aside(room, role, command);
	}

	async call(room: LiveRoom, { name }: Participant): Promise<void> {
		await callCoach(this.options.database, room.live.id, name);
		this.#changed(room.live.id, 'counts');
	}

	/** Keeps a line for an adult to read; false when this phone sent one already. */
	async line(room: LiveRoom, { no }: Participant, words: string): Promise<boolean> {
		const kept = await sendLine(this.options.database, room.live.id, no, words);
		if (kept) this.#changed(room.live.id, 'counts');
		return kept;
	}

	async close(): Promise<void> {
		for (const timer of this.#timers) clearInterval(timer);
		for (const timer of this.#dirty.values()) clearTimeout(timer);
		await this.#votes.close();
		for (const { room, leave } of this.#rooms.values()) {
			leave();
			room.close();
		}
		this.#rooms.clear();
		await this.options.bus.close();
	}

	async #aside(room: LiveRoom, role: LiveRole, command: Command): Promise<CommandAnswer> {
		const { database, content } = this.options;
		const { id, plan } = room.live;
		await room.reread();
		const { seq, state } = room.live;
		const refused = content.script(plan) ? refusalOf(command.cmd, role, state) : ('ended' as const);
		if (refused) return { ok: false, reason: refused, seq };
		if (command.cmd === 're-enter') {
			const code = await offerReEntry(database, id, command.name ?? '', this.now());
			return code === null ? { ok: false, reason: 'nothing', seq } : { ok: true, aside: true, code };
		}
		const what = command.cmd as 'approve' | 'reject' | 'seen';
		if (!(await decide(database, id, what, command.id ?? ''))) return { ok: false, reason: 'nothing', seq };
		this.#changed(id, 'counts');
		return { ok: true, aside: true };
	}

	#isPossible({ live }: LiveRoom, { prompt, a }: { prompt: string; a: string }): boolean {
		const script = this.options.content.script(live.plan);
		const open = script ? listAnswerable(script, live.state, live.plan.instrument) : [];
		return open.some((each) => each.id === prompt && isAnswer(each, a));
	}

	/** Whether this prompt was open once, or is while the live is held: then it is closed, not unknown. */
	#wasAsked({ live: { state, plan } }: LiveRoom, prompt: string): boolean {
		const script = this.options.content.script(plan);
		const held = script ? listAnswerable(script, { ...state, hold: null }, plan.instrument) : [];
		const isOpen = held.some(({ id }) => id === prompt);
		return isOpen ? state.hold !== null : prompt in state.tallies || prompt === state.prompt;
	}

	/** Tells screens and hosts of new counts, here and elsewhere, five times a second at most. */
	#changed(liveId: string, notice: 'counts'): void {
		if (this.#dirty.has(liveId)) return;
		const timer = setTimeout(() => {
			this.#dirty.delete(liveId);
			void this.#rooms.get(liveId)?.room.recount().catch(this.#trouble);
			this.options.bus.publish(liveId, notice);
		}, pace.counts);
		this.#dirty.set(liveId, timer);
	}

	#heard(room: LiveRoom, notice: Notice): void {
		if (notice === 'people') room.participants.clear();
		const work = notice === 'state' ? room.reread() : notice === 'counts' ? room.recount() : undefined;
		work?.catch(this.#trouble);
	}

	#beat(): void {
		for (const [id, { room, leave }] of this.#rooms) {
			for (const listener of room.listeners) listener.beat?.();
			if (room.listeners.size > 0 || this.now() - room.lastUsed < roomIdle) continue;
			leave();
			this.#rooms.delete(id);
			this.#byCode.delete(room.live.code);
		}
	}

	/** Without a bus that can be trusted, rooms read the database. */
	#look(): void {
		if (this.options.bus.healthy) return;
		for (const { room } of this.#rooms.values()) {
			if (room.listeners.size > 0) this.#catchUp(room).then(() => room.recount(), this.#trouble);
		}
	}

	/** Reads what other processes may have done unheard: moves, and tokens that they replaced. */
	#catchUp(room: LiveRoom): Promise<void> {
		room.participants.clear();
		return room.reread();
	}

	readonly #trouble = (error: unknown): void => this.options.onError?.(error);
}
