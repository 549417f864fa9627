// What is checked of a kit that was read: its locked steps, its minutes, its module, and the words it has people say.
import type { Locale } from '../i18n/locales';
import type { Report } from './finding';
import type { SourceKit } from './kit-source';
import type { Words } from './check-language';
import { findPhrase } from './phrases';
import { listWords, withoutMarks } from './plain-words';
import { fewestWords, listSentences, measureLevel } from './reading-level';

/** Reports what is wrong with the structure of a kit. `hasModule`: whether there is a module of that slug. */
export function checkKit(kit: SourceKit, slug: string, hasModule: (slug: string) => boolean, report: Report): void {
	const { data, locate } = kit.front;
	if (data.id !== slug) report.add('E002', locate('id'), `“id” must be the name of the folder, “${slug}”`);
	checkLocked(kit, report);
	checkMinutes(kit, report);
	const seen = new Set<string>();
	for (const { id, at } of kit.steps) {
		if (seen.has(id)) report.add('E190', at, `two steps are called “${id}”`);
		seen.add(id);
	}
	if (!hasModule(data.module)) report.add('E194', locate('module'), `there is no module “${data.module}” yet`);
}

function checkLocked({ steps }: SourceKit, report: Report): void {
	const kinds = steps.map(({ kind }) => kind);
	const expected = [
		['pre-brief', 0],
		['debrief', kinds.length - 2],
		['feedback', kinds.length - 1]
	] as const;
	for (const [kind, index] of expected) {
		if (kinds.filter((each) => each === kind).length === 1 && kinds[index] === kind) continue;
		report.add('E191', steps.at(-1)?.at ?? { line: 1, column: 1 }, `this kit has no ${kind} step in its place`);
	}
}

function checkMinutes({ front: { data, locate }, steps }: SourceKit, report: Report): void {
	for (const { id, kind, minutes, at } of steps) {
		if (minutes.length !== data.durations.length) {
			report.add('E190', at, `“${id}” has minutes for ${minutes.length} durations; this kit has ${data.durations.length}`);
			return;
		}
		if (['pre-brief', 'debrief', 'feedback'].includes(kind) && minutes.includes(0))
			report.add('E191', at, `“${id}” is locked: it takes place in every duration`);
	}
	for (const [index, duration] of data.durations.entries()) {
		const sum = steps.reduce((all, { minutes }) => all + (minutes[index] ?? 0), 0);
		if (sum !== duration) report.add('E192', locate('durations', index), `the steps of ${duration} minutes take ${sum}`);
	}
}

/** Reports phrases that blame or frighten, and words to say or to read that are too hard for the youngest of the kit. */
export function checkKitLanguage(kit: SourceKit, locale: Locale, words: Words, report: Report): void {
	for (const unit of kit.units) {
		const found = words(unit);
		const phrase = found && findPhrase(withoutMarks(found.text), locale);
		if (phrase) report.add('E156', found.at, `“${phrase.phrase}” ${phrase.tone === 'blame' ? 'blames' : 'frightens'}`);
	}
	// What the group hears and reads; what only the host does is for older readers.
	const spoken = kit.steps.flatMap(({ say, screen, question, labels }) =>
		[...say, screen, question, ...Object.values(labels)].flatMap((unit) => unit ?? [])
	);
	const found = spoken.flatMap((unit) => words(unit) ?? []);
	const sentences = found.flatMap(({ text }) => listSentences(withoutMarks(text)));
	if (!found[0] || sentences.flatMap(listWords).length < fewestWords) return;
	const level = measureLevel(sentences, locale);
	const value =
		level && (level.unit === 'ease' ? `an ease of ${level.value.toFixed(0)}` : `${level.value.toFixed(1)} words a sentence`);
	if (level?.tooHard) report.add('E160', found[0].at, `the words to say: ${value}, too hard for young people`);
}
