// The only page without a language: it sends each visitor to theirs.
import { redirect } from '@sveltejs/kit';
import { publicRoute } from '$lib/auth/guards.server';
import { preferredLocale } from '$lib/i18n/preferred-locale';

export const load = ({ request, setHeaders }) => {
	publicRoute();
	setHeaders({ vary: 'accept-language', 'cache-control': 'no-store' });
	redirect(307, `/${preferredLocale(request.headers.get('accept-language'))}`);
};
