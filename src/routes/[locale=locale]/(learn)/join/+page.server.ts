// Joining by code. Nothing is written and no cookie set: the answer carries the group's key, which the device keeps (or,
// without JavaScript, which the links below carry along).
import { error, fail } from '@sveltejs/kit';
import { findAddress } from '$lib/auth/address-key.server';
import { publicRoute } from '$lib/auth/guards.server';
import { peerExpertsPerGroup } from '$lib/auth/invitation';
import { countCertified } from '$lib/certification/certificates.server';
import type { Database } from '$lib/database/database.server';
import { listModules } from '$lib/content/catalogue.server';
import { readFields } from '$lib/forms/fields';
import { findGroupByKey, joinByCode } from '$lib/groups/groups.server';
import type { Locale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';
import { getInstance } from '$lib/ops/instance.server';
import { JoinLimits } from './join-limits.server';

export const prerender = false;

const limits = new JoinLimits();
/** What is kept in the field after a wrong code: a code with its spaces, and a few letters too many. */
const keptLength = 24;

export const load = ({ url }) => {
	publicRoute();
	return { code: (url.searchParams.get('code') ?? '').slice(0, keptLength) };
};

export const actions = {
	default: async (event) => {
		publicRoute();
		const { request, params, locals, setHeaders } = event;
		const locale = params.locale as Locale;
		const fields = await readFields(request, 'code');
		if (fields === null) error(400, { id: locals.requestId, message: getTranslator(locale)('join.missing') });
		const code = fields.code.slice(0, keptLength);
		if (code.trim() === '') return fail(422, { code, problem: 'missing' as const });
		const { accounts, settings } = getInstance();
		const now = new Date();
		const seconds = limits.admit(findAddress(event, settings.trustedProxy), now);
		if (seconds > 0) {
			setHeaders({ 'retry-after': String(seconds) });
			return fail(429, { code, problem: 'too-many' as const, seconds });
		}
		const joined = await joinByCode(accounts, fields.code, now);
		if (!joined.ok) return fail(404, { code, problem: 'unknown' as const });
		const certified = await countCertifiedByKey(accounts, joined.group.key, now);
		const modules = listModules(locale).map(({ slug, title, summary, minutes }) => ({ slug, title, summary, minutes }));
		return { group: joined.group, certified, modules };
	}
};

/** How many of the group's peer experts are certified, for whoever just joined it: a number, never who. */
async function countCertifiedByKey(accounts: Database, key: string, now: Date): Promise<{ n: number; most: number } | null> {
	const group = await findGroupByKey(accounts, key);
	const n = group === null ? 0 : ((await countCertified(accounts, [group.id], now)).get(group.id) ?? 0);
	return n === 0 ? null : { n, most: peerExpertsPerGroup };
}
