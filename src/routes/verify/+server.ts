// The short address that certificates print: sends each visitor to the page in their language. What stands behind # goes along,
// by the browser, and never comes here.
import { redirect } from '@sveltejs/kit';
import { publicRoute } from '$lib/auth/guards.server';
import { preferredLocale } from '$lib/i18n/preferred-locale';

export const prerender = false;

export const GET = ({ request, url, setHeaders }) => {
	publicRoute();
	setHeaders({ vary: 'accept-language', 'cache-control': 'no-store' });
	redirect(307, `/${preferredLocale(request.headers.get('accept-language'))}${url.pathname}`);
};
