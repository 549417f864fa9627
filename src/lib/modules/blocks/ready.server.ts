// Exercises become forms here, when a page or the words of a scene are made: what needs no component in the Player costs a phone
// without exercises nothing (docs/decisions/010-exercises-as-forms.md).
import { render } from 'svelte/server';
import type { Block, NodeText } from '$lib/content/graph';
import { sourceLocale, type Locale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';
import type { ServedPlay } from '../player';
import { findAnswers } from './answer';
import Exercise from './Exercise.svelte';
import Stuck from './Stuck.svelte';

/** Svelte's marks for hydration: nothing hydrates a form, and they would end the Player's own marks too early. */
const marks = /<!--.*?-->/gs;

interface Page {
	locale: Locale;
	/** Where the forms go. */
	action: string;
	/** The play in the address; its exercise may just have been answered. */
	served?: ServedPlay;
}

/** The scenes with their exercises as forms. */
export function listReady(nodes: Record<string, NodeText>, page: Page): Record<string, NodeText> {
	return Object.fromEntries(
		Object.entries(nodes).map(([id, node]) => {
			// A scene without its translation is in French, and so is what its exercises say.
			const locale = node.untranslated ? sourceLocale : page.locale;
			const { stuck, ...rest } = node;
			const blocks = node.blocks.map((block) => makeReady(block, { ...page, locale }));
			return [id, { ...rest, blocks: stuck ? [...blocks, makeHint(locale)] : blocks }];
		})
	);
}

function makeReady(block: Block, { locale, action, served }: Page): Block {
	if (block.type !== 'exercise') return block;
	const answers = served?.quiz?.id === block.id ? (findAnswers(block, served.quiz.chosen) ?? undefined) : undefined;
	const { body } = render(Exercise, { props: { block, t: getTranslator(locale), action, token: served?.token, answers } });
	return { type: 'form', html: body.replace(marks, '').trim() };
}

/** What helps who doesn't know how to go on, at the end of a scene. */
function makeHint(locale: Locale): Block {
	const { body } = render(Stuck, { props: { t: getTranslator(locale), help: `/${locale}/help` } });
	return { type: 'form', html: body.replace(marks, '').trim() };
}
