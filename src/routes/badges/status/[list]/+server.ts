// Which badges of the platform were revoked: a list of 131,072 places, signed.
import { publicRoute } from '$lib/auth/guards.server';
import { answerStatusList } from '../../publish.server';

export const prerender = false;

export const GET = async (event) => {
	publicRoute();
	return answerStatusList(event, null);
};
