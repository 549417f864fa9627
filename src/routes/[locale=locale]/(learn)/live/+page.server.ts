// The address that stands on the big screen: a code is typed, and the phone goes to its room. Whether the code is right is said
// there, to who may try.
import { fail, redirect } from '@sveltejs/kit';
import { publicRoute } from '$lib/auth/guards.server';
import { readFields } from '$lib/forms/fields';
import { isCode, normaliseCode } from '$lib/groups/code';

export const prerender = false;

export const load = () => {
	publicRoute();
};

export const actions = {
	default: async ({ request, params }) => {
		publicRoute();
		const fields = await readFields(request, 'code');
		const code = normaliseCode(fields?.code ?? '');
		if (!isCode(code)) return fail(422, { code: (fields?.code ?? '').slice(0, 24) });
		redirect(303, `/${params.locale}/live/${code}`);
	}
};
