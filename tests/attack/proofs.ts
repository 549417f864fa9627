// The proofs: match what was signed with what was spent, spend twice, forge.
import { createHash, randomBytes } from 'node:crypto';
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { allow, checkProof, getBlindKey, signBlindly } from '../../src/lib/voices/blind-sign.server';
import { submitAnswers } from '../../src/lib/voices/spool.server';
import type { Attack } from './report';
import { now, place, withStore } from './store';

const tokens = 64;
const replays = 1000;
const forgeries = 10_000;
const form = 'feedback';

export function attackProofs(): Promise<Attack[]> {
	return withStore('voices', async (voices) => {
		const suite = RSABSSA.SHA384.PSS.Randomized();
		const spki = Buffer.from(await getBlindKey(voices, form, now), 'base64');
		const key = await crypto.subtle.importKey('spki', spki, { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify']);
		await allow(voices, place.groupId, form, tokens, now);
		/** What the issuer saw, and what it sees later, in the order of asking. */
		const transcript: { blinded: Uint8Array; signature: Uint8Array }[] = [];
		const spent: { message: Uint8Array; signature: Uint8Array }[] = [];
		for (let index = 0; index < tokens; index++) {
			const message = suite.prepare(randomBytes(32));
			const { blindedMsg, inv } = await suite.blind(key, message);
			const signed = await signBlindly(voices, place.groupId, form, blindedMsg, now);
			if (!signed.ok) throw new Error(signed.reason);
			transcript.push({ blinded: blindedMsg, signature: signed.signature });
			spent.push({ message, signature: await suite.finalize(key, message, signed.signature, inv) });
		}
		const naive = spent.map(({ message, signature }) => ({ blinded: message, signature }));

		const proof = proofOf(spent[0]!);
		const hash = (await checkProof(voices, form, proof, now)) ?? '';
		const send = () =>
			submitAnswers(voices, { form, answers: { enjoyed: 'yes' }, ageBand: '' }, place, { kind: 'proof', hash }, now);
		const first = await send();
		const again = await Promise.all(Array.from({ length: replays }, send));
		let forged = 0;
		for (let index = 0; index < forgeries; index++) if (await checkProof(voices, form, forge(index, proof), now)) forged++;
		const chance = 1 / tokens + 3 * Math.sqrt(((1 / tokens) * (1 - 1 / tokens)) / tokens);
		return [
			{
				what: `issuer matches ${tokens} signatures with spent proofs, top 1`,
				figure: match(transcript, spent) / tokens,
				goal: { atMost: chance },
				control: match(naive, spent) / tokens,
				controlGoal: 1
			},
			{
				what: `double spends accepted of ${replays}`,
				figure: again.filter((each) => each === 'kept').length,
				goal: { atMost: 0 },
				control: first === 'kept' ? 1 : 0,
				controlGoal: 1
			},
			{ what: `forgeries accepted of ${forgeries}`, figure: forged, goal: { atMost: 0 }, control: hash ? 1 : 0, controlGoal: 1 }
		];
	});
}

/** Pairs each spent proof with the transcript entry most like it, by bits in common of whatever can be compared. */
function match(
	transcript: { blinded: Uint8Array; signature: Uint8Array }[],
	spent: { message: Uint8Array; signature: Uint8Array }[]
): number {
	return spent.filter(({ message, signature }, index) => {
		const scores = transcript.map((entry) =>
			Math.max(alike(entry.blinded, message), alike(entry.signature, signature), alike(entry.blinded, signature))
		);
		return scores.indexOf(Math.max(...scores)) === index;
	}).length;
}

function alike(a: Uint8Array, b: Uint8Array): number {
	const length = Math.min(a.length, b.length);
	let same = 0;
	for (let index = 0; index < length; index++) same += 8 - popCount((a[index] ?? 0) ^ (b[index] ?? 0));
	return same / (8 * length);
}

function popCount(byte: number): number {
	return byte.toString(2).replaceAll('0', '').length;
}

function proofOf({ message, signature }: { message: Uint8Array; signature: Uint8Array }): string {
	return Buffer.from([...message, ...signature]).toString('base64url');
}

/** Random bytes, a true signature on another message, a true one with a bit turned, a hash instead of a signature. */
function forge(index: number, proof: string): string {
	const bytes = Buffer.from(proof, 'base64url');
	if (index % 4 === 0) return randomBytes(bytes.length).toString('base64url');
	if (index % 4 === 1) randomBytes(64).copy(bytes);
	else if (index % 4 === 2) bytes[64 + (index % 256)]! ^= 1 << (index % 8);
	else
		createHash('sha512')
			.update(String(index))
			.digest()
			.copy(bytes, 64 + (index % 190));
	return bytes.toString('base64url');
}
