// Finds the group of this address for the account, or answers 404: somebody else's group and none at all look the same.
import { error } from '@sveltejs/kit';
import type { Account } from '$lib/auth/account';
import type { GroupAction } from '$lib/groups/can';
import type { Group } from '$lib/groups/group';
import { findGroupForCoach } from '$lib/groups/groups.server';
import type { Locale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';
import { getInstance } from '$lib/ops/instance.server';

interface GroupEvent {
	params: { id: string; locale: string };
	locals: App.Locals;
}

/** The group, when the account may do this with it. Throws the 404 page otherwise. */
export async function getOwnGroup({ params, locals }: GroupEvent, account: Account, action: GroupAction): Promise<Group> {
	const group = await findGroupForCoach(getInstance().accounts, account, params.id, action);
	if (group !== null) return group;
	error(404, { id: locals.requestId, message: getTranslator(params.locale as Locale)('coach.groupNotFound') });
}
