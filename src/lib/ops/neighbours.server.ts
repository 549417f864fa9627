// The other processes of an instance, met over Redis or Valkey. Nothing waits for them: without Redis each counts for itself.
import { randomBytes } from 'node:crypto';
import { connectNeighbours } from './neighbours';
import { connectPair } from './redis.server';

const channel = 'relais:limits';

/** Connects in the background; never throws. Of an outage the bus of lives tells, which has the same address. */
export function meetNeighbours(url: string): { close(): void } {
	const quietly = () => undefined;
	const { sender, receiver } = connectPair(url, quietly);
	/** Redis brings back what we told ourselves. */
	const me = randomBytes(8).toString('hex');
	const hear = connectNeighbours((told) => {
		if (sender.status === 'ready') sender.publish(channel, me + told).catch(quietly);
	});
	receiver.on('ready', () => receiver.subscribe(channel).catch(quietly));
	receiver.on('message', (_, message: string) => {
		if (!message.startsWith(me)) hear(message.slice(me.length));
	});
	return {
		close() {
			sender.disconnect();
			receiver.disconnect();
		}
	};
}
