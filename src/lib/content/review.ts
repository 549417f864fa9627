// Expert reviews of a module, kept with it in `reviews.json`: what was decided, for which version, and why. Append-only, and
// without names: a review speaks for a role in a discipline.
import * as v from 'valibot';

export const disciplines = ['institution', 'technology', 'peer-method', 'childrens-rights', 'psychology', 'law'] as const;
export const decisions = ['accept', 'change', 'refuse'] as const;

/** Longest role and note, in characters. */
export const reviewLimits = { role: 80, note: 900 };

const reviewSchema = v.strictObject({
	/** The version of the module that was read. */
	version: v.pipe(v.number(), v.integer(), v.minValue(1)),
	discipline: v.picklist(disciplines),
	/** What the reviewer is there for ("lawyer of a youth service"), in their own words. */
	role: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(reviewLimits.role)),
	decision: v.picklist(decisions),
	on: v.pipe(v.string(), v.isoDate()),
	note: v.pipe(v.string(), v.trim(), v.maxLength(reviewLimits.note))
});

export type Review = v.InferOutput<typeof reviewSchema>;
export type Discipline = Review['discipline'];
export type Decision = Review['decision'];
export type ReviewField = 'discipline' | 'role' | 'decision' | 'on' | 'note';

export type ReadReviews = { ok: true; reviews: Review[] } | { ok: false; message: string };

/** Reads the text of a `reviews.json`; a module without one (null) has no reviews. */
export function readReviews(text: string | null): ReadReviews {
	if (text === null) return { ok: true, reviews: [] };
	let data: unknown;
	try {
		data = JSON.parse(text);
	} catch (thrown) {
		return { ok: false, message: (thrown as Error).message };
	}
	const read = v.safeParse(v.array(reviewSchema), data);
	if (read.success) return { ok: true, reviews: read.output };
	const issue = read.issues[0];
	return { ok: false, message: `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}` };
}

/** The file with one more review at its end; what stood there stays as it was. A file that can't be read is never overwritten. */
export function appendReview(text: string | null, review: Review): { ok: true; text: string } | { ok: false; message: string } {
	const read = readReviews(text);
	if (!read.ok) return read;
	return { ok: true, text: `${JSON.stringify([...read.reviews, review], null, '\t')}\n` };
}

export type CheckedReview = { ok: true; review: Review } | { ok: false; wrong: ReviewField[] };

/**
 * A posted review of a version, or the fields that are wrong. Nobody can have read a module tomorrow (`today` is an ISO date),
 * and asking for a change or refusing needs a reason.
 */
export function checkReview(fields: Record<ReviewField, string>, version: number, today: string): CheckedReview {
	// Browsers send the line ends of the web, files have those of an editor.
	const note = fields.note.replaceAll('\r\n', '\n');
	const read = v.safeParse(reviewSchema, { ...fields, note, version });
	const wrong = new Set<ReviewField>((read.issues ?? []).map((issue) => v.getDotPath(issue) as ReviewField));
	if (fields.on > today) wrong.add('on');
	if (fields.decision !== 'accept' && note.trim() === '') wrong.add('note');
	return read.success && wrong.size === 0 ? { ok: true, review: read.output } : { ok: false, wrong: [...wrong] };
}
