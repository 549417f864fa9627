// Makes the two small fonts of src/styles/fonts from the full ones (run by hand after a change: `node scripts/subset-fonts.mjs`).
// Latin letters, digits and punctuation come from one font in every language, so an Arabic page adds only the Arabic letters.
import { readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';

const root = new URL('..', import.meta.url);
const source = (/** @type {string} */ name) => readFileSync(new URL(`node_modules/@fontsource-variable/${name}`, root));
const range = (/** @type {number} */ first, /** @type {number} */ last) =>
	Array.from({ length: last - first + 1 }, (_, offset) => String.fromCodePoint(first + offset)).join('');

/** No-break, figure, thin and narrow no-break spaces, zero width space, word joiner. */
const spaces = '\u00a0\u2007\u2009\u202f\u200b\u2060';
const punctuation = '‘’‚“”„‹›«»–—…•·×÷−→←€°¡¿§©±²³½¼¾';
const accents = 'àâäáãåçéèêëíìîïñóòôöõøúùûüÿýœæßÀÂÄÁÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØÚÙÛÜŸÝŒÆ';
/** The letters of Arabic with its vowel signs, and those that Persian, Dari and Pashto names add; both rows of digits. */
const arabic = `،؛؟٪٫٬ـ${range(0x621, 0x63a)}${range(0x641, 0x655)}${range(0x660, 0x669)}ٰٱپچژڤکگھہۀیېےە${range(0x6f0, 0x6f9)}`;
const joiners = '\u200c\u200d\u200e\u200f';

const fonts = [
	{
		file: 'atkinson-hyperlegible-next.woff2',
		from: 'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
		text: range(0x20, 0x7e) + spaces + punctuation + accents
	},
	{
		file: 'vazirmatn.woff2',
		from: 'vazirmatn/files/vazirmatn-arabic-wght-normal.woff2',
		text: arabic + joiners
	}
];

for (const { file, from, text } of fonts) {
	const font = await subsetFont(source(from), text, { targetFormat: 'woff2', variationAxes: { wght: { min: 400, max: 800 } } });
	writeFileSync(new URL(`src/styles/fonts/${file}`, root), font);
	console.log(`${file}: ${font.length} bytes`);
}
