// Keeps the commitment to a name that the holder's browser made. No name can come here: 64 hexadecimal digits, or nothing.
import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import { requireUser } from '$lib/auth/guards.server';
import { commitmentPattern } from '$lib/certification/badge';
import { commitName } from '$lib/certification/badges.server';
import { getTranslator } from '$lib/i18n/messages.server';
import { getInstance } from '$lib/ops/instance.server';
import { getOwnBadge } from '../own-badge.server';

const schema = v.strictObject({ commitment: v.pipe(v.string(), v.regex(commitmentPattern)) });

export const POST = async (event) => {
	const account = requireUser(event);
	const { badge } = await getOwnBadge(event, account);
	const body: unknown = await event.request.json().catch(() => null);
	const read = v.safeParse(schema, body);
	const { locals } = event;
	const refuse = (status: 400 | 403) =>
		error(status, { id: locals.requestId, message: getTranslator(locals.locale)('badges.paperProofFailed') });
	if (!read.success) return refuse(400);
	const { commitment } = read.output;
	const kept = await commitName(getInstance().accounts, { accountId: account.id, badgeId: badge.id, commitment });
	if (!kept.ok) return refuse(403);
	return json({ ok: true });
};
