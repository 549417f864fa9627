// What the page "take my progress along" hands to its island.
import type { Graph } from '$lib/content/graph';
import type { Locale } from '$lib/i18n/locales';
import type { Messages } from '$lib/i18n/translator';

export interface CarryData {
	locale: Locale;
	/** The words that the island puts together. */
	messages: Messages;
	/** Every module: a code means nothing without the stories that it is about. */
	modules: { title: string; graph: Graph }[];
}
