// What a server agrees to when it is asked for TLS, good and bad.
import { connect } from 'node:tls';
import { offer, type Offer, type Version } from './hello';
import { modern, nameOf, numbersOf, recommended, weak } from './suites';

const host = 'localhost';
const old: Version[] = ['SSL 3.0', 'TLS 1.0', 'TLS 1.1'];
const everything = [...numbersOf(modern), ...numbersOf(recommended), ...numbersOf(weak)];

/** All that is wrong with the TLS of a port, and what it accepts. */
export async function checkEncryption(port: number): Promise<{ problems: string[]; accepted: string[] }> {
	const problems: string[] = [];
	const ask = (versions: Version[], suites: number[]) => offer(port, host, { versions, suites } satisfies Offer);
	for (const version of old) {
		if ((await ask([version], everything)).accepted) problems.push(`${version} is accepted`);
	}
	// One at a time: a server that has something better to choose doesn't show what else it would take.
	for (const suite of numbersOf(weak)) {
		if ((await ask(['TLS 1.2'], [suite])).accepted) problems.push(`${nameOf(suite)} is accepted`);
	}
	const accepted: string[] = [];
	for (const [version, suites] of [['TLS 1.2', recommended] as const, ['TLS 1.3', modern] as const]) {
		const taken: string[] = [];
		for (const suite of numbersOf(suites)) if ((await ask([version], [suite])).accepted) taken.push(nameOf(suite));
		if (taken.length === 0) problems.push(`${version} is not accepted with any recommended cipher`);
		accepted.push(`${version}: ${taken.join(', ')}`);
	}
	// Weak ones first, and old versions with them: what is chosen must be of the best kind all the same.
	const both = await ask(['TLS 1.3', 'TLS 1.2', 'TLS 1.1', 'TLS 1.0'], [...everything].reverse());
	const best = both.accepted && both.version === 'TLS 1.3' && both.suite in modern;
	if (!best) problems.push('TLS 1.3 is not preferred');
	const second = await ask(['TLS 1.2', 'TLS 1.1', 'TLS 1.0'], [...everything].reverse());
	if (!second.accepted || !(second.suite in recommended))
		problems.push('of TLS 1.2, a cipher that isn’t recommended is preferred');
	for (const each of [both, second]) if (each.accepted) accepted.push(`preferred: ${each.version} ${nameOf(each.suite)}`);
	return { problems, accepted };
}

/** Agrees on TLS as a careful client does, certificate included. Resolves with the version and protocol, or throws. */
export function agree(port: number, authority: string, version: 'TLSv1.2' | 'TLSv1.3'): Promise<string> {
	const options = { minVersion: version, maxVersion: version, ALPNProtocols: ['h2', 'http/1.1'] } as const;
	return new Promise((resolve, reject) => {
		const socket = connect({ port, host: '127.0.0.1', servername: host, ca: authority, ...options }, () => {
			resolve(`${socket.getProtocol()} ${socket.getCipher().name} ${socket.alpnProtocol}`);
			socket.end();
		});
		socket.on('error', reject);
	});
}
