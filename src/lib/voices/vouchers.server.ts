// Paper vouchers: a host hands them out shuffled, each lets one respondent answer once, without JavaScript and without a phone of
// one's own. Only their hashes are kept, and a used one is deleted.
import { createHash, randomInt } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '../database/database.server';
import type { Place } from './answers';
import { periodOf } from './period';
import { shuffled } from './random.server';
import { voucherTable } from './tables.server';

/** Without look-alikes; ten letters are 49 bits, more than anybody tries against a limit. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const letters = 10;
/** The most that wait unused for one form in one group. */
const mostWaiting = 200;

/** Makes vouchers to print, in random order; null when too many unused ones wait already. The plain codes are never kept. */
export async function makeVouchers(
	voices: Database,
	place: Place,
	form: string,
	count: number,
	now: Date
): Promise<string[] | null> {
	const codes = Array.from({ length: count }, () =>
		Array.from({ length: letters }, () => alphabet[randomInt(alphabet.length)]).join('')
	);
	const { organisationId, groupId } = place;
	const rows = codes.map((code) => ({ voucher: hashVoucher(code), period: periodOf(now), organisationId, groupId, form }));
	const made = await voices.write(async (tx) => {
		const here = and(eq(voucherTable.groupId, groupId), eq(voucherTable.form, form));
		const [waiting] = await tx
			.select({ n: sql<number>`count(*)` })
			.from(voucherTable)
			.where(here);
		if (Number(waiting?.n ?? 0) + count > mostWaiting) return false;
		await tx.insert(voucherTable).values(rows);
		return true;
	});
	return made ? shuffled(codes) : null;
}

/** The group and form of an unused voucher; null for any other text. */
export async function findVoucher(
	voices: Database,
	typed: string
): Promise<{ hash: string; organisationId: string; groupId: string; form: string } | null> {
	const hash = hashVoucher(normaliseVoucher(typed));
	const [row] = await voices.read.select().from(voucherTable).where(eq(voucherTable.voucher, hash));
	return row ? { hash, organisationId: row.organisationId, groupId: row.groupId, form: row.form } : null;
}

/** Capitals, spaces and hyphens don't matter; digits of Arabic script are digits. */
function normaliseVoucher(typed: string): string {
	return typed
		.slice(0, 64)
		.normalize('NFKC')
		.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
		.replace(/[^0-9a-z]/gi, '')
		.toUpperCase();
}

/** As printed: `K7PM3-XRD4Q`. */
export function formatVoucher(code: string): string {
	return `${code.slice(0, 5)}-${code.slice(5)}`;
}

function hashVoucher(code: string): string {
	return createHash('sha256').update(`voucher ${code}`).digest('base64url');
}
