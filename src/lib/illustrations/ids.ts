// The names of every picture: small enough for the browser, and all that content and components need to know of the art.

/** Expressions of a face; the same list as `Mood` in content/graph.ts, which this folder may not import. */
export const moods = ['neutral', 'happy', 'worried', 'sad', 'angry', 'thinking'] as const;
export type Mood = (typeof moods)[number];

/** The recurring cast: ten teenagers, then two adults (`coach` is Nadia, `ali` an educator). */
export const characters = [
	'lina',
	'sam',
	'karim',
	'noor',
	'tomas',
	'awa',
	'emma',
	'yusuf',
	'mila',
	'jules',
	'coach',
	'ali'
] as const;
export type CharacterId = (typeof characters)[number];

export const places = [
	'common-room',
	'dormitory',
	'camp',
	'bus',
	'schoolyard',
	'street',
	'kitchen',
	'classroom',
	'park',
	'corridor'
] as const;
/** `phone` is no place to stand in: it is the close-up of a hand-held phone. */
export type PlaceId = (typeof places)[number] | 'phone';

/** How close the camera is; the same list as `Frame` in content/graph.ts. */
export type Frame = 'wide' | 'two-shot' | 'close' | 'phone';
