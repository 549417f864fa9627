// Puts words to a group and its counts: titles of modules, questions and choices in the reader's language.
import { findModule } from '$lib/content/catalogue.server';
import { toWords } from '$lib/content/html';
import { formatCode } from '$lib/groups/code';
import { isJoinable, isOpen, type Group } from '$lib/groups/group';
import type { Locale } from '$lib/i18n/locales';
import type { Key } from '$lib/i18n/translator';
import type { Count } from '$lib/voices/disclosure';
import type { GroupModule } from '$lib/voices/group-view';
import { settingKeys } from './setting-keys';

export interface DescribedGroup {
	id: string;
	name: string;
	settingKey: Key;
	/** As people read it, `K7PM 3XRD`. */
	code: string;
	/** The last day of the code, in words. */
	codeUntil: string;
	joinable: boolean;
	open: boolean;
}

export interface DescribedModule {
	slug: string;
	title: string;
	started: Count;
	completed: Count;
	/** Nodes that offer a choice and have been answered often enough to be shown, in the order of the story. */
	questions: { node: string; title: string; respondents: number; choices: { id: string; label: string; count: number }[] }[];
}

export function describeGroup(group: Group, locale: Locale, now: Date): DescribedGroup {
	const { id, name, setting, code, codeExpiresAt } = group;
	const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Europe/Brussels' });
	return {
		id,
		name,
		settingKey: settingKeys[setting],
		code: formatCode(code),
		codeUntil: day.format(codeExpiresAt),
		joinable: isJoinable(group, now),
		open: isOpen(group, now)
	};
}

/** The modules with their titles. Counts of a module that this release no longer has keep its short name. */
export function describeModules(modules: GroupModule[], locale: Locale): DescribedModule[] {
	return modules.map(({ module: slug, started, completed, nodes }) => {
		const found = findModule(slug, locale);
		const questions = Object.entries(found?.graph.nodes ?? {}).flatMap(([node, { choices }]) => {
			const shown = nodes.find((candidate) => candidate.node === node);
			if (shown === undefined || choices.length < 2) return [];
			const text = found?.nodes[node];
			const counts = new Map(shown.choices.map(({ choice, count }) => [choice, count]));
			const described = choices.map(({ id }) => ({
				id,
				label: toWords(text?.choices[id]?.label ?? id),
				count: counts.get(id) ?? 0
			}));
			return [{ node, title: text?.title ?? node, respondents: shown.respondents, choices: described }];
		});
		return { slug, title: found?.summary.title ?? slug, started, completed, questions };
	});
}

/** Title of a module in a language; its short name where this release no longer has it. */
export function titleOf(slug: string, locale: Locale): string {
	return findModule(slug, locale)?.summary.title ?? slug;
}
