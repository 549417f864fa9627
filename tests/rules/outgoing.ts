// Who the server may call: its mail server, its Redis, its databases, each from one place. The unit closes every other way
// (scripts/deploy/relais.service); this keeps the code from needing one.
import { listImports, type Files, type Violation } from './source';

/** What opens sockets -> the files that may use it. Types are free. */
const openers: [from: RegExp, where: RegExp][] = [
	[/^nodemailer(\/|$)/, /^src\/lib\/ops\/mail\.server\.ts$/],
	[/^ioredis(\/|$)/, /^src\/lib\/ops\/redis\.server\.ts$/],
	[/^@libsql\//, /^src\/lib\/database\//],
	// To listen, which is another thing than to call.
	[/^(node:)?http$/, /^server\.mjs$/],
	// To tell an address from a name.
	[/^(node:)?net$/, /^src\/lib\/auth\/address-key\.server\.ts$/],
	[/^(node:)?(net|tls|https?|http2|dgram|dns|dns\/promises)$/, /^$/],
	[/^(undici|ws|axios|got|node-fetch|redis|pg|mysql2|nats|eventsource)(\/|$)/, /^$/]
];

const inBrowsers = /\.svelte$|\.svelte\.ts$|-island\.ts$|^src\/service-worker\.ts$/;

/** Neither islands by their names nor the server's: asked for by one, in a browser or a worker of its own, or asking ourselves. */
const callers = new Set([
	'src/lib/offline/outbox.ts',
	'src/lib/certification/verify-engine.ts',
	'src/routes/[locale=locale]/(learn)/island-saving.ts',
	// SvelteKit's own fetch, for a frame of the same site; it stays inside the process.
	'src/routes/studio/(desk)/[slug]/scene.server.ts',
	// What the driver asks of a database server.
	'src/lib/database/open-remote.server.ts',
	// `npm start` waits until the server that it started answers.
	'src/cli/start.ts'
]);

const calls = /(?<![\w.])(?:globalThis\.)?fetch\(|new (?:WebSocket|EventSource|XMLHttpRequest)\(/;

export function checkOutgoing(files: Files): Violation[] {
	return [...files].flatMap(([file, text]) => {
		if (!/^(src\/|server\.mjs$|scripts\/prerendered\.mjs$)/.test(file) || file.endsWith('.test.ts')) return [];
		const found = listImports(text)
			.filter(({ from, typeOnly }) => !typeOnly && isClosed(file, from))
			.map(({ from }) => `imports ${from}, which opens connections: `);
		if (!inBrowsers.test(file) && !callers.has(file) && calls.test(text.replace(/^\s*(\/\/|\*).*$/gm, '')))
			found.push('calls an address from the server: ');
		return found.map((what) => ({
			file,
			message: `${what}this instance calls nobody but its mail server, its Redis and its databases (tests/rules/outgoing.ts).`
		}));
	});
}

function isClosed(file: string, from: string): boolean {
	const named = openers.filter(([opener]) => opener.test(from));
	return named.length > 0 && !named.some(([, where]) => where.test(file));
}
