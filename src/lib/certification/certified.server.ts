// Who held which badge in a month: plain facts for those who make figures, who count and forget them.
import { and, eq, gt, gte, isNull, lte, or } from 'drizzle-orm';
import type { Database } from '../database/database.server';
import type { Achievement } from './badge';
import { awardTable, badgeTable } from './tables.server';

/** Accounts with a badge in a month (`2026-12`), once for each kind: given by then, not past its time and not revoked. */
export function listCertified(database: Database, month: string): Promise<{ accountId: string; achievement: Achievement }[]> {
	return database.read
		.selectDistinct({ accountId: awardTable.accountId, achievement: badgeTable.achievement })
		.from(awardTable)
		.innerJoin(badgeTable, eq(badgeTable.id, awardTable.badgeId))
		.where(
			and(
				lte(badgeTable.month, month),
				gte(badgeTable.validUntil, month),
				or(isNull(badgeTable.revokedOn), gt(badgeTable.revokedOn, month))
			)
		);
}
