// Every interface message exists in every language, with the same parameters and the plural forms that its language needs.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { locales, sourceLocale, type Locale } from '../src/lib/i18n/locales';
import { animals, colours } from '../src/lib/live/names';
import type { Message } from '../src/lib/i18n/translator';
import { readFiles } from './rules/source';

const folder = 'content/messages';
const areas = readdirSync(`${folder}/${sourceLocale}`).map((file) => file.replace('.json', ''));

function readArea(locale: Locale, area: string): Record<string, Message> {
	return JSON.parse(readFileSync(`${folder}/${locale}/${area}.json`, 'utf8'));
}

const forms = (message: Message) => (typeof message === 'string' ? [message] : Object.values(message));
const parameters = (message: Message) => new Set(forms(message).flatMap((form) => form.match(/\{\w+\}/g) ?? []));

describe.each(locales.filter(({ id }) => id !== sourceLocale))('messages in $id', ({ id }) => {
	it.each(areas)('%s: none missing, none left over, same parameters', (area) => {
		const [source, translated] = [readArea(sourceLocale, area), readArea(id, area)];
		expect(Object.keys(translated).sort()).toEqual(Object.keys(source).sort());
		for (const [key, message] of Object.entries(source)) {
			const other = translated[key] as Message;
			// Arabic writes one and two without a number.
			for (const parameter of parameters(other)) expect(parameters(message), `${area}.${key}`).toContain(parameter);
			for (const parameter of parameters(message)) expect(parameters(other), `${area}.${key}`).toContain(parameter);
			if (typeof message !== 'object') continue;
			const needed = new Intl.PluralRules(id).resolvedOptions().pluralCategories;
			for (const category of needed) expect(other, `${area}.${key}.${category}`).toHaveProperty(category);
		}
	});
});

it('every message is used, and every key that is used exists', () => {
	const code = [...readFiles('src').values()].join('\n');
	const unused = areas.flatMap((area) =>
		Object.keys(readArea(sourceLocale, area))
			.map((key) => `${area}.${key}`)
			.filter((key) => !code.includes(key) && !dynamicKeys.some((pattern) => pattern.test(key)))
	);
	expect(unused).toEqual([]);
});

/** Keys that the code puts together, each with the file that does. */
const dynamicKeys: RegExp[] = [
	// todo-words.ts, coach/+page.svelte
	/^todo\.(title|text|why|act|answered)_/,
	// MeetingSheet.svelte, coach/plans
	/^plans\.(run|step)_/,
	// peer/told
	/^peer\.told_/,
	// PathSteps.svelte, PathNext.svelte, Ratings.svelte, charter, coach/peers/[id]/path, coordinate/certificates
	/^path\.(step|why|charter|behaviour|level|notice|wrong|role|mode|reason|of)_/,
	// Programme.svelte and every page of a training day
	/^training\.(part|programme)_/,
	// coordinate: cards, steps, faults of an import, problems of an account, reviews, acts, jobs
	/^coordinate\.(title|text|act|step|fault|problem|remedy|review|log|job)_/,
	// admin/settings
	/^admin\.rule_/,
	// Gate.svelte
	/^coach\.gate_/,
	/^work\.(role_|intensity)/,
	// src/lib/certification: by the names of achievements and answers
	/^badges\.(name|about|criteria|answer|text)_/,
	// (learn)/voices/figures.server.ts: by the ids of indicators, dimensions, categories, items and waves
	/^indicators\.(name|define|dimension|side|category|item|wave|document)_/,
	// (work)/coordinate/voices/consultations/[id]: by the names of gaps and requirements
	/^voices\.(gap|req)_/,
	// phone.ts, Door.svelte, spell-name.ts
	/^live\.(option|ask|door)_/,
	new RegExp(`^live\\.(${[...animals, ...colours].join('|')})$`)
];
