// Exercises, videos and recordings become plain HTML here, when a page or the words of a scene are made: what needs no component in the Player costs a phone
// without exercises nothing (docs/decisions/010-exercises-as-forms.md).
import { render } from 'svelte/server';
import type { Block, NodeText } from '$lib/content/graph';
import { sourceLocale, type Locale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';
import type { ServedPlay } from '../player';
import { findAnswers } from './answer';
import { hashCues } from './captions';
import Exercise from './Exercise.svelte';
import Recording from './Recording.svelte';
import Stuck from './Stuck.svelte';
import Video from './Video.svelte';

/** Svelte's marks for hydration: nothing hydrates a form, and they would end the Player's own marks too early. */
const marks = /<!--.*?-->/gs;

interface Page {
	locale: Locale;
	/** The module's page. */
	page: string;
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
			if (stuck) blocks.push(makeForm(render(Stuck, { props: { t: getTranslator(locale), help: `/${locale}/help` } })));
			if (node.audio) blocks.push(makeForm(render(Recording, { props: { t: getTranslator(locale), src: node.audio } })));
			return [id, { ...rest, blocks }];
		})
	);
}

function makeReady(block: Block, { locale, page, action, served }: Page): Block {
	const t = getTranslator(locale);
	const form = (made: { body: string }) => ({ ...makeForm(made), ...(block.if && { if: block.if }) });
	if (block.type === 'video')
		return form(
			render(Video, { props: { block, t, locale, captions: `${page}/captions/${block.id}.vtt?v=${hashCues(block)}` } })
		);
	if (block.type !== 'exercise') return block;
	const answers = served?.quiz?.id === block.id ? (findAnswers(block, served.quiz.chosen) ?? undefined) : undefined;
	return form(render(Exercise, { props: { block, t, action, token: served?.token, answers } }));
}

function makeForm({ body }: { body: string }): Block {
	return { type: 'form', html: body.replace(marks, '').trim() };
}
