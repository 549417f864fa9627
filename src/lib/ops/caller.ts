// Who may read the metrics.
import { createHash, timingSafeEqual } from 'node:crypto';

export interface Scraper {
	/** The network address at the other end of the connection. */
	address: string;
	/** Of the request. */
	authorization: string | null;
}

/**
 * With a token set: whoever sends it. Without one: this machine, and only where the site is plain http and no proxy stands in
 * front, behind which everybody would seem to be this machine.
 */
export function mayReadMetrics(
	{ address, authorization }: Scraper,
	settings: { metricsToken: string | null; origin: string; trustedProxy: boolean }
): boolean {
	const { metricsToken, origin, trustedProxy } = settings;
	if (metricsToken !== null) return isSame(authorization ?? '', `Bearer ${metricsToken}`);
	return origin.startsWith('http://') && !trustedProxy && /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/.test(address);
}

/** In a time that tells nothing. */
function isSame(one: string, other: string): boolean {
	const hash = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(hash(one), hash(other));
}
