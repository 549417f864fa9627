// The same lists under the name of a member organisation: verifiers want the badge's own issuer to have signed them.
import { publicRoute } from '$lib/auth/guards.server';
import { answerStatusList } from '../../../../badges/publish.server';

export const prerender = false;

export const GET = async (event) => {
	publicRoute();
	return answerStatusList(event, event.params.id);
};
