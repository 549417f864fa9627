// A badge as the world reads it: an OpenBadgeCredential with its proof. Who opens its address in a browser is led to the page
// that says in words what is known of it.
import { redirect } from '@sveltejs/kit';
import { publishBadge } from '$lib/certification/badge-publish.server';
import { publicRoute } from '$lib/auth/guards.server';
import { getInstance } from '$lib/ops/instance.server';
import { answer, wordsOf } from '../publish.server';

export const prerender = false;

export const GET = async (event) => {
	publicRoute();
	const vary = { vary: 'accept, accept-language' };
	if (isPerson(event.request)) {
		event.setHeaders(vary);
		redirect(303, `/${event.locals.locale}/verify/${encodeURIComponent(event.params.id)}`);
	}
	const published = await publishBadge(getInstance(), event.params.id, wordsOf);
	return answer(event, published && published.credential, 'application/vc', vary);
};

/** Wallets and verifiers ask for JSON or for anything; browsers name HTML first. */
function isPerson({ headers }: Request): boolean {
	return headers.get('accept')?.trimStart().startsWith('text/html') ?? false;
}
