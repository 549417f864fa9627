// The line of a screen, host or coach: a stream read with a token that only this page holds, and commands up. A view replaces the
// one before, whole; a broken stream is opened again until the live is over.
import type { Locale } from '../i18n/locales';

export interface StaffData<View> {
	locale: Locale;
	code: string;
	/** Null on a screen that was opened with a code alone. */
	token: string | null;
	view: View | null;
}

export type CommandOutcome = { ok: true; code?: string } | { ok: false; error: string };

/** Milliseconds without anything, heartbeats included, after which a stream counts as dead. */
const silence = 40_000;

export class StaffLink<View extends { seq: number; phase: string }> {
	view = $state.raw<View | null>(null);
	/** `lost`: trying again. `gone`: the live or the token is over. */
	trouble = $state<'lost' | 'gone' | null>(null);
	/** When the view came, for what counts minutes. */
	at = $state(0);
	#reading: AbortController | null = null;
	#heard = 0;

	constructor(
		readonly code: string,
		readonly locale: string,
		public token: string | null
	) {}

	start(): void {
		const again = () => document.visibilityState === 'visible' && void this.#read();
		document.addEventListener('visibilitychange', again);
		addEventListener('pageshow', (event) => event.persisted && again());
		addEventListener('online', again);
		setInterval(() => {
			if (Date.now() - this.#heard > silence) again();
		}, 5_000);
		void this.#read();
	}

	/** Gives a command on the present view. The same key is used until the server has answered. */
	async command(cmd: string, more: Record<string, unknown> = {}): Promise<CommandOutcome> {
		const key = crypto.getRandomValues(new Uint32Array(4)).join('-').slice(0, 40);
		const body = JSON.stringify({ cmd, ifSeq: this.view?.seq ?? 0, key, ...more });
		for (let attempt = 0; attempt < 6; attempt++) {
			const response = await this.#ask('commands', { method: 'POST', body });
			if (!response || response.status >= 500) {
				this.trouble = 'lost';
				await sleep(400 * (attempt + 1));
				continue;
			}
			this.trouble = null;
			const answer = (await response.json().catch(() => ({}))) as { error?: string; code?: string };
			if (response.ok) return { ok: true, ...(answer.code !== undefined && { code: answer.code }) };
			return { ok: false, error: answer.error ?? 'unknown' };
		}
		return { ok: false, error: 'lost' };
	}

	async #read(): Promise<void> {
		this.#reading?.abort();
		const reading = (this.#reading = new AbortController());
		while (!reading.signal.aborted) {
			this.#heard = Date.now();
			const response = await this.#ask(`events?lang=${this.locale}`, { signal: reading.signal });
			if (reading.signal.aborted) return;
			if (response?.status === 401 || response?.status === 404) {
				this.trouble = 'gone';
				return;
			}
			if (response?.ok && response.body) await this.#follow(response.body, reading.signal).catch(() => undefined);
			if (reading.signal.aborted) return;
			this.trouble = 'lost';
			await sleep(800 + Math.random() * 1200);
		}
	}

	async #follow(body: ReadableStream<Uint8Array>, signal: AbortSignal): Promise<void> {
		const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
		for (let rest = ''; !signal.aborted;) {
			const { done, value } = await reader.read();
			if (done) return;
			this.#heard = Date.now();
			this.trouble = null;
			const events = (rest + value).split('\n\n');
			rest = events.pop() ?? '';
			for (const event of events) {
				const data = event.split('\n').find((line) => line.startsWith('data: '));
				if (data) this.view = JSON.parse(data.slice(6));
				this.at = Date.now();
			}
		}
	}

	#ask(path: string, init: RequestInit): Promise<Response | null> {
		const headers = { authorization: `Bearer ${this.token}`, ...(init.body && { 'content-type': 'application/json' }) };
		return fetch(`/live/${this.code}/${path}`, { ...init, headers }).catch(() => null);
	}
}

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
