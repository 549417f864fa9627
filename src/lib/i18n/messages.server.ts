// All interface messages, on the server only: a page or island is handed the areas of its own language.
import type { Locale } from './locales';
import { createTranslator, type Area, type Message, type Messages, type Translate } from './translator';

const files = import.meta.glob<Record<string, Message>>('/content/messages/*/*.json', { eager: true, import: 'default' });

/** The messages of the named areas in one language (all areas when none is named). */
export function getMessages(locale: Locale, ...areas: Area[]): Messages {
	const messages: Messages = {};
	for (const [path, area] of Object.entries(files)) {
		const [, language, name] = /messages\/([^/]+)\/([^/]+)\.json$/.exec(path) as unknown as [string, string, Area];
		if (language === locale && (areas.length === 0 || areas.includes(name))) messages[name] = area;
	}
	return messages;
}

/** A translator over every area, for server code that writes words (errors of forms, documents). */
export function getTranslator(locale: Locale): Translate {
	return createTranslator(locale, getMessages(locale));
}
