// The lives of this process, put together once: hub, handlers, upkeep. Registered on globalThis, because server.mjs and
// `vite dev` ask the handler before SvelteKit's bundle is, and must find the same one as the pages.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Database } from '../database/database.server';
import { createLocalBus, type Bus } from './bus';
import { LiveHandler } from './handler.server';
import { cookieName } from './http.server';
import { LiveHub, type HubOptions } from './hub.server';
import type { LiveContent } from './live-content';
import { startLiveUpkeep } from './upkeep.server';

export interface RunningLives {
	hub: LiveHub;
	content: LiveContent;
	/** The name of a phone's cookie. */
	cookie: string;
	/** Answers a request to /live…; false leaves it to the site. */
	handle(request: IncomingMessage, response: ServerResponse): boolean;
	close(): Promise<void>;
}

export interface LiveOptions {
	database: Database;
	content: LiveContent;
	secret: string;
	origin: string;
	redisUrl: string | null;
	addressOf: (request: IncomingMessage) => string;
	onError: (error: unknown) => void;
	/** For tests: see HubOptions and HandlerOptions. */
	gather?: number;
	patience?: number;
	votes?: HubOptions['votes'];
}

const place = Symbol.for('relais.live');
const store = globalThis as { [place]?: RunningLives };

/** Starts lives on a database. Redis is loaded only where an address for it is set. */
export async function createLives({
	database,
	content,
	secret,
	origin,
	redisUrl,
	addressOf,
	onError,
	...pace
}: LiveOptions): Promise<RunningLives> {
	const bus: Bus = redisUrl === null ? createLocalBus() : (await import('./redis-bus.server')).createRedisBus(redisUrl, onError);
	const { patience, ...forHub } = pace;
	const hub = new LiveHub({ database, content, bus, onError, ...forHub });
	const handler = new LiveHandler({ hub, secret, origin, addressOf, onError, ...(patience !== undefined && { patience }) });
	const stop = startLiveUpkeep(database, content.script, hub.now, onError);
	return {
		hub,
		content,
		cookie: cookieName(origin.startsWith('https:')),
		handle: (request, response) => handler.handle(request, response),
		async close() {
			stop();
			await hub.close();
		}
	};
}

/** Starts the lives of the instance and registers them; a reload in `vite dev` replaces the earlier ones. */
export async function startLives(options: LiveOptions): Promise<RunningLives> {
	await store[place]?.close();
	return (store[place] = await createLives(options));
}

/** The running lives. Throws where there are none: a page made at build time must not ask. */
export function getLives(): RunningLives {
	const running = store[place];
	if (running) return running;
	throw new Error('No lives are running. hooks.server.ts starts them; prerendered pages cannot use them.');
}
