import { expect, it } from 'vitest';
import { mayReadMetrics } from './caller';

const metricsToken = 'a-token-of-twenty-four-characters';

it.each([
	[
		'the token',
		{ address: '192.0.2.7', authorization: `Bearer ${metricsToken}` },
		{ metricsToken, origin: 'https://a.example' },
		true
	],
	['another token', { address: '127.0.0.1', authorization: 'Bearer other' }, { metricsToken, origin: 'http://localhost' }, false],
	['no token', { address: '127.0.0.1', authorization: null }, { metricsToken, origin: 'http://localhost' }, false],
	['this machine', { address: '127.0.0.1', authorization: null }, { metricsToken: null, origin: 'http://localhost' }, true],
	['this machine, IPv6', { address: '::1', authorization: null }, { metricsToken: null, origin: 'http://localhost' }, true],
	['a neighbour', { address: '192.168.1.4', authorization: null }, { metricsToken: null, origin: 'http://192.168.1.2' }, false],
	[
		'everybody behind a proxy',
		{ address: '127.0.0.1', authorization: null },
		{ metricsToken: null, origin: 'https://a.example' },
		false
	],
	[
		'everybody behind a proxy without https',
		{ address: '127.0.0.1', authorization: null },
		{ metricsToken: null, origin: 'http://relais.local', trustedProxy: true },
		false
	]
])('metrics and %s', (_, scraper, settings, allowed) => {
	expect(mayReadMetrics(scraper, { trustedProxy: false, ...settings })).toBe(allowed);
});
