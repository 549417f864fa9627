// Where the review of a module stands, from its recorded decisions. Pure. No decision is ever invented: none recorded reads "none".
import { disciplines, type Discipline, type ReadReviews } from '$lib/content/review';
import { addDays } from '$lib/i18n/day';

export type ReviewState = 'none' | 'unreadable' | 'refused' | 'change' | 'overdue' | 'partly' | 'accepted';

/** A decision is looked at again after so many days. */
const reviewDays = 365;

export interface ReviewSummary {
	state: ReviewState;
	/** Disciplines whose last decision on this version accepts it. */
	accepted: Discipline[];
	/** The day by which somebody should look again; null without a decision on this version. */
	reviewBy: string | null;
}

/** What the decisions on a version of a module add up to, on a day. */
export function summariseReviews(read: ReadReviews, version: number, today: string): ReviewSummary {
	if (!read.ok) return { state: 'unreadable', accepted: [], reviewBy: null };
	const last = new Map<Discipline, { decision: string; on: string }>();
	for (const review of read.reviews) if (review.version === version) last.set(review.discipline, review);
	const decisions = [...last.values()];
	const accepted = disciplines.filter((discipline) => last.get(discipline)?.decision === 'accept');
	const oldest = decisions.map(({ on }) => on).sort()[0];
	const reviewBy = oldest === undefined ? null : addDays(oldest, reviewDays);
	return { state: stateOf(), accepted, reviewBy };

	function stateOf(): ReviewState {
		if (reviewBy === null) return 'none';
		if (decisions.some(({ decision }) => decision === 'refuse')) return 'refused';
		if (decisions.some(({ decision }) => decision === 'change')) return 'change';
		if (reviewBy < today) return 'overdue';
		return accepted.length === disciplines.length ? 'accepted' : 'partly';
	}
}

/** States that ask for somebody to act. */
export function needsLook(state: ReviewState): boolean {
	return state === 'overdue' || state === 'change' || state === 'refused' || state === 'unreadable';
}
