import { redirect } from '@sveltejs/kit';
import { endAuthSession } from '$lib/auth/auth-session.server';
import { publicRoute } from '$lib/auth/guards.server';
import { getInstance } from '$lib/ops/instance.server';

/** Signs out. Open to all, so that it also works when the authSession has just ended. */
export const POST = async ({ cookies, params }) => {
	publicRoute();
	await endAuthSession(cookies, getInstance().accounts, new Date());
	redirect(303, `/${params.locale}/sign-in`);
};
