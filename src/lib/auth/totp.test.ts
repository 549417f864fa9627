import { describe, expect, it } from 'vitest';
import { codeAt, judgeCode, stepAt, totpUri } from './totp';

const now = new Date('2027-01-15T10:00:15Z');
const seconds = (n: number) => new Date(now.getTime() + n * 1000);
const secret = new TextEncoder().encode('12345678901234567890');
const judge = (code: string, lastStep = 0) => judgeCode(secret, code, lastStep, now);

describe('codeAt', () => {
	// RFC 6238, appendix B (SHA-1), the last six of eight digits.
	it.each([
		[59, '287082'],
		[1_111_111_109, '081804'],
		[1_234_567_890, '005924'],
		[20_000_000_000, '353130']
	])('at %i s is that of the RFC', (at, code) => expect(codeAt(secret, new Date(at * 1000))).toBe(code));
});

describe('judgeCode', () => {
	it.each([
		[0, true],
		[-30, true],
		[30, true]
	])('takes a code of a phone whose clock is %i s off', (off, ok) => {
		expect(judge(codeAt(secret, seconds(off))).ok).toBe(ok);
	});

	it.each([
		[-60, 'late'],
		[-300, 'late'],
		[-590, 'late'],
		[-700, 'wrong'],
		[60, 'wrong'],
		[300, 'wrong']
	])('refuses one that is %i s off: %s', (off, reason) => {
		expect(judge(codeAt(secret, seconds(off)))).toEqual({ ok: false, reason });
	});

	it('takes each once, and none before it', () => {
		const code = codeAt(secret, now);
		const first = judge(code);
		expect(first).toEqual({ ok: true, step: stepAt(now) });
		expect(judge(code, stepAt(now))).toEqual({ ok: false, reason: 'spent' });
		expect(judge(codeAt(secret, seconds(-30)), stepAt(now))).toEqual({ ok: false, reason: 'spent' });
		expect(judge(codeAt(secret, seconds(30)), stepAt(now))).toMatchObject({ ok: true });
	});

	it.each([
		['in two blocks', (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`],
		['in Arabic digits', (code: string) => code.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)))]
	])('reads it %s', (_, write) => expect(judge(write(codeAt(secret, now))).ok).toBe(true));

	it.each(['', '12345', '1234567', 'abcdef', '１２', "' OR 1=1", '0'.repeat(10_000)])('%j is wrong', (code) => {
		expect(judge(code)).toEqual({ ok: false, reason: 'wrong' });
	});

	it('refuses the code of another secret', () => {
		expect(judge(codeAt(new TextEncoder().encode('another secret of 20'), now)).ok).toBe(false);
	});
});

describe('totpUri', () => {
	it('names issuer and account', () => {
		const uri = totpUri(secret, 'Relais', 'claire');
		expect(uri).toMatch(/^otpauth:\/\/totp\/Relais:claire\?/);
		expect(new URL(uri).searchParams.get('secret')).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
	});
});
