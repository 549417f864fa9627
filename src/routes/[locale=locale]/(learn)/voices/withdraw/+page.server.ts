// Taking a sentence back by its receipt code, until it is published.
import { error, fail } from '@sveltejs/kit';
import { publicRoute } from '$lib/auth/guards.server';
import { readFields } from '$lib/forms/fields';
import type { Locale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';
import { withdrawStatement } from '$lib/moderation/queue.server';
import { getInstance } from '$lib/ops/instance.server';
import { createLimiter } from '$lib/ops/limiter';

export const prerender = false;

/** Of everybody together, never by address. */
const tries = createLimiter({ capacity: 400, refillPerSecond: 20, maxKeys: 1, shared: 'receipts' });

export const load = () => {
	publicRoute();
};

export const actions = {
	default: async ({ request, params, locals }) => {
		publicRoute();
		const fields = await readFields(request, 'receipt');
		if (fields === null)
			error(400, { id: locals.requestId, message: getTranslator(params.locale as Locale)('voices.problemMalformed') });
		const receipt = fields.receipt.slice(0, 40);
		if (!tries.take('', new Date())) return fail(429, { receipt, problem: 'busy' as const });
		if (await withdrawStatement(getInstance().moderation, receipt)) return { done: true };
		return fail(404, { receipt, problem: 'unknown' as const });
	}
};
