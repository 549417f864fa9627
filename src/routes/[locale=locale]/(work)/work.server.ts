// What the work pages share: refusals in words, and the guard that a change was made by whoever read the latest version.
import { error, type RequestEvent } from '@sveltejs/kit';
import type { Locale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';
import type { Key } from '$lib/i18n/translator';

type WorkEvent = Pick<RequestEvent, 'locals' | 'params'>;

/** Throws the page of something that isn't there, or isn't this account's: both look the same. */
export function refuse({ locals, params }: WorkEvent, key: Key = 'work.notFound', status: 400 | 404 = 404): never {
	error(status, { id: locals.requestId, message: getTranslator(params.locale as Locale)(key) });
}

/** The version of a record that a form was filled in from; 0 (never current) when the form says nothing usable. */
export function readVersion(text: string): number {
	return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
