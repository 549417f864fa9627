// A phone's line to the live: events down, answers up, and what to do when either breaks. An answer is kept here until the server
// has it on its disk; the last one given wins, whatever the network does.
import type { Own, PhoneView } from '../view';
import type { DoorProblem } from './phone';

type Trouble = 'offline' | 'closed' | 'gone' | null;

/** Milliseconds without any event, heartbeats included, after which a stream counts as dead. */
const silence = 40_000;

export class PhoneLink {
	view = $state.raw<PhoneView | null>(null);
	own = $state.raw<Own | null>(null);
	/** Answers that the server doesn't have yet. */
	waiting = $state.raw<Record<string, string>>({});
	trouble = $state<Trouble>(null);
	#source: EventSource | null = null;
	#failures = 0;
	#heard = 0;
	#polling = false;
	#after = '';
	#n = 0;
	#sending = false;
	#openedAt = 0;

	constructor(
		readonly code: string,
		readonly locale: string
	) {}

	/** Begins to listen, and to watch the page come and go: a phone that was locked has a dead stream and isn't told. */
	start(): void {
		const again = () => document.visibilityState === 'visible' && this.#connect();
		document.addEventListener('visibilitychange', again);
		addEventListener('pageshow', (event) => event.persisted && again());
		addEventListener('online', again);
		setInterval(() => {
			if (this.#source && Date.now() - this.#heard > silence && document.visibilityState === 'visible') this.#connect();
		}, 5_000);
		this.#connect();
	}

	/** Comes into the room. Gives the reason when it can't. */
	async join(): Promise<DoorProblem | null> {
		return this.#enter('join', {});
	}

	async comeBack(code: string): Promise<DoorProblem | null> {
		return this.#enter('re-enter', { code });
	}

	async #enter(path: string, body: object): Promise<DoorProblem | null> {
		const response = await this.#post(path, body);
		if (!response) return 'offline';
		if (response.status === 429) return 'too-many';
		if (!response.ok) return 'unknown';
		this.start();
		return null;
	}

	answer(prompt: string, a: string): void {
		this.waiting = { ...this.waiting, [prompt]: a };
		void this.#sendAll();
	}

	/** The answer shown as given: the one that is on its way, else the one that the server has. */
	given(prompt: string): string | undefined {
		return this.waiting[prompt] ?? this.own?.answers[prompt]?.a;
	}

	async call(): Promise<boolean> {
		return (await this.#post('calls', {}))?.ok ?? false;
	}

	async line(words: string): Promise<boolean> {
		return (await this.#post('lines', { words }))?.ok ?? false;
	}

	async #sendAll(): Promise<void> {
		if (this.#sending) return;
		this.#sending = true;
		// Apart from each other, where a whole room sees the question at the same moment.
		await sleep(Math.max(0, this.#openedAt + Math.random() * 400 - Date.now()));
		for (let failures = 0; Object.keys(this.waiting).length > 0;) {
			const [[prompt, a]] = Object.entries(this.waiting) as [[string, string]];
			const n = (this.#n = Math.max(this.#n + 1, (this.own?.answers[prompt]?.n ?? 0) + 1, Date.now()));
			const response = await this.#request('PUT', `answers/${prompt}`, { a, n });
			const done = response && response.status !== 429 && response.status < 500;
			if (!done) {
				this.trouble = 'offline';
				await sleep(Math.min(5_000, 300 * 2 ** failures++) * (0.5 + Math.random()));
				continue;
			}
			failures = 0;
			this.trouble = response.ok ? null : 'closed';
			if (response.ok && this.own) this.own = { ...this.own, answers: { ...this.own.answers, [prompt]: { a, n } } };
			// Another answer may have been given meanwhile.
			if (this.waiting[prompt] !== a) continue;
			const { [prompt]: _, ...rest } = this.waiting;
			this.waiting = rest;
		}
		this.#sending = false;
	}

	#connect(): void {
		this.#source?.close();
		const source = new EventSource(`/live/${this.code}/events?lang=${this.locale}`);
		this.#source = source;
		this.#heard = Date.now();
		source.onmessage = ({ data, lastEventId }) => {
			const [view, own] = String(data).split('\n');
			this.#hear(JSON.parse(view ?? 'null'), JSON.parse(own ?? 'null'), lastEventId);
			this.#failures = 0;
		};
		source.onerror = () => {
			this.trouble ??= 'offline';
			if (source.readyState === EventSource.CLOSED || ++this.#failures >= 3) {
				source.close();
				void this.#poll();
			}
		};
	}

	/** Where streams don't get through (or the server is starting): the same views, asked for one by one. */
	async #poll(): Promise<void> {
		if (this.#polling) return;
		this.#polling = true;
		for (let tries = 0; tries < 4;) {
			const response = await this.#request('GET', `state?lang=${this.locale}&after=${this.#after}`);
			if (response?.status === 401 || response?.status === 404) {
				this.trouble = 'gone';
				break;
			}
			if (response?.status === 200) {
				const { id, view, own } = await response.json();
				this.#hear(view, own, id);
				tries++;
			} else if (response?.status !== 204) await sleep(1_000 + Math.random() * 2_000);
			else tries++;
		}
		this.#polling = false;
		if (this.trouble !== 'gone') this.#connect();
	}

	#hear(view: PhoneView, own: Own, id: string): void {
		this.#heard = Date.now();
		this.#after = id;
		if (this.trouble !== 'closed' || view.phase !== this.view?.phase) this.trouble = null;
		if (view.phase === 'open' && this.view?.phase !== 'open') this.#openedAt = Date.now();
		this.view = view;
		this.own = own;
		if (view.phase === 'ended') this.#source?.close();
	}

	#post(path: string, body: object): Promise<Response | null> {
		return this.#request('POST', path, body);
	}

	/** Null when the network fails. */
	#request(method: string, path: string, body?: object): Promise<Response | null> {
		const sent = body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
		return fetch(`/live/${this.code}/${path}`, { method, ...sent }).catch(() => null);
	}
}

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
