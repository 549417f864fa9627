// One open response that events are written to. A reader that doesn't keep up is let go: it comes back to a whole view.
import type { ServerResponse } from 'node:http';
import type { Locale } from '../i18n/locales';
import type { Participant } from './participants.server';
import type { Audience } from './view';

/** Who listens, and in which language. */
export interface Listener {
	audience: Audience;
	locale: Locale;
	/** Of a phone. */
	participant?: Participant;
	/** Sends an event; false when the listener is gone or too slow (and has been let go). */
	send(event: Encoded, tail?: Buffer): boolean;
	/** Sends something that keeps the connection open. */
	beat?(): void;
	end(): void;
}

/** A view made ready once for all listeners of an audience in a language. */
export interface Encoded {
	id: string;
	/** `id` and `data` lines of the event, without the empty line that ends it. */
	bytes: Buffer;
	/** The same as JSON, for long polls. */
	json: string;
}

/** Unread bytes from which a reader is let go. */
const mostUnread = 64 * 1024;
const blank = Buffer.from('\n');
const comment = Buffer.from(':\n\n');

export function encode(id: string, view: unknown): Encoded {
	const json = JSON.stringify(view);
	return { id, json, bytes: Buffer.from(`id: ${id}\ndata: ${json}\n`) };
}

/** The own part of a phone's view, as a second line of the same event. */
export function encodeOwn(own: unknown): Buffer {
	return Buffer.from(`data: ${JSON.stringify(own)}\n\n`);
}

/** Opens a stream of events on a response. */
export function openStream(response: ServerResponse, listener: Pick<Listener, 'audience' | 'locale' | 'participant'>): Listener {
	response.writeHead(200, {
		'content-type': 'text/event-stream; charset=utf-8',
		'cache-control': 'no-store, no-transform',
		'x-accel-buffering': 'no'
	});
	response.socket?.setNoDelay(true);
	// Apart from each other: a room that reconnects at once would knock all at once.
	response.write(`retry: ${1000 + Math.floor(Math.random() * 2000)}\n\n`);
	return {
		...listener,
		send({ bytes }, tail = blank) {
			if (response.destroyed || response.writableEnded) return false;
			if (response.writableLength > mostUnread) {
				response.destroy();
				return false;
			}
			response.cork();
			response.write(bytes);
			response.write(tail);
			response.uncork();
			return true;
		},
		beat() {
			if (response.writableLength <= mostUnread) response.write(comment);
			else response.destroy();
		},
		end: () => void response.end()
	};
}

/** Answers a long poll with the next view, or with 204 after its time. */
export function openPoll(
	response: ServerResponse,
	listener: Pick<Listener, 'audience' | 'locale' | 'participant'>,
	patience: number
): Listener {
	const timer = setTimeout(() => response.writeHead(204).end(), patience);
	response.once('close', () => clearTimeout(timer));
	return {
		...listener,
		send({ id, json }, tail) {
			if (response.writableEnded || response.destroyed) return false;
			const own = tail ? tail.toString().slice('data: '.length).trim() : 'null';
			response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
			response.end(`{"id":${JSON.stringify(id)},"view":${json},"own":${own}}`);
			return false;
		},
		end: () => void (response.writableEnded || response.writeHead(204).end())
	};
}
