// What each character looks like, as data for Open Peeps (art by Pablo Stanley, CC0 1.0, https://www.openpeeps.com/, through
// DiceBear). Build time only: the browser knows the characters by their ids alone (ids.ts).
import type { Options } from '@dicebear/open-peeps';
import type { CharacterId, Mood } from './ids';

type Head = NonNullable<Options['head']>[number];
export type Face = NonNullable<Options['face']>[number];

export interface Look {
	head: Head;
	skin: string;
	clothes: string;
	/** Colour of a turban or hair band where it isn't that of the clothes. */
	wrap?: string;
	garment: 'tee' | 'hoodie' | 'stripes' | 'collar' | 'lanyard';
	/** Second colour of the garment. */
	trim?: string;
	/** Colour of the hair or under-scarf, for the heads that have one; other hair is ink. */
	hair?: string;
	glasses?: NonNullable<Options['accessories']>[number];
	beard?: NonNullable<Options['facialHair']>[number];
}

/** Ink of every outline; also the colour of black hair, so that people and places share one line. */
export const ink = '#1b1b2f';

const skin = {
	deep: '#7f5140',
	dark: '#98613d',
	brown: '#b57144',
	tan: '#cf935f',
	olive: '#e2b184',
	fair: '#f6cfae',
	pale: '#fde0c8'
};

const cloth = {
	coral: '#e8663d',
	leaf: '#2f7f6b',
	indigo: '#2b2d77',
	periwinkle: '#6478e0',
	purple: '#a24fc4',
	yellow: '#ffd166',
	sky: '#8fcfc9',
	paper: '#fffdf8'
};

export const cast: Record<CharacterId, Look> = {
	lina: { head: 'hijab', hair: cloth.leaf, skin: skin.tan, clothes: cloth.leaf, garment: 'tee' },
	sam: { head: 'short3', skin: skin.pale, clothes: cloth.yellow, garment: 'tee' },
	karim: { head: 'shaved2', skin: skin.brown, clothes: cloth.periwinkle, garment: 'hoodie' },
	noor: { head: 'medium3', skin: skin.olive, clothes: cloth.coral, garment: 'stripes', trim: cloth.paper, glasses: 'glasses2' },
	tomas: { head: 'short4', hair: '#c98a3c', skin: skin.fair, clothes: cloth.leaf, garment: 'hoodie' },
	awa: { head: 'afro', skin: skin.deep, clothes: cloth.coral, garment: 'tee' },
	emma: { head: 'bangs', hair: '#b5502d', skin: skin.pale, clothes: cloth.sky, garment: 'stripes', trim: cloth.indigo },
	yusuf: { head: 'turban', wrap: cloth.coral, skin: skin.dark, clothes: cloth.yellow, garment: 'collar', trim: cloth.paper },
	mila: { head: 'bun', skin: skin.tan, clothes: cloth.purple, garment: 'tee' },
	jules: { head: 'twists', skin: skin.dark, clothes: cloth.sky, garment: 'hoodie' },
	coach: { head: 'grayMedium', hair: '#6d2f5b', skin: skin.olive, clothes: cloth.indigo, garment: 'lanyard', trim: cloth.yellow },
	ali: { head: 'short2', skin: skin.brown, clothes: cloth.paper, garment: 'collar', trim: cloth.sky, beard: 'full' }
};

/** The Open Peeps face of each mood. Nobody is drawn as a monster: the fierce faces of the set stay unused. */
export const faces: Record<Mood, Face> = {
	neutral: 'smile',
	happy: 'calm',
	worried: 'concerned',
	sad: 'solemn',
	angry: 'veryAngry',
	thinking: 'suspicious'
};
