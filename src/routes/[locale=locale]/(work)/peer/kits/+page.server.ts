import { requireRole } from '$lib/auth/guards.server';
import type { Locale } from '$lib/i18n/locales';
import { listKits } from '../../plan-form.server';
import { getOwnPlace } from '../own.server';

export const load = async (event) => {
	const account = requireRole(event, 'peer-expert');
	const { group } = await getOwnPlace(event, account);
	return { kits: listKits(event.params.locale as Locale, group.intensity) };
};
