// The product's own words, so that a journey finds what a person would look for and survives a rewording.
import { readdirSync, readFileSync } from 'node:fs';
import type { Locale } from '../../src/lib/i18n/locales';
import { createTranslator, type Area, type Key, type Messages, type Parameters } from '../../src/lib/i18n/translator';

/** The words of a message, in French where no language is named. */
export function words(key: Key, parameters?: Parameters, locale: Locale = 'fr'): string {
	const folder = `content/messages/${locale}`;
	const messages: Messages = {};
	for (const file of readdirSync(folder)) {
		messages[file.replace('.json', '') as Area] = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
	}
	return createTranslator(locale, messages)(key, parameters);
}
