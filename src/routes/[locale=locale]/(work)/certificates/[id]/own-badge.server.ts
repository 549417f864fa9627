// A badge with its award, of the account that asks; the page of something that isn't there for anybody else.
import type { Account } from '$lib/auth/account';
import type { Award, Badge } from '$lib/certification/badge';
import { listOwnBadges } from '$lib/certification/badges.server';
import { getInstance } from '$lib/ops/instance.server';
import { refuse } from '../../work.server';

interface BadgeEvent {
	params: { locale: string; id: string };
	locals: App.Locals;
}

export async function getOwnBadge(event: BadgeEvent, account: Account): Promise<{ award: Award; badge: Badge }> {
	const own = await listOwnBadges(getInstance().accounts, account.id);
	return own.find(({ badge }) => badge.id === event.params.id) ?? refuse(event, 'badges.notOwn');
}
