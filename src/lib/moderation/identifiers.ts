// Finds what may identify somebody in a sentence, in French, English, Dutch and Arabic: names, handles, numbers, addresses,
// places. It helps the person who decides and never decides itself: it would rather mark too much than too little.
import { firstNames, neverNames, places } from './identifier-words';

export type IdentifierKind = 'name' | 'handle' | 'number' | 'address' | 'place';

export interface Identifier {
	kind: IdentifierKind;
	/** Offsets in UTF-16 units, end exclusive. */
	start: number;
	end: number;
}

const letter = '\\p{L}\\p{M}';
const word = `[${letter}][${letter}'’-]*`;

/** In order of trust: where two overlap, the first is kept. */
const patterns: [IdentifierKind, RegExp][] = [
	['handle', /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu],
	['handle', /(?:https?:\/\/|www\.)\S+|\b[\w-]+\.(?:com|be|net|org|fr|nl|me|gg|tv)(?:\/\S*)?\b/gi],
	['handle', /(?<![\p{L}\d])@[\p{L}\d._-]{2,}/gu],
	[
		'handle',
		/(?<![\p{L}])(?:insta(?:gram)?|snap(?:chat)?|tik ?tok|discord|whats?app|telegram|facebook|fb|messenger|سناب|انستا|إنستا|واتساب|تيك توك)\s*(?::|=|is|est|c['’]est|:?\s*هو)\s*[\p{L}\d._-]{2,}/giu
	],
	[
		'address',
		/(?<![\p{L}])(?:rue|avenue|av\.|boulevard|bd|chauss[ée]e|place|quai|all[ée]e|impasse|square)\s+(?:(?:de|du|des|de la|de l['’])\s*)?[\p{L}'’-]+(?:[\s-]+\p{Lu}[\p{L}'’-]+)*(?:[\s,]+\d{1,4}\p{L}?)?/giu
	],
	['address', /(?<![\p{L}])\p{L}*(?:straat|laan|steenweg|dreef|plein|weg|kaai|lei)\s+\d{1,4}\p{L}?/giu],
	['address', /\d{1,4}\p{L}?,?\s+(?:\p{Lu}[\p{L}'’-]+\s+){1,3}(?:street|st\.|road|rd\.|avenue|lane|square|drive)(?![\p{L}])/giu],
	['address', /(?:شارع|طريق|ساحة|حي)\s+[\p{L}\p{M}]+(?:\s+[\p{L}\p{M}]+)?(?:\s*[\d٠-٩]+)?/gu],
	['address', /(?<!\d)[1-9]\d{3}\s+\p{Lu}[\p{L}'’-]+/gu],
	['number', /(?:\+|00)?[\d٠-٩۰-۹](?:[\s./()-]?[\d٠-٩۰-۹]){3,}/gu],
	['number', /(?<![\p{L}\d])(?:chambre|kamer|room|appartement|apt|غرفة)\s*(?:n[°o]\s*)?[\d٠-٩]+/giu],
	[
		'name',
		new RegExp(
			`(?<![${letter}])(?:je m['’]appelle|mon nom est|mon pr[ée]nom est|my name is|i am called|call me|ik heet|mijn naam is|ik ben)\\s+(${word}(?:\\s+\\p{Lu}[${letter}'’-]*)*)`,
			'giu'
		)
	],
	['name', new RegExp(`(?:اسمي|إسمي|أنا اسمي|يدعونني|اسمه|اسمها)\\s+(?:هو\\s+)?(${word})`, 'gu')],
	[
		'name',
		new RegExp(
			`(?<![${letter}])(?:mme|mr|m\\.|monsieur|madame|mevrouw|meneer|mrs|ms|السيد|السيدة|الأستاذ)\\s+(\\p{L}[${letter}'’-]*)`,
			'giu'
		)
	],
	[
		'place',
		new RegExp(
			`(?<![${letter}])(?:centre|center|centrum|foyer|home|maison|école|ecole|school|internat|lyc[ée]e|athénée|ath[ée]n[ée]e|collège|institut|مركز|مدرسة)\\s+(?:d['’]accueil\\s+)?(?:de\\s+|du\\s+|des\\s+|d['’]|van\\s+|of\\s+)?(?:la\\s+|les\\s+|het\\s+)?(\\p{Lu}[${letter}'’-]+(?:[\\s-]\\p{Lu}[${letter}'’-]+)*|[\\u0600-\\u06ff]{3,})`,
			'gu'
		)
	]
];

const eachWord = new RegExp(word, 'gu');

/** The passages of a text that may identify somebody, in the order of the text, without overlaps. */
export function findIdentifiers(text: string): Identifier[] {
	const found: Identifier[] = [];
	for (const [kind, pattern] of patterns) {
		for (const match of text.matchAll(pattern)) add(found, kind, match.index, match.index + match[0].length);
	}
	for (const match of text.matchAll(eachWord)) {
		const kind = judgeWord(match[0], text.slice(0, match.index));
		if (kind) add(found, kind, match.index, match.index + match[0].length);
	}
	return found.sort((a, b) => a.start - b.start);
}

/** The text with each passage replaced by a blank: a first proposal for the one who cleans. */
export function blankIdentifiers(text: string): string {
	let cleaned = '';
	let from = 0;
	for (const { start, end } of findIdentifiers(text)) {
		cleaned += `${text.slice(from, start)}[…]`;
		from = end;
	}
	return cleaned + text.slice(from);
}

/** A word on its own: a known first name or place in any spelling, or a capital in the middle of a sentence. */
function judgeWord(word: string, before: string): IdentifierKind | null {
	const plain = normalise(word);
	if (places.has(plain)) return 'place';
	if (firstNames.has(plain)) return 'name';
	if (plain.startsWith('ال') && places.has(plain.slice(2))) return 'place';
	const begins = /(?:^|[.!?…:«“"(]\s*)$/u.test(before);
	const capital = /^\p{Lu}\p{Ll}{2,}/u.test(word);
	return capital && !begins && !neverNames.has(plain) ? 'name' : null;
}

function add(found: Identifier[], kind: IdentifierKind, start: number, end: number): void {
	if (found.every((other) => end <= other.start || start >= other.end)) found.push({ kind, start, end });
}

/** Without accents, marks and capitals; Arabic letters that are written several ways become one. */
function normalise(word: string): string {
	return word
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[أإآٱ]/g, 'ا')
		.replace(/ى/g, 'ي')
		.replace(/ة/g, 'ه')
		.toLowerCase();
}
