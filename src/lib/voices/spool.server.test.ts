// Answers from the moment they are sent: kept once, taken apart in batches, merged at the end of a quarter, never too few together.
import { createHash, randomBytes } from 'node:crypto';
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { describe, expect, it } from 'vitest';
import { temporaryVoices } from '../../../tests/temporary';
import type { Database } from '../database/database.server';
import { settleBatches } from './batches.server';
import { allow, checkProof, forgetProofs, getBlindKey, signBlindly } from './blind-sign.server';
import { submitAnswers } from './spool.server';
import { listShownAnswers } from './shown-answers.server';
import { answerSpoolTable, answerTable, blindKeyTable, releaseTable, spentProofTable } from './tables.server';
import { recordTally } from './tallies.server';
import { findVoucher, formatVoucher, makeVouchers } from './vouchers.server';

const now = new Date('2026-11-23T10:00:00Z');
const nextQuarter = new Date('2027-01-05T10:00:00Z');
const place = { country: 'BE', organisationId: 'org-a', groupId: 'group-a' };
const fresh = () => ({ kind: 'proof' as const, hash: randomBytes(32).toString('base64url') });
const submission = (option = 'yes', ageBand: '' | '12-13' = '') => ({
	form: 'feedback',
	answers: { enjoyed: option, safe: 'no' },
	ageBand
});

async function send(voices: Database, count: number, at = now, where = place) {
	return Promise.all(Array.from({ length: count }, () => submitAnswers(voices, submission(), where, fresh(), at)));
}

const count = async (voices: Database, table: typeof answerTable | typeof answerSpoolTable) =>
	(await voices.read.select().from(table)).length;

describe('answers', () => {
	it('wait whole until ten to fourteen have come, then stand alone', async () => {
		const voices = await temporaryVoices();
		await send(voices, 9);
		expect(await count(voices, answerTable)).toBe(0);
		expect(await count(voices, answerSpoolTable)).toBe(9);
		expect(await listShownAnswers(voices, 'group-a', 'feedback')).toEqual([]);
		for (let n = 0; n < 5; n++) await send(voices, 1);
		const waiting = await count(voices, answerSpoolTable);
		expect((await count(voices, answerTable)) / 2 + waiting).toBe(14);
		expect(waiting).toBeLessThanOrEqual(4);
		const [row] = await voices.read.select().from(answerTable);
		expect(Object.keys(row ?? {}).sort()).toEqual([
			'ageBand',
			'answerKey',
			'country',
			'form',
			'groupId',
			'option',
			'organisationId',
			'period',
			'question'
		]);
		expect((await listShownAnswers(voices, 'group-a', 'feedback')).length).toBeGreaterThan(0);
	});

	it('count once for a proof, however often and at the same time it is sent', async () => {
		const voices = await temporaryVoices();
		const proof = fresh();
		const results = await Promise.all(Array.from({ length: 20 }, () => submitAnswers(voices, submission(), place, proof, now)));
		expect(results.filter((each) => each === 'kept')).toHaveLength(1);
		expect(await submitAnswers(voices, submission(), place, proof, now)).toBe('spent');
		expect(await count(voices, answerSpoolTable)).toBe(1);
	});
});

describe('the end of a quarter', () => {
	it('merges what is too few for a group into its organisation', async () => {
		const voices = await temporaryVoices();
		await send(voices, 6);
		await send(voices, 6, now, { ...place, groupId: 'group-b' });
		expect(await settleBatches(voices, nextQuarter)).toEqual({ split: 12, carried: 0 });
		const rows = await voices.read.select().from(answerTable);
		expect(new Set(rows.map(({ groupId, organisationId, period }) => `${organisationId}|${groupId}|${period}`))).toEqual(
			new Set(['org-a||2026-27/Q2'])
		);
	});

	it('else into its country, without an organisation', async () => {
		const voices = await temporaryVoices();
		await send(voices, 6);
		await send(voices, 5, now, { ...place, organisationId: 'org-b', groupId: 'group-b' });
		expect(await settleBatches(voices, nextQuarter)).toEqual({ split: 11, carried: 0 });
		const rows = await voices.read.select().from(answerTable);
		expect(new Set(rows.map(({ country, organisationId }) => `${country}|${organisationId}`))).toEqual(new Set(['BE|']));
	});

	it('else carries it into the next quarter, as it does when the figures are frozen', async () => {
		const voices = await temporaryVoices();
		await send(voices, 3);
		expect(await settleBatches(voices, nextQuarter)).toEqual({ split: 0, carried: 3 });
		const frozen = await temporaryVoices();
		await send(frozen, 9);
		await frozen.write((tx) =>
			tx
				.insert(releaseTable)
				.values({ id: 'x', source: '', period: '2026-27/Q2', country: 'BE', body: '', signature: '', publicKey: '' })
		);
		await send(frozen, 9, now, { ...place, groupId: 'group-b' });
		expect(await settleBatches(frozen, nextQuarter)).toEqual({ split: 0, carried: 18 });
		expect(new Set((await frozen.read.select().from(answerSpoolTable)).map(({ period }) => period))).toEqual(
			new Set(['2026-27/Q3'])
		);
	});
});

