// What an achievement is: the address that badges name. People are sent to the page in their language.
import { error, redirect } from '@sveltejs/kit';
import { achievements } from '$lib/certification/badge';
import { publicRoute } from '$lib/auth/guards.server';
import { preferredLocale } from '$lib/i18n/preferred-locale';
import { getTranslator } from '$lib/i18n/messages.server';

export const prerender = false;

export const GET = ({ params, request, locals, setHeaders }) => {
	publicRoute();
	const achievement = achievements.find((each) => each === params.achievement);
	if (!achievement) error(404, { id: locals.requestId, message: getTranslator(locals.locale)('errors.notFound') });
	setHeaders({ vary: 'accept-language', 'access-control-allow-origin': '*' });
	redirect(307, `/${preferredLocale(request.headers.get('accept-language'))}/achievements/${achievement}`);
};
