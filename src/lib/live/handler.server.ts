// The machine endpoints of lives (docs/live-protocol.md), asked before SvelteKit and before compression.
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as v from 'valibot';
import { isCode, normaliseCode } from '../groups/code';
import { preferredLocale } from '../i18n/preferred-locale';
import { commandSchema } from './commands';
import { codeLife } from './lives.server';
import type { LiveHub } from './hub.server';
import {
	isOwnOrigin,
	liveCookies,
	readBearer,
	readBody,
	readLocale,
	readToken,
	redirect,
	sendJson,
	sendNothing,
	type Body
} from './http.server';
import { LiveLimits } from './limits';
import type { Participant } from './participants.server';
import type { LiveRoom } from './room.server';
import { readStaffToken, signStaffToken, type StaffRole } from './staff-token.server';
import { openPoll, openStream, type Listener } from './stream.server';

export interface HandlerOptions {
	hub: LiveHub;
	secret: string;
	/** What browsers see. */
	origin: string;
	/** The network that a request comes from, as a key that means nothing elsewhere. */
	addressOf: (request: IncomingMessage) => string;
	onError?: (error: unknown) => void;
	/** Milliseconds of a long poll. */
	patience?: number;
}

/** Who a request speaks for in the live of its code. */
type Speaker = { role: 'phone'; participant: Participant } | { role: StaffRole } | null;

interface Call {
	request: IncomingMessage;
	response: ServerResponse;
	url: URL;
	room: LiveRoom;
	speaker: Speaker;
	address: string;
	/** What follows the code in the path. */
	rest: string[];
}

const answerSchema = v.strictObject({
	a: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/)),
	n: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER))
});
const words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(140));

export class LiveHandler {
	readonly #limits = new LiveLimits();

	constructor(readonly options: HandlerOptions) {}

