// `npm run test:proxy`: the production build behind Debian's Caddy (installed when it is missing and this is root) with the
// shipped Caddyfile, on loopback: what TLS it agrees to, what plain http is answered, and the site as browsers get it. The checks
// are first seen to find servers that do it wrong. Needs a build.
import { existsSync, rmSync } from 'node:fs';
import { startServer } from '../server';
import { findCaddy, startCaddy } from './caddy';
import { agree, checkEncryption } from './encryption';
import { checkPlain } from './plain';
import { startHelpful, startWeak } from './planted';
import { checkSite, metricsToken } from './site';

if (!existsSync('build/handler.js')) {
	console.error('Relais is not built yet. Run: npm run build');
	process.exit(1);
}
if (!findCaddy()) {
	console.error('Caddy is not installed (Debian: apt-get install caddy).');
	process.exit(1);
}

const problems: string[] = [];
/** What the checks must find on the planted servers, by the kind of the certificate's key. */
const planted = {
	p256: [/^TLS 1.0 is/, /^TLS 1.1 is/, /^ECDHE_ECDSA_AES_128_CBC_SHA is/, /^TLS 1.3 is not preferred/],
	rsa2048: [/^TLS 1.0 is/, /^RSA_AES_128_CBC_SHA is/, /^RSA_AES_128_GCM_SHA256 is/, /^ECDHE_RSA_AES_256_CBC_SHA is/]
};
const env = { ORIGIN: 'https://localhost', TRUSTED_PROXY: '1', METRICS_TOKEN: metricsToken, LOG_LEVEL: 'error' };
const server = await startServer({ env });
try {
	const helpful = await startHelpful();
	const led = (await checkPlain(helpful.port)).filter((each) => each.startsWith('a program’s'));
	helpful.stop();
	console.log(`planted: ${led.length} redirects of programs found`);
	if (led.length === 0) problems.push('A server that leads programs to https was not found: the checks prove nothing.');
	for (const keyType of ['p256', 'rsa2048'] as const) {
		const proxy = await startCaddy(server.port, keyType);
		try {
			const weak = await startWeak(proxy.site);
			const found = (await checkEncryption(weak.port)).problems;
			weak.stop();
			console.log(`planted: ${found.length} weaknesses of TLS found (${keyType})`);
			for (const each of planted[keyType])
				if (!found.some((one) => each.test(one))) problems.push(`Planted and not found with ${keyType}: ${each.source}`);

			const { problems: wrong, accepted } = await checkEncryption(proxy.https);
			for (const line of accepted) console.log(`${keyType}: ${line}`);
			for (const version of ['TLSv1.2', 'TLSv1.3'] as const)
				console.log(`${keyType}: agreed on ${await agree(proxy.https, proxy.authority, version)}`);
			problems.push(...wrong, ...(await checkPlain(proxy.http)));
			problems.push(...(await checkSite(proxy.https, proxy.authority, server)));
		} finally {
			await proxy.stop();
		}
	}
} finally {
	await server.stop();
	for (const folder of [server.folder, `${server.folder}-keys`]) rmSync(folder, { recursive: true, force: true });
}
for (const problem of problems) console.error(problem);
console.log(`${problems.length} findings.`);
process.exit(problems.length === 0 ? 0 : 1);
