// Goals and misconceptions of a group, in the reader's words.
import { findModule } from '$lib/content/catalogue.server';
import { toWords } from '$lib/content/html';
import { findStudioModule } from '$lib/content/studio.server';
import { isMisconception } from '$lib/groups/todo-rules';
import type { Locale } from '$lib/i18n/locales';
import type { GroupModule } from '$lib/voices/group-view';
import { listGoals, type Tally } from '../../goals';

export interface DescribedGoals {
	slug: string;
	title: string;
	goals: { id: string; words: string; first: Tally; latest: Tally | null }[];
	misconceptions: { node: string; scene: string; label: string; count: number; respondents: number }[];
}

type Later = { module: string; node: string; choice: string; count: number }[];

/** One entry per module with shown answers. */
export function describeGoals(modules: readonly GroupModule[], later: Later, locale: Locale): DescribedGoals[] {
	return modules.flatMap(({ module: slug, nodes }) => {
		const found = findModule(slug, locale);
		if (found === null || nodes.length === 0) return [];
		const first = nodes.flatMap(({ node, choices }) => choices.map((each) => ({ node, ...each })));
		const units = findStudioModule(slug)?.units ?? [];
		const goals = listGoals(
			found.graph,
			first,
			later.filter(({ module }) => module === slug)
		).map((goal) => {
			const unit = units.find(({ id }) => id === `meta.objectives.${goal.id}`);
			return { ...goal, words: unit?.translations[locale]?.text ?? unit?.source ?? goal.id };
		});
		const misconceptions = nodes.flatMap(({ node, respondents, choices }) =>
			choices.flatMap(({ choice, count }) => {
				const risky = found.graph.nodes[node]?.choices.find(({ id }) => id === choice)?.risky;
				if (!risky || !isMisconception({ respondents, count })) return [];
				const text = found.nodes[node];
				const label = toWords(text?.choices[choice]?.label ?? choice);
				return [{ node, scene: text?.title ?? node, label, count, respondents }];
			})
		);
		return [{ slug, title: found.summary.title, goals, misconceptions }];
	});
}
