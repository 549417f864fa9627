// One sprite per character: a symbol for each mood, and the parts that all moods share drawn once (`#base`, reused by <use>).
// The nested <use> stays inside the file, which browsers resolve against that file. Build time only: needs DiceBear and SVGO.
import * as openPeeps from '@dicebear/open-peeps';
import { createAvatar } from '@dicebear/core';
import { optimize, type Config } from 'svgo';
import { drawBody } from './body';
import { faces, ink, type Look } from './cast';
import { moods, type PlaceId } from './ids';

/** x, y, width and height of every bust: the same for all, so that people keep one scale; its lower edge cuts the shoulders. */
const bustBox = '0 -16 704 776';

// `neutral` is the attentive face of the set with a calmer mouth of ours: its smile would be out of place in a hard scene.
const mouthOfSmile = /M146\.6 241[^Z]*Z/;
const calmMouth = 'M146.6 241c-7-1-14-3-20-7-6-4-3-13 4-11 16 4 38 3 54-4 8-3 12 6 6 10-13 9-29 13-44 12Z';

const optimisation: Config = {
	multipass: true,
	floatPrecision: 0,
	plugins: [
		{
			name: 'preset-default',
			params: { overrides: { cleanupIds: false, removeHiddenElems: false, removeUselessStrokeAndFill: false } }
		}
	]
};

/** The parts that DiceBear draws for a look, each in the coordinates of the 704-unit frame. */
function drawParts(look: Look, face: (typeof faces)[keyof typeof faces]) {
	const svg = createAvatar(openPeeps, {
		clip: false,
		head: [look.head],
		face: [face],
		skinColor: [look.skin.slice(1)],
		clothingColor: [(look.wrap ?? look.clothes).slice(1)],
		headContrastColor: look.hair ? [look.hair.slice(1)] : [],
		maskProbability: 0,
		accessories: look.glasses ? [look.glasses] : [],
		accessoriesProbability: look.glasses ? 100 : 0,
		facialHair: look.beard ? [look.beard] : [],
		facialHairProbability: look.beard ? 100 : 0
	}).toString();
	// The symbol sets ink and fill rule once for all.
	const plain = svg.replaceAll(/ (?:fill="#000"|(?:fill|clip)-rule="evenodd")|<\/svg>/g, '');
	const [, head, features, beard, , glasses] = plain.split(/(?=<g transform="(?:matrix\(\.99789|translate\())/);
	if (!head || !features || beard === undefined || glasses === undefined)
		throw new Error('Open Peeps changed its drawing: adapt drawParts in src/lib/illustrations/sprite.ts.');
	return { head, features, beard, glasses };
}

/** The SVG sprite of a character; deterministic. */
export function drawSprite(look: Look): string {
	const { head, beard, glasses } = drawParts(look, faces.neutral);
	const symbols = moods.map((mood) => {
		let { features } = drawParts(look, faces[mood]);
		if (mood === 'neutral') features = features.replace(mouthOfSmile, calmMouth);
		return `<symbol id="${mood}" viewBox="${bustBox}" preserveAspectRatio="xMidYMax" fill="${ink}" stroke="none" fill-rule="evenodd"><use href="#base"/>${features}</symbol>`;
	});
	const base = `<g id="base">${drawBody(look)}${head}${beard}${glasses}</g>`;
	const svg = `<svg xmlns="http://www.w3.org/2000/svg"><defs>${base}</defs>${symbols.join('')}</svg>`;
	return optimize(svg, optimisation).data;
}

/** The SVG of a place as one symbol. A crop keeps its lower edge, where people stand; a phone keeps its upper edge. */
export function drawPlace(id: PlaceId, source: string): string {
	const svg = optimize(source, optimisation).data;
	const [, attributes, content] = /^<svg xmlns="[^"]*"([^>]*)>(.*)<\/svg>$/s.exec(svg) ?? [];
	if (!attributes || !content) throw new Error(`places/${id}.svg has no <svg xmlns viewBox> around its drawing.`);
	const crop = id === 'phone' ? 'xMidYMin slice' : 'xMidYMax slice';
	return `<svg xmlns="http://www.w3.org/2000/svg"><symbol id="place"${attributes} preserveAspectRatio="${crop}">${content}</symbol></svg>`;
}
