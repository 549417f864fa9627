// The nine-item instrument as it stands in stories: nodes tagged `instrument`, with an item and a wave. Modules ask an item in the
// same words, but each choice has an id of its own story: an answer is the place of its words among those of the question.
import { findModule, listModules } from '$lib/content/catalogue.server';
import { toWords } from '$lib/content/html';
import { sourceLocale, type Locale } from '$lib/i18n/locales';
import { items, waves, type Programme } from '$lib/voices/programme';

/** Every question of the instrument in every module. */
export function listInstrument(): Programme['instrument'] {
	return listModules(sourceLocale).flatMap(({ slug }) => {
		const module = findModule(slug, sourceLocale);
		return Object.entries(module?.graph.nodes ?? {}).flatMap(([node, { tags = [], choices }]) => {
			const item = items.find((each) => tags.includes(each));
			if (!tags.includes('instrument') || !item) return [];
			const wave = waves.find((each) => tags.includes(each)) ?? 'after';
			const words = choices.map(({ id }) => module?.nodes[node]?.choices[id]?.label ?? id);
			// Two choices of the same words (one for each age band) are one answer.
			const distinct = [...new Set(words)];
			const answers = choices.map(({ id }, index) => [id, `a${distinct.indexOf(words[index] ?? '') + 1}`]);
			return [{ module: slug, node, item, wave, answers: Object.fromEntries(answers) }];
		});
	});
}

/** The words of an answer to an item, from any module that asks it; the answer's short name when none does any more. */
export function sayAnswer(item: string, answer: string, locale: Locale): string {
	const question = listInstrument().find((each) => each.item === item);
	const choice = Object.entries(question?.answers ?? {}).find(([, each]) => each === answer)?.[0];
	if (!question || choice === undefined) return answer;
	return toWords(findModule(question.module, locale)?.nodes[question.node]?.choices[choice]?.label ?? answer);
}
