// Paper codes to cut out. They are made by the post and shown once: nothing keeps them but the paper.
import { error, fail, redirect } from '@sveltejs/kit';
import { requireRole } from '$lib/auth/guards.server';
import { readCountry } from '$lib/groups/facts.server';
import type { Locale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';
import { getInstance } from '$lib/ops/instance.server';
import { wordsIn } from '$lib/voices/consultation';
import { formatVoucher, makeVouchers } from '$lib/voices/vouchers.server';
import { getOwnGroup } from '../../own-group.server';
import { listAsked, openFormOf } from '../../../../../asked.server';

const mostAtOnce = 60;

export const load = async (event) => {
	const account = requireRole(event, 'coach', 'coordinator');
	const group = await getOwnGroup(event, account, 'see');
	if (event.request.method === 'GET') redirect(303, `/${event.params.locale}/coach/groups/${group.id}/voices`);
	return { group: { id: group.id, name: group.name } };
};

export const actions = {
	default: async (event) => {
		const account = requireRole(event, 'coach', 'coordinator');
		const group = await getOwnGroup(event, account, 'manage');
		const form = await event.request.formData();
		const size = Number(form.get('size'));
		const consultation = (await listAsked(group)).find((each) => openFormOf(each) === form.get('form'));
		const locale = event.params.locale as Locale;
		if (!consultation) error(404, { id: event.locals.requestId, message: getTranslator(locale)('voices.notFound') });
		if (!Number.isInteger(size) || size < 1 || size > mostAtOnce) return fail(422, { problem: 'size' as const });
		const { accounts, voices, settings } = getInstance();
		const { id: groupId, organisationId } = group;
		const place = { country: await readCountry(accounts, organisationId), organisationId, groupId };
		const codes = await makeVouchers(voices, place, openFormOf(consultation) ?? '', size, new Date());
		if (codes === null) return fail(422, { problem: 'many' as const });
		const address = `${settings.origin}/${locale}/voices/${consultation.id}`.replace(/^https?:\/\//, '');
		return { codes: codes.map(formatVoucher), address, title: wordsIn(consultation.body.title, locale).text };
	}
};
