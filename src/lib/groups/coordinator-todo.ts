// What asks for a coordinator, from facts, in the order of weight. Pure, and gone when its fact is.

export interface CoordinatorFacts {
	/** Safeguarding contact or procedure is missing. */
	safeguarding: boolean;
	/** Names of running or prepared groups that nobody coaches. */
	withoutCoach: readonly string[];
	/** Groups that wait for nothing but somebody to open them. */
	ready: readonly string[];
	/** Titles of consultations whose answer is late, and of those that are answered within two weeks. */
	answersLate: readonly string[];
	answersSoon: readonly string[];
	/** Sentences that a coach has read and that wait for the second reading. */
	sentences: number;
	/** The last quarter's figures aren't signed, and this organisation signs. */
	figures: boolean;
	/** Names of those whose certificate waits for a signature. */
	toSign: readonly string[];
	/** Names of those whose certificate ends within three months, or has ended. */
	ending: readonly string[];
	/** Help lines that nobody has looked at for 90 days. */
	oldLines: number;
	/** Modules whose review is overdue, or asked for a change. */
	reviews: number;
	/** Training days of the last 60 days that nobody has counted. */
	uncounted: number;
}

export const coordinatorRules = [
	...(['safeguarding', 'answersLate', 'withoutCoach', 'ready', 'sentences', 'answersSoon', 'toSign'] as const),
	...(['figures', 'ending', 'uncounted', 'oldLines', 'reviews'] as const)
] as const;
export type CoordinatorRule = (typeof coordinatorRules)[number];

export interface CoordinatorCard {
	rule: CoordinatorRule;
	n: number;
	/** A few of the names it is about. */
	names: readonly string[];
}

const namesShown = 3;

/** The cards that these facts call for. */
export function listCoordinatorCards(facts: CoordinatorFacts): CoordinatorCard[] {
	return coordinatorRules.flatMap((rule) => {
		const fact = facts[rule];
		const names = Array.isArray(fact) ? (fact as readonly string[]) : [];
		const n = Array.isArray(fact) ? names.length : Number(fact);
		return n === 0 ? [] : [{ rule, n, names: names.slice(0, namesShown) }];
	});
}
