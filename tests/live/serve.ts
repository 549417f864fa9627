// Live handlers on a port of their own, without the site around them.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openDatabase, type Database } from '../../src/lib/database/database.server';
import type { HubOptions } from '../../src/lib/live/hub.server';
import { createLives, type RunningLives } from '../../src/lib/live/running.server';
import { liveContent } from './content';

export const testSecret = 'test-secret-that-protects-nothing-real-at-all';

export interface ServedLives {
	origin: string;
	database: Database;
	lives: RunningLives;
	errors: unknown[];
	stop(): Promise<void>;
}

/** Serves lives on 127.0.0.1. `folder` holds live.db; several may share it. */
export async function serveLives(options: {
	folder: string;
	port?: number;
	redisUrl?: string | null;
	patience?: number;
	gather?: number;
	/** Makes a place for answers other than the real one: the positive control of the model test. */
	votes?: (database: Database) => HubOptions['votes'];
}): Promise<ServedLives> {
	const { folder, port = 0, redisUrl = null, votes, ...pace } = options;
	const database = await openDatabase({ file: `${folder}/live.db`, migrations: 'drizzle/live', secureDelete: true });
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const errors: unknown[] = [];
	const lives = await createLives({
		...{ database, content: liveContent(), secret: testSecret, origin, redisUrl, ...pace },
		...(votes && { votes: votes(database) }),
		addressOf: (request) => String(request.headers['x-test-address'] ?? request.socket.remoteAddress),
		onError: (error) => errors.push(error)
	});
	server.on('request', (request, response) => {
		if (!lives.handle(request, response)) response.writeHead(404).end();
	});
	return { origin, database, lives, errors, stop: () => stop(server, lives, database) };
}

async function stop(server: Server, lives: RunningLives, database: Database): Promise<void> {
	await lives.close();
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
	await database.close();
}
