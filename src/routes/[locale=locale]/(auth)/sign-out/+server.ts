import { redirect } from '@sveltejs/kit';
import { endAuthSession } from '$lib/auth/auth-session.server';
import { publicRoute } from '$lib/auth/guards.server';
import { getInstance } from '$lib/ops/instance.server';

/** Signs out; who only signs in again says in `next` where to come back to. Open to all, so that it also works when the authSession has just ended. */
export const POST = async ({ cookies, params, url }) => {
	publicRoute();
	await endAuthSession(cookies, getInstance().accounts, new Date());
	const next = url.searchParams.get('next');
	redirect(303, `/${params.locale}/sign-in${next === null ? '' : `?${new URLSearchParams({ next })}`}`);
};