describe('proofs', () => {
	const suite = RSABSSA.SHA384.PSS.Randomized();
	const form = 'c:abc:gather';

	async function prove(voices: Database, groupId = 'group-a') {
		const spki = Buffer.from(await getBlindKey(voices, form, now), 'base64');
		const publicKey = await crypto.subtle.importKey('spki', spki, { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify']);
		const message = suite.prepare(crypto.getRandomValues(new Uint8Array(32)));
		const { blindedMsg, inv } = await suite.blind(publicKey, message);
		const signed = await signBlindly(voices, groupId, form, blindedMsg, now);
		if (!signed.ok) return signed.reason;
		return Buffer.from([...message, ...(await suite.finalize(publicKey, message, signed.signature, inv))]).toString('base64url');
	}

	it('are signed for as many as the coach said, and hold', async () => {
		const voices = await temporaryVoices();
		await getBlindKey(voices, form, now);
		expect(await prove(voices)).toBe('used-up');
		await allow(voices, 'group-a', form, 2, now);
		const proofs = [await prove(voices), await prove(voices)];
		expect(await prove(voices)).toBe('used-up');
		expect(await prove(voices, 'group-b')).toBe('used-up');
		const hashes = await Promise.all(proofs.map((proof) => checkProof(voices, form, proof, now)));
		expect(new Set(hashes).size).toBe(2);
		expect(hashes).not.toContain(null);
		expect(await checkProof(voices, form, proofs[0] ?? '', nextQuarter), 'still good in the next quarter').toBe(hashes[0]);
		expect(await checkProof(voices, 'c:other:gather', proofs[0] ?? '', now), 'of another form').toBeNull();
	});

	it.each([
		['nothing', ''],
		['words', 'not a proof'],
		['zeros', Buffer.alloc(448).toString('base64url')],
		['random bytes', randomBytes(448).toString('base64url')],
		['too long', randomBytes(449).toString('base64url')]
	])('are no proof: %s', async (_, proof) => {
		const voices = await temporaryVoices();
		await getBlindKey(voices, form, now);
		expect(await checkProof(voices, form, proof, now)).toBeNull();
	});

	it('refuse a blinded number of another size, or beyond the modulus', async () => {
		const voices = await temporaryVoices();
		await getBlindKey(voices, form, now);
		await allow(voices, 'group-a', form, 9, now);
		for (const bytes of [new Uint8Array(0), new Uint8Array(256), new Uint8Array(383), new Uint8Array(384).fill(255)])
			expect(await signBlindly(voices, 'group-a', form, bytes, now)).toEqual({ ok: false, reason: 'malformed' });
	});

	it('are forgotten: the private key with its quarter, the rest a quarter later', async () => {
		const voices = await temporaryVoices();
		await allow(voices, 'group-a', form, 1, now);
		await getBlindKey(voices, form, now);
		await submitAnswers(voices, submission(), place, fresh(), now);
		await forgetProofs(voices, nextQuarter);
		const [key] = await voices.read.select().from(blindKeyTable);
		expect(key).toMatchObject({ privateKey: '', publicKey: expect.stringMatching(/.{100}/) });
		await forgetProofs(voices, new Date('2027-04-05T10:00:00Z'));
		expect(await voices.read.select().from(blindKeyTable)).toEqual([]);
		expect(await voices.read.select().from(spentProofTable)).toEqual([]);
	});
});

describe('vouchers', () => {
	it('let one answer each, typed in any way, and leave nothing to recognise them by', async () => {
		const voices = await temporaryVoices();
		const codes = (await makeVouchers(voices, place, 'feedback', 12, now)) ?? [];
		expect(new Set(codes).size).toBe(12);
		const found = await findVoucher(voices, ` ${formatVoucher(codes[0] ?? '').toLowerCase()} `);
		expect(found).toMatchObject({ groupId: 'group-a', form: 'feedback' });
		const voucher = { kind: 'voucher' as const, hash: found?.hash ?? '' };
		expect(await submitAnswers(voices, submission(), place, voucher, now)).toBe('kept');
		expect(await submitAnswers(voices, submission(), place, voucher, now)).toBe('spent');
		expect(await findVoucher(voices, codes[0] ?? '')).toBeNull();
		const dump = JSON.stringify(await voices.read.select().from(answerSpoolTable));
		expect(dump).not.toContain(voucher.hash);
		expect(dump).not.toContain(
			createHash('sha256')
				.update(codes[0] ?? '')
				.digest('base64url')
		);
	});

	it('are no good for another group or form, and not made without end', async () => {
		const voices = await temporaryVoices();
		const [code = ''] = (await makeVouchers(voices, place, 'feedback', 150, now)) ?? [];
		const { hash = '' } = (await findVoucher(voices, code)) ?? {};
		const elsewhere = { ...place, groupId: 'group-b' };
		expect(await submitAnswers(voices, submission(), elsewhere, { kind: 'voucher', hash }, now)).toBe('spent');
		expect(await makeVouchers(voices, place, 'feedback', 60, now)).toBeNull();
		expect(await findVoucher(voices, 'AAAAA-AAAAA')).toBeNull();
	});
});

describe('tallies', () => {
	const tally = (changes: object = {}) => ({
		...{ id: 'a random id of a meeting', ...place, method: 'hands' as const, occasion: 'consultation' as const, attended: 14 },
		answers: [
			{ form: 'c:abc:gather', question: 'gather', option: 'a', count: 9 },
			{ form: 'c:abc:gather', question: 'gather', option: 'skip', count: 5 }
		],
		...changes
	});

	it('count once, and show to the coach', async () => {
		const voices = await temporaryVoices();
		expect(await recordTally(voices, tally(), now)).toBe('counted');
		expect(await recordTally(voices, tally(), now)).toBe('repeated');
		expect(await listShownAnswers(voices, 'group-a', 'c:abc:gather')).toEqual([
			{ question: 'gather', option: 'a', count: 9 },
			{ question: 'gather', option: 'skip', count: 5 }
		]);
	});

	it('of fewer than ten are the organisation’s only', async () => {
		const voices = await temporaryVoices();
		await recordTally(voices, tally({ answers: [{ form: 'c:abc:gather', question: 'gather', option: 'a', count: 4 }] }), now);
		expect(await listShownAnswers(voices, 'group-a', 'c:abc:gather')).toEqual([]);
	});
});
