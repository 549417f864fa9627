// All RSA keys that badges were ever signed with, as a JWK set.
import { describeJwks } from '$lib/certification/badge-keys';
import { getRing } from '$lib/certification/badge-publish.server';
import { publicRoute } from '$lib/auth/guards.server';
import { getInstance } from '$lib/ops/instance.server';
import { answer } from '../../badges/publish.server';

export const prerender = false;

export const GET = async (event) => {
	publicRoute();
	const ring = await getRing(getInstance());
	return answer(event, ring.keys.length > 0 ? describeJwks(ring) : null, 'application/jwk-set+json');
};
