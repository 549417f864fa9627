// Limits per address without keeping addresses: a hash with a secret of this process, or of all that count together, stands for
// the network.
import { createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

let secret = randomBytes(32);

/** Several processes count together only where a network has the same key in each: made of the instance's SECRET, at the start. */
export function shareAddressKeys(instanceSecret: string): void {
	secret = createHmac('sha256', instanceSecret).update('keys of limits').digest();
}

/**
 * The address a request came from. Behind a trusted proxy it is the last entry of X-Forwarded-For: the one that the proxy
 * added itself, because callers can write whatever they like before it. Never throws; an unknown address is ''.
 */
export function findAddress(event: { request: Request; getClientAddress: () => string }, trustedProxy: boolean): string {
	const forwarded = trustedProxy ? lastForwarded(event.request.headers.get('x-forwarded-for')) : null;
	if (forwarded !== null) return forwarded;
	try {
		// Without a value when the caller has hung up already, whatever its type says.
		return event.getClientAddress() || '';
	} catch {
		return '';
	}
}

/** The same for a request that node answers itself. */
export function findNodeAddress(request: IncomingMessage, trustedProxy: boolean): string {
	const header = request.headers['x-forwarded-for'];
	const forwarded = trustedProxy ? lastForwarded(Array.isArray(header) ? header.join(',') : (header ?? null)) : null;
	return forwarded ?? request.socket.remoteAddress ?? '';
}

function lastForwarded(header: string | null): string | null {
	const last = header?.split(',').at(-1)?.trim() ?? '';
	return isIP(last) === 0 ? null : last;
}

/** What stands for a client's network in limits kept in memory. Never store or log it. */
export function addressKey(address: string): string {
	return hashKey(networkOf(address));
}

/** The same for any other text that limits are counted by. */
export function hashKey(text: string): string {
	return createHmac('sha256', secret).update(text).digest('base64url');
}

/** An IPv4 address as it is; of IPv6 the first 64 bits, because a single household has all the rest. */
function networkOf(address: string): string {
	const [plain = ''] = address.split('%');
	if (!plain.includes(':') || plain.includes('.')) return plain.slice(plain.lastIndexOf(':') + 1);
	const [front = '', back] = plain.split('::');
	const groups = front.split(':').filter((group) => group !== '');
	const zeros = back === undefined ? [] : ['0', '0', '0', '0'];
	return [...groups, ...zeros]
		.slice(0, 4)
		.map((group) => group.replace(/^0+(?=.)/, '').toLowerCase())
		.join(':');
}