	/** Answers a request to /live…; false leaves it to the site. */
	handle(request: IncomingMessage, response: ServerResponse): boolean {
		const target = request.url ?? '';
		if (!/^\/live(\/|$|\?)/.test(target) || !URL.canParse(`http://live${target}`)) return false;
		this.#answer(request, response, new URL(`http://live${target}`)).catch((error) => {
			this.options.onError?.(error);
			sendJson(response, 503, { error: 'storage' }, { 'retry-after': '2' });
		});
		return true;
	}

	async #answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
		const [, , code = '', ...rest] = url.pathname.split('/');
		const method = request.method ?? 'GET';
		if (rest.length === 0 && (method === 'GET' || method === 'HEAD')) {
			// The address on the big screen has no language: each phone goes to its own.
			const locale = preferredLocale(request.headers['accept-language'] ?? '');
			const safe = /^[A-Za-z0-9]{0,16}$/.test(code) ? code.toUpperCase() : '';
			return redirect(response, `/${locale}/live${safe && `/${safe}`}`);
		}
		if (method !== 'GET' && !isOwnOrigin(request, this.options.origin)) {
			request.resume();
			return sendJson(response, 403, { error: 'origin' });
		}
		const address = this.options.addressOf(request);
		const { hub } = this.options;
		const room = await hub.findRoom(normaliseCode(code));
		const speaker = room ? await this.#speaker(request, room) : null;
		const refused = speaker ? null : this.#mayTry(address, room !== null);
		if (refused || !room) {
			request.resume();
			const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
			const page = `/${readLocale(url)}/live/${isCode(normaliseCode(code)) ? normaliseCode(code) : ''}`;
			if (isForm) return redirect(response, `${page}?problem=${refused ? 'too-many' : 'unknown'}`);
			if (!refused) return sendJson(response, 404, { error: 'unknown' });
			return sendJson(response, 429, { error: 'too-many', seconds: refused }, { 'retry-after': String(refused) });
		}
		await this.#route(method, { request, response, url, room, speaker, address, rest });
	}

	/** Strangers are limited before they learn whether the code was right. Seconds to wait; null when they may try. */
	#mayTry(address: string, right: boolean): number | null {
		const seconds = this.#limits.tryCode(address, new Date(this.options.hub.now()));
		if (seconds === 0 && right) this.#limits.wasRight(address);
		return seconds === 0 ? null : seconds;
	}

	async #speaker(request: IncomingMessage, room: LiveRoom): Promise<Speaker> {
		const bearer = readBearer(request);
		if (bearer !== null) {
			const role = readStaffToken(this.options.secret, bearer, room.live.id, this.options.hub.now());
			if (role) return { role };
		}
		const token = readToken(request);
		const participant = token === null ? null : await this.options.hub.findPhone(room, token);
		return participant && { role: 'phone', participant };
	}

	async #route(method: string, call: Call): Promise<void> {
		const { response, rest, request } = call;
		const name = `${method} ${rest[0]}`;
		if (rest.length === 1 && name === 'GET events') return this.#listen(call, openStream);
		if (rest.length === 1 && name === 'GET state') {
			const patience = this.options.patience ?? 25_000;
			return this.#listen(call, (to, who) => openPoll(to, who, patience));
		}
		const isAnswer = name === 'PUT answers' && rest.length === 2;
		const known = ['POST join', 'POST re-enter', 'POST answers', 'POST calls', 'POST lines', 'POST commands', 'POST screen'];
		if (!isAnswer && !(rest.length === 1 && known.includes(name))) {
			request.resume();
			return sendJson(response, 404, { error: 'unknown' });
		}
		const body = await readBody(request);
		if (!body.ok) return sendJson(response, body.status, { error: 'body' });
		switch (name) {
			case 'POST join':
				return this.#join(call, body);
			case 'POST re-enter':
				return this.#comeBack(call, body);
			case 'POST screen':
				return this.#pairScreen(call);
			case 'POST commands':
				return this.#command(call, body.json);
			default:
				return this.#phoneSays(name, call, body);
		}
	}

	async #listen(
		call: Call,
		open: (response: ServerResponse, who: Pick<Listener, 'audience' | 'locale' | 'participant'>) => Listener
	) {
		const { response, request, speaker, room, url } = call;
		if (!speaker) return sendJson(response, 401, { error: 'stranger' });
		const who = { audience: speaker.role, locale: readLocale(url) };
		const listener = open(response, speaker.role === 'phone' ? { ...who, participant: speaker.participant } : who);
		request.on('close', () => room.listeners.delete(listener));
		response.on('close', () => room.listeners.delete(listener));
		await room.attach(listener, url.searchParams.get('after') ?? undefined);
	}

	async #join(call: Call, body: Body & { ok: true }): Promise<void> {
		const { response, room, speaker, address } = call;
		const { hub } = this.options;
		if (speaker?.role === 'phone') return this.#welcome(call, body, speaker.participant);
		const seconds = this.#limits.join(address, new Date(hub.now()));
		if (seconds > 0) return sendJson(response, 429, { error: 'too-many', seconds }, { 'retry-after': String(seconds) });
		const joined = await hub.join(room);
		// A closed door answers as a wrong code does.
		if (!joined.ok) return body.isForm ? this.#back(call, 'unknown') : sendJson(response, 404, { error: 'unknown' });
		this.#setCookies(response, room, joined.token);
		this.#welcome(call, body, joined.participant);
	}

	async #comeBack(call: Call, body: Body & { ok: true }): Promise<void> {
		const typed = v.safeParse(v.object({ code: v.pipe(v.string(), v.maxLength(24)) }), body.json);
		const code = typed.success ? typed.output.code.toUpperCase().replace(/[\s-]/g, '') : '';
		// Tried by people who know the live's code: six characters would be guessed without a limit.
		const seconds = this.#limits.tryCode(`${call.address} ${call.room.live.id}`, new Date(this.options.hub.now()));
		if (seconds > 0) return sendJson(call.response, 429, { error: 'too-many', seconds }, { 'retry-after': String(seconds) });
		const back = await this.options.hub.comeBack(call.room, code);
		if (!back) return body.isForm ? this.#back(call, 're-entry') : sendJson(call.response, 404, { error: 're-entry' });
		this.#setCookies(call.response, call.room, back.token);
		this.#welcome(call, body, back.participant);
	}

	#setCookies(response: ServerResponse, { live }: LiveRoom, token: string): void {
		const seconds = (live.expiresAt - this.options.hub.now()) / 1000;
		response.setHeader('set-cookie', liveCookies(live.code, token, seconds, this.options.origin.startsWith('https:')));
	}

	#welcome(call: Call, body: Body & { ok: true }, { name }: Participant): void {
		if (body.isForm) this.#back(call);
		else sendJson(call.response, 200, { name });
	}

	/** A form's page again, in its language. */
	#back({ response, room, url }: Pick<Call, 'response' | 'room' | 'url'>, problem?: string): void {
		redirect(response, `/${readLocale(url)}/live/${room.live.code}${problem === undefined ? '' : `?problem=${problem}`}`);
	}

	/** A screen may come in while the door is open; with its token it may come back when it is closed. */
	#pairScreen({ response, room, speaker }: Call): void {
		const { hub, secret } = this.options;
		const staff = speaker !== null && speaker.role !== 'phone';
		if (!staff && !room.live.state.door) return sendJson(response, 404, { error: 'unknown' });
		sendJson(response, 200, { token: signStaffToken(secret, 'screen', room.live.id, hub.now() + codeLife) });
	}

	async #command({ response, room, speaker }: Call, json: unknown): Promise<void> {
		if (!speaker) return sendJson(response, 401, { error: 'stranger' });
		if (speaker.role === 'phone' || speaker.role === 'screen') return sendJson(response, 403, { error: 'role' });
		const command = v.safeParse(commandSchema, json);
		if (!command.success) return sendJson(response, 422, { error: 'command' });
		const result = await this.options.hub.command(room, speaker.role, command.output);
		if (result.ok) return sendJson(response, 200, 'aside' in result ? { code: result.code } : { seq: result.live.seq });
		const statuses: Record<string, number> = { role: 403, ended: 410 };
		sendJson(response, statuses[result.reason] ?? 409, { error: result.reason, seq: result.seq });
	}

	async #phoneSays(name: string, call: Call, body: Body & { ok: true }): Promise<void> {
		const { response, speaker, room } = call;
		const { hub } = this.options;
		if (!speaker) return sendJson(response, 401, { error: 'stranger' });
		if (speaker.role !== 'phone') return sendJson(response, 403, { error: 'role' });
		const { participant } = speaker;
		const seconds = this.#limits.speak(`${room.live.id} ${participant.no}`, new Date(hub.now()));
		if (seconds > 0) return sendJson(response, 429, { error: 'too-many', seconds }, { 'retry-after': String(seconds) });
		if (name.endsWith('answers')) return this.#keepAnswer(call, body, participant);
		if (room.live.state.phase === 'ended') return sendJson(response, 410, { error: 'ended' });
		if (name === 'POST calls') await hub.call(room, participant);
		else {
			const line = v.safeParse(v.object({ words }), body.json);
			if (!line.success) return body.isForm ? this.#back(call, 'line') : sendJson(response, 422, { error: 'line' });
			const open = room.live.plan.lines && room.live.state.phase === 'feedback';
			if (!open) return body.isForm ? this.#back(call, 'closed') : sendJson(response, 409, { error: 'closed' });
			await hub.line(room, participant, line.output.words);
		}
		if (body.isForm) this.#back(call, name === 'POST calls' ? 'called' : 'sent');
		else sendNothing(response);
	}

	async #keepAnswer(call: Call, body: Body & { ok: true }, participant: Participant): Promise<void> {
		const { response, room, rest } = call;
		const given = body.isForm ? { a: (body.json as Record<string, string>).a, n: this.options.hub.now() } : body.json;
		const parsed = v.safeParse(answerSchema, given);
		const prompt = body.isForm ? ((body.json as Record<string, string>).prompt ?? '') : (rest[1] ?? '');
		if (!parsed.success || !/^[a-z0-9.-]{1,64}$/.test(prompt)) {
			return body.isForm ? this.#back(call, 'missing') : sendJson(response, 422, { error: 'answer' });
		}
		const verdict = await this.options.hub.answer(room, participant, { prompt, ...parsed.output });
		if (body.isForm) return this.#back(call, verdict === 'accepted' ? undefined : verdict);
		if (verdict === 'accepted') return sendNothing(response);
		if (room.live.state.phase === 'ended') return sendJson(response, 410, { error: 'ended' });
		if (verdict === 'storage') return sendJson(response, 503, { error: 'storage' }, { 'retry-after': '2' });
		sendJson(response, verdict === 'closed' ? 409 : 404, { error: verdict });
	}
}
