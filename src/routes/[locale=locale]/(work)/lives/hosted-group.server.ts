// The group of this address for an account that may host it, or 404: somebody else's group and none at all look the same.
import { error } from '@sveltejs/kit';
import type { Account } from '$lib/auth/account';
import { findGroupForCoach } from '$lib/groups/groups.server';
import type { Locale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';
import { mayHost } from '$lib/live/may-host';
import { getInstance } from '$lib/ops/instance.server';

interface GroupEvent {
	params: { group: string; locale: string };
	locals: App.Locals;
}

export async function getHostedGroup({ params, locals }: GroupEvent, account: Account): Promise<{ id: string; name: string }> {
	const group = await findGroupForCoach(getInstance().accounts, account, params.group);
	if (group) return { id: group.id, name: group.name };
	const own = { id: params.group, organisationId: account.organisationId };
	if (mayHost(account, own, false)) return { id: own.id, name: '' };
	error(404, { id: locals.requestId, message: getTranslator(params.locale as Locale)('host.groupNotFound') });
}
