// The first message of TLS, written by hand: offers what no library of today offers any more (old versions, broken ciphers), and
// reads what the server makes of it. Nothing is agreed on: the connection ends after the server's first answer.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';

export const versions = { 'SSL 3.0': 0x0300, 'TLS 1.0': 0x0301, 'TLS 1.1': 0x0302, 'TLS 1.2': 0x0303, 'TLS 1.3': 0x0304 };
export type Version = keyof typeof versions;

export interface Offer {
	/** Newest first, as browsers do. */
	versions: Version[];
	/** Numbers of IANA's register. */
	suites: number[];
}

export type Verdict = { accepted: true; version: Version | undefined; suite: number } | { accepted: false; alert: number | null };

const u8 = (value: number) => Buffer.from([value]);
const u16 = (value: number) => Buffer.from([value >> 8, value & 255]);
/** Bytes with their length before them, in one or two bytes. */
const short = (...parts: Buffer[]) => Buffer.concat([u8(Buffer.concat(parts).length), ...parts]);
const long = (...parts: Buffer[]) => Buffer.concat([u16(Buffer.concat(parts).length), ...parts]);
const extension = (type: number, ...parts: Buffer[]) => Buffer.concat([u16(type), long(...parts)]);

const [x25519, p256, p384] = [0x001d, 0x0017, 0x0018];
const signatures = [0x0403, 0x0503, 0x0804, 0x0805, 0x0401, 0x0501, 0x0203, 0x0201];

function writeHello(name: string, offer: Offer): Buffer {
	const numbers = offer.versions.map((version) => versions[version]);
	// TLS 1.3 calls itself 1.2 here and says the truth in an extension (RFC 8446, 4.1.2).
	const legacy = Math.min(0x0303, Math.max(...numbers));
	const extensions = [
		extension(0, long(u8(0), long(Buffer.from(name)))),
		extension(10, long(...[x25519, p256, p384].map(u16))),
		extension(11, short(u8(0))),
		extension(13, long(...signatures.map(u16))),
		...(numbers.includes(0x0304)
			? [extension(43, short(...numbers.map(u16))), extension(51, long(u16(x25519), long(randomBytes(32))))]
			: [])
	];
	const body = Buffer.concat([
		...[u16(legacy), randomBytes(32), short(randomBytes(32)), long(...offer.suites.map(u16)), short(u8(0))],
		long(...extensions)
	]);
	const message = Buffer.concat([u8(1), u8(0), u16(body.length), body]);
	return Buffer.concat([u8(22), u16(Math.min(0x0301, legacy)), long(message)]);
}

/** What a server answers to an offer. Rejects when it answers nothing within 5 s. */
export async function offer(port: number, name: string, wanted: Offer): Promise<Verdict> {
	const socket = connect(port, '127.0.0.1');
	socket.setTimeout(5_000, () => socket.destroy(new Error('No answer to a hello within 5 s.')));
	await once(socket, 'connect');
	socket.write(writeHello(name, wanted));
	let answer = Buffer.alloc(0);
	for await (const chunk of socket) {
		answer = Buffer.concat([answer, chunk as Buffer]);
		if (answer.length >= 5 && answer.length >= 5 + answer.readUInt16BE(3)) break;
	}
	socket.destroy();
	return readAnswer(answer);
}

function readAnswer(answer: Buffer): Verdict {
	// An alert, or a connection that was closed without a word.
	if (answer[0] !== 22 || answer[5] !== 2) return { accepted: false, alert: answer[0] === 21 ? (answer[6] ?? null) : null };
	const afterSession = 44 + (answer[43] ?? 0);
	const suite = answer.readUInt16BE(afterSession);
	let version = answer.readUInt16BE(9);
	for (let at = afterSession + 5; at + 4 <= 5 + answer.readUInt16BE(3); at += 4 + answer.readUInt16BE(at + 2))
		if (answer.readUInt16BE(at) === 43) version = answer.readUInt16BE(at + 4);
	const named = Object.entries(versions).find(([, number]) => number === version)?.[0] as Version | undefined;
	return { accepted: true, version: named, suite };
}
