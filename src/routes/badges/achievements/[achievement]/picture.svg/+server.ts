// The picture that badges name. The same for everybody: nothing is baked in.
import { achievements } from '$lib/certification/badge';
import { drawBadge } from '$lib/certification/badge-picture';
import { publicRoute } from '$lib/auth/guards.server';
import { answer } from '../../../publish.server';

export const prerender = false;

export const GET = async (event) => {
	publicRoute();
	const achievement = achievements.find((each) => each === event.params.achievement);
	return answer(event, achievement ? drawBadge(achievement) : null, 'image/svg+xml', { 'cache-control': 'max-age=86400' });
};
