// All interface messages, on the server only: a page or island is handed the areas of its own language. Put in order once per
// language: a page asks several times.
import { locales, type Locale } from './locales';
import { createTranslator, type Area, type Message, type Messages, type Translate } from './translator';

const files = import.meta.glob<Record<string, Message>>('/content/messages/*/*.json', { eager: true, import: 'default' });

const all = new Map(locales.map(({ id }) => [id, readMessages(id)] as const));
const translators = new Map([...all].map(([locale, messages]) => [locale, createTranslator(locale, messages)] as const));

function readMessages(locale: Locale): Readonly<Messages> {
	const messages: Messages = {};
	for (const [path, area] of Object.entries(files)) {
		const [, language, name] = /messages\/([^/]+)\/([^/]+)\.json$/.exec(path) as unknown as [string, string, Area];
		if (language === locale) messages[name] = area;
	}
	return messages;
}

/** The messages of the named areas in one language (all areas when none is named). */
export function getMessages(locale: Locale, ...areas: Area[]): Readonly<Messages> {
	const messages = all.get(locale)!;
	return areas.length === 0 ? messages : Object.fromEntries(areas.map((area) => [area, messages[area]]));
}

/** A translator over every area, for server code that writes words (errors of forms, documents). */
export function getTranslator(locale: Locale): Translate {
	return translators.get(locale)!;
}
