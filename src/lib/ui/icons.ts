// Path data of the stroke icons (24 x 24 grid, 2.2 wide round ink). Two lists, because an island carries what it may draw:
// these are for islands and pages; those of `page-icons.ts` are for pages only and never reach a phone as script.

/** A filled dot is a stroke of no length: `h0`. */
export const icons = {
	again: 'M4 12a8 8 0 1 0 2.6-5.9L4 8.5M4 3.5v5h5',
	back: 'M20 12H5m6.5-6.5L5 12l6.5 6.5',
	chat: 'M4 5h16v11h-8.5L7 20v-4H4z',
	check: 'm4.5 12.5 5 5 10-11',
	eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 14.6a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2z',
	help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M9.6 9.5a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.2.9-1.2 1.7v.2m0 3h0',
	listen: 'M4 9.5v5h3.5l4.5 4v-13l-4.5 4zM15.5 9a4 4 0 0 1 0 6m2.5-8.5a7.5 7.5 0 0 1 0 11',
	next: 'M4 12h15m-6.5-6.5L19 12l-6.5 6.5',
	pause: 'M9 5.5v13m6-13v13',
	play: 'M8 5v14l11-7z',
	stop: 'M7 7h10v10H7z'
} as const;

/** Icons that point along the line of reading, and the question mark, which Arabic script turns. */
export const mirrored: ReadonlySet<string> = new Set([
	'back',
	'chat',
	'exit',
	'help',
	'list',
	'listen',
	'next',
	'pencil',
	'send'
]);

/** Solid shapes: what a player's buttons look like everywhere. */
export const filled: ReadonlySet<string> = new Set(['play', 'stop']);
