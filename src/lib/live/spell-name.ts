// A phone's name in words: `fox-blue-2` becomes "Renard · bleu 2". Apart from names.ts, whose lists a phone doesn't need.
import type { Key, Translate } from '../i18n/translator';
import type { animals, colours } from './names';

export type NamePart = (typeof animals)[number] | (typeof colours)[number];

export const namePartKey = (part: NamePart): Key => `live.${part}`;

/** Names come from the server, which makes them of the parts that have words; nothing for a phone without one. */
export function spellName(name: string, t: Translate): string {
	const [animal, colour, n = ''] = name.split('-') as [NamePart, NamePart?, string?];
	return colour ? t('live.phoneName', { animal: t(namePartKey(animal)), colour: t(namePartKey(colour)), n }).trim() : '';
}
