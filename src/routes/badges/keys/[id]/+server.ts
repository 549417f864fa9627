// One RSA key as a JWK: where the `kid` of a badge's JWT leads.
import { describeJwk } from '$lib/certification/badge-keys';
import { getRing } from '$lib/certification/badge-publish.server';
import { publicRoute } from '$lib/auth/guards.server';
import { getInstance } from '$lib/ops/instance.server';
import { answer } from '../../publish.server';

export const prerender = false;

export const GET = async (event) => {
	publicRoute();
	const { origin, keys } = await getRing(getInstance());
	const key = keys.find(({ id, kind }) => kind === 'RS256' && id === event.params.id);
	return answer(event, key ? describeJwk(origin, key) : null, 'application/jwk+json');
};
