// POST /participation: one anonymous event of a device, counted for its group. Leaves no trace but the count: no cookie, no
// log line, and a rate limit per group.
import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { publicRoute } from '$lib/auth/guards.server';
import { findDatabaseError } from '$lib/database/database-error';
import { isLocale, type Locale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';
import { preferredLocale } from '$lib/i18n/preferred-locale';
import type { Key } from '$lib/i18n/translator';
import { getInstance } from '$lib/ops/instance.server';
import { participationSchema } from '$lib/voices/schema';
import { acceptEvent } from './accept-event.server';
import type { RequestHandler } from './$types';
import { readJsonBody } from './read-body';

export const prerender = false;

const maxBytes = 1024;

/** When to try again while a database is locked, its disk full or failing, or its server away, in seconds. */
const lockedSeconds = 30;
const passing = ['locked', 'full', 'disk', 'unreachable', 'uncertain'];

const refusals = {
	unsupported: { status: 415, message: 'errors.participationUnsupported' },
	'too-large': { status: 413, message: 'errors.participationTooLarge' },
	malformed: { status: 400, message: 'errors.participationMalformed' },
	'unknown-group': { status: 404, message: 'errors.participationUnknownGroup' },
	'closed-group': { status: 410, message: 'errors.participationClosedGroup' },
	'unknown-place': { status: 422, message: 'errors.participationUnknownPlace' },
	limited: { status: 429, message: 'errors.participationLimited' },
	locked: { status: 503, message: 'errors.participationLocked' }
} satisfies Record<string, { status: number; message: Key }>;

export const POST: RequestHandler = async ({ request }) => {
	publicRoute();
	const accepted = preferredLocale(request.headers.get('accept-language'));
	const body = await readJsonBody(request, maxBytes);
	// What is left of a body that is too large isn't read: the connection can't carry another request.
	if (!body.ok) return refuse(body.reason, accepted, body.reason === 'too-large' ? { connection: 'close' } : undefined);
	const { success, output: event } = v.safeParse(participationSchema, body.value);
	if (!success) return refuse('malformed', accepted);
	const result = await acceptEvent(getInstance(), event, new Date()).catch(whenLocked);
	if (result.ok) return new Response(null, { status: 204 });
	const headers = 'seconds' in result ? { 'retry-after': String(result.seconds) } : undefined;
	return refuse(result.reason, isLocale(event.locale) ? event.locale : accepted, headers);
};

function whenLocked(error: unknown) {
	if (passing.includes(findDatabaseError(error)?.problem ?? ''))
		return { ok: false, reason: 'locked', seconds: lockedSeconds } as const;
	throw error;
}

function refuse(code: keyof typeof refusals, locale: Locale, headers?: HeadersInit): Response {
	const { status, message } = refusals[code];
	return json({ error: { code, message: getTranslator(locale)(message) } }, { status, headers });
}
