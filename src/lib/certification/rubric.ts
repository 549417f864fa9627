// Six things that a peer expert can be seen doing. Both rate alone, then they talk, then the coach writes down what they agreed.
// Pure. Words of the behaviours: `path.behaviour_<id>`.
import * as v from 'valibot';

export const behaviours = ['opens', 'asks', 'includes', 'protects', 'passes-on', 'closes'] as const;
export type Behaviour = (typeof behaviours)[number];

/** Seen not yet, with help, or without. */
export const levels = ['not-yet', 'with-help', 'alone'] as const;
export type Level = (typeof levels)[number];
export type Ratings = Record<Behaviour, Level>;

export interface Rubric {
	/** The peer expert's own ratings. */
	own: Ratings | null;
	/** The coach's. */
	coach: Ratings | null;
	agreed: Ratings | null;
	agreedOn: string | null;
}

export const emptyRubric: Rubric = { own: null, coach: null, agreed: null, agreedOn: null };

const level = v.picklist(levels);
const ratingsSchema = v.object({
	opens: level,
	asks: level,
	includes: level,
	protects: level,
	'passes-on': level,
	closes: level
});

/** Reads posted ratings; null where one is missing or unknown. */
export function readRatings(fields: Record<string, string>): Ratings | null {
	const read = v.safeParse(ratingsSchema, fields);
	return read.success ? read.output : null;
}

/** What may be done next. Nobody sees the other's ratings before both have rated: they would only copy them. */
export function rubricStage({ own, coach, agreed }: Rubric): 'rate' | 'talk' | 'agreed' {
	if (own === null || coach === null) return 'rate';
	return agreed === null ? 'talk' : 'agreed';
}

/** True when every behaviour was seen, with help at least: the rest comes with doing. */
export function isSeen(ratings: Ratings): boolean {
	return behaviours.every((behaviour) => ratings[behaviour] !== 'not-yet');
}

/** The day that counts for the path: of an agreement in which every behaviour was seen. */
export function rubricDay({ agreed, agreedOn }: Rubric): string | null {
	return agreed !== null && isSeen(agreed) ? agreedOn : null;
}
