// Easy language (rule R14): what young people read on the help page and in the first two levels of the privacy notice.
import { readFileSync } from 'node:fs';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { getHelpPack } from '$lib/content/help.server';
import { locales } from '$lib/i18n/locales';
import help from '$messages/fr/help.json';
import privacy from '$messages/fr/privacy.json';
import { getNotice } from './notice';

const textOf = (level: 'short' | 'full', locale: string) => readFileSync(`content/pages/privacy/${locale}.${level}.svx`, 'utf8');
const headings = (text: string) => text.match(/^### /gm)?.length;

/** Sentences end with a stop, a question mark or a line; half sentences after a colon count as sentences of their own. */
function sentenceLengths(text: string): number[] {
	return text
		.split(/[.!?:;]\s|[.!?:;]$|\n/m)
		.map((sentence) => sentence.replace(/^[#\s-]+/, '').match(/[\p{L}\d’-]+/gu)?.length ?? 0)
		.filter((length) => length > 0);
}

const mean = (lengths: number[]) => lengths.reduce((all, length) => all + length, 0) / lengths.length;

describe('easy French', () => {
	const lines = [...getHelpPack().lines, ...getHelpPack().worry];
	const helpText = [...Object.values(help), ...lines.flatMap((line) => [line.about?.fr ?? '', ...line.whatHappens.fr])].join(
		'\n'
	);
	const privacyText = [privacy.line, textOf('short', 'fr')].join('\n');

	it.each([
		['the help page', helpText],
		['the first two levels of the privacy notice', privacyText]
	])('%s has short sentences', (_, text) => {
		const lengths = sentenceLengths(text);
		expect(lengths.length).toBeGreaterThan(20);
		expect(mean(lengths)).toBeLessThanOrEqual(10);
		expect(Math.max(...lengths)).toBeLessThanOrEqual(20);
	});
});

describe('the privacy notice', () => {
	it.each(locales.map(({ id }) => id))('is whole in %s, at every length', (locale) => {
		for (const level of ['short', 'full'] as const) {
			expect(headings(textOf(level, locale)), level).toBe(headings(textOf(level, 'fr')));
			const { body } = render(getNotice(locale, level));
			expect(body.match(/<h3/g)).toHaveLength(headings(textOf(level, locale)) ?? 0);
			expect(body).not.toContain('undefined');
		}
	});

	it('names the figures that the software keeps to', () => {
		for (const { id } of locales) {
			expect(textOf('short', id)).toContain('5');
			for (const figure of ['30', '12', '4', '5']) expect(textOf('full', id)).toContain(figure);
		}
	});
});
