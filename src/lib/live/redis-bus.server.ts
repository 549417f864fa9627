// The bus over Redis or Valkey, for an instance of several processes. When it is gone, notices are lost and nothing else: votes
// commit all the same, and rooms read the database once a second until it is back.
import { connectPair } from '../ops/redis.server';
import { Listeners, notices, type Bus, type Notice } from './bus';

const prefix = 'relais:live:';

/** Connects in the background; never throws. `onTrouble` hears of the first failure of each outage. */
export function createRedisBus(url: string, onTrouble: (error: Error) => void): Bus {
	const listeners = new Listeners();
	let troubled = false;
	const trouble = (error: Error) => {
		if (!troubled) onTrouble(error);
		troubled = true;
	};
	const { sender, receiver } = connectPair(url, trouble);
	receiver.on('ready', () => {
		troubled = false;
		for (const id of listeners.ids()) subscribe(id);
	});
	receiver.on('message', (channel: string, notice: string) => listeners.tell(channel.slice(prefix.length), notice as Notice));

	/** What was said before Redis listens for us is lost: as soon as it does, everything may have changed. */
	function subscribe(liveId: string): void {
		if (receiver.status !== 'ready') return;
		const missed = () => notices.forEach((notice) => listeners.tell(liveId, notice));
		receiver.subscribe(prefix + liveId).then(missed, trouble);
	}

	return {
		publish(liveId, notice) {
			if (sender.status === 'ready') sender.publish(prefix + liveId, notice).catch(trouble);
		},
		subscribe(liveId, listener) {
			if (!listeners.has(liveId)) subscribe(liveId);
			const end = listeners.add(liveId, listener);
			return () => {
				end();
				if (!listeners.has(liveId) && receiver.status === 'ready') receiver.unsubscribe(prefix + liveId).catch(trouble);
			};
		},
		get healthy() {
			return sender.status === 'ready' && receiver.status === 'ready';
		},
		async close() {
			sender.disconnect();
			receiver.disconnect();
		}
	};
}
