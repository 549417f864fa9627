// Answers to closed questions before they are rows: what one respondent may send, when a batch is large enough, and how far age
// is told. Pure.
import * as v from 'valibot';

/** How something was counted: by phones, by raised hands, from paper, or by estimate. */
export const methods = ['devices', 'hands', 'paper', 'estimate'] as const;
export type Method = (typeof methods)[number];

export const occasions = ['live', 'training', 'consultation', 'other'] as const;
export type Occasion = (typeof occasions)[number];

/** The one coarse band that an answer may carry; empty where it isn't told. */
export const ageBands = ['12-13', '14-15', '16-18'] as const;

/** Always among the answers: not answering, and saying that one doesn't want to. */
export const alwaysOptions = ['skip', 'no-say'] as const;

/** The fewest respondents whose answers are taken apart together, and the most that wait for it. */
export const smallestBatch = 10;
const largestBatch = 14;

/** An age band is kept only where at least so many of a batch share it, and at least so many don't tell theirs (or all do). */
const smallestBand = 5;

const id = v.pipe(v.string(), v.maxLength(80), v.regex(/^[a-z0-9]+(?:[-:.][a-z0-9]+)*$/i));

export const submissionSchema = v.strictObject({
	form: id,
	answers: v.pipe(
		v.record(id, id),
		v.check((answers) => Object.keys(answers).length > 0 && Object.keys(answers).length <= 40)
	),
	ageBand: v.picklist(['', ...ageBands])
});

/** What one respondent sends: an option for each question. */
export type Submission = v.InferOutput<typeof submissionSchema>;

/** Where a submission counts; handed over by the route, which knows the group. */
export interface Place {
	country: string;
	organisationId: string;
	groupId: string;
}

/** The closed lists of a form: question to options, `skip` and `no-say` not named. */
export type Form = Readonly<Record<string, readonly string[]>>;

/** True when every answer is on the form's own lists. */
export function fitsForm(form: Form, answers: Record<string, string>): boolean {
	return Object.entries(answers).every(([question, option]) => {
		if (!Object.hasOwn(form, question)) return false;
		return form[question]?.includes(option) || (alwaysOptions as readonly string[]).includes(option);
	});
}

/**
 * Whether a batch of `waiting` respondents is taken apart now. Sizes 10 to 14 are equally likely, so that nobody can count on
 * being the last: at n the chance is 1 / (15 - n). `random` is uniform in 0 ≤ random < 1 and cryptographic.
 */
export function isBatchFull(waiting: number, random: number): boolean {
	if (waiting < smallestBatch) return false;
	return random < 1 / (largestBatch + 1 - waiting) || waiting >= largestBatch;
}

/**
 * The age bands as they may stand beside answers: a band shared by fewer than five of the batch is not told, nor is another one
 * where those without would otherwise be fewer than five.
 */
export function coarsenBands(bands: string[]): string[] {
	const counts = new Map<string, number>();
	for (const band of bands) counts.set(band, (counts.get(band) ?? 0) + 1);
	const silent = new Set(['']);
	const told = [...counts].filter(([band]) => band !== '').sort(([, a], [, b]) => a - b);
	const untold = () => bands.filter((band) => silent.has(band)).length;
	for (const [band, count] of told) {
		const tooFewOthers = untold() > 0 && untold() < smallestBand;
		if (count < smallestBand || tooFewOthers) silent.add(band);
	}
	return bands.map((band) => (silent.has(band) ? '' : band));
}

/** Puts a list into random order (Fisher and Yates); `randomBelow(n)` gives 0..n-1 and must be cryptographic. */
export function shuffle<T>(list: readonly T[], randomBelow: (n: number) => number): T[] {
	const shuffled = [...list];
	for (let last = shuffled.length - 1; last > 0; last--) {
		const other = randomBelow(last + 1);
		[shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
	}
	return shuffled;
}
