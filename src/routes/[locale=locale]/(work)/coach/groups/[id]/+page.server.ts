// One group: its counts, its code, and the three things a coach does with it. Actions answer with a redirect, so that
// reloading the page never renews a code twice.
import { redirect } from '@sveltejs/kit';
import { requireRole } from '$lib/auth/guards.server';
import { closeGroup, openGroup, renewCode } from '$lib/groups/groups.server';
import type { Locale } from '$lib/i18n/locales';
import { getInstance } from '$lib/ops/instance.server';
import { getGroupParticipation } from '$lib/voices/group-view.server';
import { describeGroup, describeModules } from '../../describe.server';
import { describeJoinCode } from './join-code.server';
import { getOwnGroup } from './own-group.server';

export const load = async (event) => {
	const account = requireRole(event, 'coach', 'coordinator');
	const group = await getOwnGroup(event, account, 'see');
	const locale = event.params.locale as Locale;
	return {
		group: describeGroup(group, locale, new Date()),
		join: describeJoinCode(group, locale),
		modules: describeModules(await getGroupParticipation(getInstance().voices, group.id), locale),
		done: event.url.searchParams.get('done')
	};
};

export const actions = {
	renew: async (event) => {
		const account = requireRole(event, 'coach', 'coordinator');
		const { id } = await getOwnGroup(event, account, 'manage');
		await renewCode(getInstance().accounts, id, new Date());
		redirect(303, `${event.url.pathname}?done=renew`);
	},
	close: async (event) => {
		const account = requireRole(event, 'coach', 'coordinator');
		const { id } = await getOwnGroup(event, account, 'manage');
		await closeGroup(getInstance().accounts, id, new Date());
		redirect(303, event.url.pathname);
	},
	open: async (event) => {
		const account = requireRole(event, 'coach', 'coordinator');
		const { id } = await getOwnGroup(event, account, 'manage');
		await openGroup(getInstance().accounts, id);
		redirect(303, `${event.url.pathname}?done=open`);
	}
};
