// Verifying a badge from a link, a picture, a file or a text. Without a script only a link can be followed.
import { redirect } from '@sveltejs/kit';
import { publicRoute } from '$lib/auth/guards.server';
import { readBadgeLink } from '$lib/certification/badge-file';
import type { Locale } from '$lib/i18n/locales';
import { getInstance } from '$lib/ops/instance.server';
import { describeVerify } from './verify.server';

export const prerender = false;

export const load = async ({ params, url }) => {
	publicRoute();
	const typed = url.searchParams.get('badge');
	const link = typed && readBadgeLink(typed, getInstance().settings.origin);
	if (link) redirect(303, `/${params.locale}/verify/${link.id}`);
	return { verify: await describeVerify(params.locale as Locale, { refused: Boolean(typed) }) };
};
