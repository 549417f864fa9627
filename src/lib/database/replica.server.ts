// A copy of a server's database that reads are answered from. A thread keeps it up to date (replica-thread.server.mjs); another
// connection reads the same file, as SQLite's WAL allows.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Remote, RemoteOptions } from './open-remote.server';
import { tryUntil } from './patience';
import { notLetIn, unreachable } from './remote-error';
import { makeReplicaFolder, type ReplicaFolder } from './replica-folder.server';

/** Found like the migrations: Relais runs in its own folder, and a bundler wouldn't bring a thread along. */
const program = 'src/lib/database/replica-thread.server.mjs';

export class Replica {
	readonly #remote: Remote;
	readonly #options: RemoteOptions;
	readonly #folder: ReplicaFolder;
	#worker: Worker | null = null;
	#running: Promise<void> | null = null;
	#next: Promise<void> | null = null;

	private constructor(remote: Remote, options: RemoteOptions, folder: ReplicaFolder) {
		this.#remote = remote;
		this.#options = options;
		this.#folder = folder;
	}

	/** Copies the whole database. Throws DatabaseError. */
	static async make(remote: Remote, options: RemoteOptions): Promise<Replica> {
		const replica = new Replica(remote, options, await makeReplicaFolder(options.file));
		try {
			await replica.#sync();
			return replica;
		} catch (error) {
			await replica.close();
			throw error;
		}
	}

	get file(): string {
		return this.#folder.file;
	}

	/** Resolves when the copy has all that was committed before the call; tries again for a while. Throws DatabaseError. */
	async refresh(): Promise<void> {
		const deadline = Date.now() + this.#options.timeout;
		await tryUntil(deadline, ['unreachable'], () => this.#before(deadline));
	}

	async close(): Promise<void> {
		await this.#running?.catch(() => undefined);
		await this.#worker?.terminate();
		await this.#folder.remove();
	}

	/** A sync that has begun may have missed what was just written: who asks meanwhile shares the next one. */
	async #before(deadline: number): Promise<void> {
		this.#next ??= this.#running?.catch(() => undefined).then(() => this.#sync()) ?? null;
		const synced = this.#next ?? this.#sync();
		const late = new AbortController();
		const wait = Math.max(0, deadline - Date.now());
		const over = pause(wait, undefined, { signal: late.signal }).then(() => Promise.reject(unreachable(this.#remote.url)));
		over.catch(() => undefined);
		await Promise.race([synced, over]).finally(() => late.abort());
	}

	#sync(): Promise<void> {
		this.#next = null;
		const running = this.#ask().finally(() => {
			if (this.#running === running) this.#running = null;
		});
		return (this.#running = running);
	}

	async #ask(): Promise<void> {
		const worker = (this.#worker ??= this.#start());
		// A process that has nothing else to do may end between two syncs, not in the midst of one.
		worker.ref();
		const failure = await new Promise<string | null>((done) => {
			const ended = () => done('The thread of the replica ended.');
			worker.once('exit', ended);
			worker.once('message', (message: string | null) => {
				worker.off('exit', ended);
				done(message);
			});
			worker.postMessage(null);
		});
		worker.unref();
		if (failure === null) return;
		const { url } = this.#remote;
		throw /\b40[13]\b|unauthenticated|unauthorized/i.test(failure) ? notLetIn(url, failure) : unreachable(url, failure);
	}

	#start(): Worker {
		const { url: syncUrl, authToken } = this.#remote;
		const { encryptionKey } = this.#options;
		const workerData = {
			...{ url: pathToFileURL(this.file).href, syncUrl },
			...(authToken !== null && { authToken }),
			...(encryptionKey !== null && { encryptionKey })
		};
		const worker = new Worker(resolve(program), { workerData, resourceLimits: { maxOldGenerationSizeMb: 32 } });
		const gone = () => {
			if (this.#worker === worker) this.#worker = null;
		};
		// What the thread died of is told to whoever asked it; the next one who asks starts another.
		worker.on('error', gone);
		worker.on('exit', gone);
		return worker;
	}
}
