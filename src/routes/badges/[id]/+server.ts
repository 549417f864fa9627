// A badge as the world reads it: an OpenBadgeCredential with its proof.
import { publishBadge } from '$lib/certification/badge-publish.server';
import { publicRoute } from '$lib/auth/guards.server';
import { getInstance } from '$lib/ops/instance.server';
import { answer, wordsOf } from '../publish.server';

export const prerender = false;

export const GET = async (event) => {
	publicRoute();
	const published = await publishBadge(getInstance(), event.params.id, wordsOf);
	return answer(event, published && published.credential, 'application/vc');
};
