// The thread that keeps a replica up to date: the driver's sync holds up its thread until the server has answered. Answers each
// message with null, or with what went wrong.
import { parentPort, workerData } from 'node:worker_threads';
import { createClient } from '@libsql/client';

const client = createClient(workerData);

parentPort?.on('message', async () => {
	try {
		await client.sync();
		parentPort?.postMessage(null);
	} catch (error) {
		parentPort?.postMessage(error instanceof Error ? error.message : String(error));
	}
});
