// What a phone is called in a live: an animal and a colour, given by the server, so that nobody types a name. A coach who was
// called finds the person by it.

export const animals = [
	...['fox', 'otter', 'owl', 'hedgehog', 'badger', 'hare', 'heron', 'lynx', 'mole', 'newt', 'stag', 'swan'],
	...['toad', 'wolf', 'wren', 'bat', 'bear', 'bee', 'crab', 'crane', 'deer', 'duck', 'finch', 'frog'],
	...['goat', 'goose', 'horse', 'mouse', 'robin', 'seal', 'sheep', 'snail', 'stork', 'swift', 'trout', 'whale']
] as const;
export const colours = [
	'blue',
	'red',
	'green',
	'yellow',
	'white',
	'black',
	'grey',
	'pink',
	'orange',
	'violet',
	'brown',
	'golden'
] as const;

/** How many phones a live can have: more than any room, few enough that names stay short. */
export const mostPhones = 2_400;

/**
 * The name of the nth phone (from 0): all different for the first 432, then with a number. `turn` shuffles the order per live,
 * so that a name says nothing about who came first.
 */
export function nameOf(n: number, turn: number): string {
	const all = animals.length * colours.length;
	// 61 shares no factor with 432: every name comes up once before one comes back.
	const at = ((n % all) * 61 + turn) % all;
	const animal = animals[at % animals.length];
	const colour = colours[(Math.floor(at / animals.length) + at) % colours.length];
	const round = Math.floor(n / all);
	return round === 0 ? `${animal}-${colour}` : `${animal}-${colour}-${round + 1}`;
}
