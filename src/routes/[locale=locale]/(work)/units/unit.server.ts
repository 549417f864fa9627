// What the pages of training units share: the unit of an address, for whom it is, and the secret that signs its plays.
import { createHmac } from 'node:crypto';
import type { Account } from '$lib/auth/account';
import type { CompiledUnit } from '$lib/content/graph';
import { findUnit } from '$lib/content/training.server';
import type { Locale } from '$lib/i18n/locales';
import { refuse } from '../work.server';

interface UnitEvent {
	params: { slug: string; locale: string };
	locals: App.Locals;
}

/** The unit of this address: a peer expert's are open to coaches too, who accompany them; a coach's to coaches alone. */
export function getUnit(event: UnitEvent, account: Account): CompiledUnit {
	const unit = findUnit(event.params.slug, event.params.locale as Locale);
	if (unit === null || (account.role === 'peer-expert' && unit.summary.training.audience !== 'peer-expert')) refuse(event);
	return unit;
}

/** A secret of this account's own: a play signed for somebody else is worth nothing here. */
export function playSecret(secret: string, account: Account): string {
	return createHmac('sha256', secret).update(`unit\0${account.id}`).digest('base64url');
}
