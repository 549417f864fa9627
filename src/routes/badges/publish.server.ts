// What the machine-readable addresses of badges share: open to every site (a wallet or verifier may run in a browser), never in
// a search engine, and never in the log.
import { error } from '@sveltejs/kit';
import type { Badge } from '$lib/certification/badge';
import type { BadgeWords } from '$lib/certification/badge-credential';
import { loadKeys, publishStatusList } from '$lib/certification/badge-publish.server';
import { sourceLocale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';
import { getInstance } from '$lib/ops/instance.server';

const headers = {
	'access-control-allow-origin': '*',
	'cross-origin-resource-policy': 'cross-origin',
	'x-robots-tag': 'noindex'
};

/** All badges of an instance are written in one language: another one would tell something of whom it was given to. */
export function wordsOf({ achievement }: Badge, organisation: string | null): BadgeWords {
	const t = getTranslator(sourceLocale);
	return {
		locale: sourceLocale,
		name: t(`badges.name_${achievement}`),
		description: t(`badges.about_${achievement}`),
		criteria: t(`badges.criteria_${achievement}`),
		issuer: organisation ?? t('badges.issuerPlatform')
	};
}

/** Answers with a document; null: there is none, or no keys to sign it with yet (503). */
export async function answer(
	{ locals }: { locals: App.Locals },
	body: object | string | Uint8Array | null,
	type = 'application/json',
	more: Record<string, string> = {}
): Promise<Response> {
	if (body === null) {
		const t = getTranslator(locals.locale);
		if ((await loadKeys(getInstance().settings.keysDir)) === null) {
			error(503, { id: locals.requestId, message: t('badges.ownNoKeys') });
		}
		error(404, { id: locals.requestId, message: t('errors.notFound') });
	}
	const raw = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
	return new Response(raw as BodyInit, { headers: { ...headers, ...more, 'content-type': type } });
}

export async function answerStatusList(
	event: { locals: App.Locals; params: { list: string } },
	issuer: string | null
): Promise<Response> {
	const list = /^[1-9]\d{0,3}$/.test(event.params.list) ? Number(event.params.list) : 0;
	return answer(event, await publishStatusList(getInstance(), { list, issuer }, new Date()), 'application/vc');
}
