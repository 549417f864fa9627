// Two connections to Redis or Valkey, one to tell and one to hear: a connection that listens can't publish.
import { Redis } from 'ioredis';

/** Connects in the background; never throws. `onError` hears of each failure of either. */
export function connectPair(url: string, onError: (error: Error) => void): { sender: Redis; receiver: Redis } {
	const options = {
		// What can't be told now is of no use later.
		enableOfflineQueue: false,
		maxRetriesPerRequest: 0,
		retryStrategy: (attempt: number) => Math.min(1000, attempt * 100)
	};
	const sender = new Redis(url, options);
	const receiver = new Redis(url, { ...options, autoResubscribe: false });
	for (const client of [sender, receiver]) client.on('error', onError);
	return { sender, receiver };
}
