// The kits and modules of the repository as a live's content, without Vite: for tests, the model test's processes and benches.
import { readFileSync } from 'node:fs';
import { compileKits } from '../../src/lib/content/kit-compile';
import { compileAll } from '../../src/lib/content/locate';
import type { Locale } from '../../src/lib/i18n/locales';
import { createTranslator, type Messages } from '../../src/lib/i18n/translator';
import { createLiveContent, type LiveContent } from '../../src/lib/live/live-content';

let made: LiveContent | null = null;

/** Compiles once for each process (about a second). */
export function liveContent(): LiveContent {
	if (made) return made;
	const modules = new Map(compileAll('content/modules').map(({ slug, modules: found }) => [slug, found]));
	const kits = new Map(compileKits('content/kits', (slug) => modules.has(slug)).map(({ slug, kits: found }) => [slug, found]));
	made = createLiveContent({
		findKit: (slug, locale) => kits.get(slug)?.[locale] ?? null,
		findModule: (slug, locale) => modules.get(slug)?.[locale] ?? null,
		translate: (locale) => createTranslator(locale, readMessages(locale))
	});
	return made;
}

function readMessages(locale: Locale): Messages {
	return { voices: JSON.parse(readFileSync(`content/messages/${locale}/voices.json`, 'utf8')) };
}

export const samplePlan = {
	kit: 'le-groupe-s-enflamme',
	duration: 45,
	surface: 'screen',
	coachPresent: true,
	instrument: false,
	lines: true
} as const;
