// What the phone's page is given: plain data, so that the page can hand it to the island.
import type { Locale } from '../../i18n/locales';
import type { Key, Messages } from '../../i18n/translator';
import type { Own, PhoneView } from '../view';

export interface PhoneData {
	locale: Locale;
	messages: Messages;
	code: string;
	/** Null for a phone that has not come in yet. */
	view: PhoneView | null;
	own: Own | null;
	/** Why a form came back without what it wanted; `called` and `sent` say that it did. */
	problem: string | null;
	/** The phone asked for a moment of calm (without a script). */
	resting: boolean;
}

/** Answers that every kit asks for, in words of the interface. */
export const optionKeys: Record<string, Key> = {
	great: 'live.faceGreat',
	good: 'live.faceGood',
	meh: 'live.faceMeh',
	bad: 'live.faceBad',
	light: 'live.moodLight',
	fine: 'live.moodFine',
	mixed: 'live.moodMixed',
	heavy: 'live.moodHeavy',
	yes: 'live.scaleYes',
	rather: 'live.scaleRather',
	little: 'live.scaleLittle',
	no: 'live.scaleNo',
	pass: 'live.pass'
};

export const questionKeys: Record<string, Key> = { faces: 'live.askFaces', mood: 'live.askMood', take: 'live.askTake' };

export const animalKeys: Record<string, Key> = {
	...{
		fox: 'live.fox',
		otter: 'live.otter',
		owl: 'live.owl',
		hedgehog: 'live.hedgehog',
		badger: 'live.badger',
		hare: 'live.hare'
	},
	...{ heron: 'live.heron', lynx: 'live.lynx', mole: 'live.mole', newt: 'live.newt', stag: 'live.stag', swan: 'live.swan' },
	...{ toad: 'live.toad', wolf: 'live.wolf', wren: 'live.wren', bat: 'live.bat', bear: 'live.bear', bee: 'live.bee' },
	...{ crab: 'live.crab', crane: 'live.crane', deer: 'live.deer', duck: 'live.duck', finch: 'live.finch', frog: 'live.frog' },
	...{ goat: 'live.goat', goose: 'live.goose', horse: 'live.horse', mouse: 'live.mouse', robin: 'live.robin', seal: 'live.seal' },
	...{
		sheep: 'live.sheep',
		snail: 'live.snail',
		stork: 'live.stork',
		swift: 'live.swift',
		trout: 'live.trout',
		whale: 'live.whale'
	}
};

export const colourKeys: Record<string, Key> = {
	...{ blue: 'live.blue', red: 'live.red', green: 'live.green', yellow: 'live.yellow', white: 'live.white', black: 'live.black' },
	...{
		grey: 'live.grey',
		pink: 'live.pink',
		orange: 'live.orange',
		violet: 'live.violet',
		brown: 'live.brown',
		golden: 'live.golden'
	}
};
