// A peer expert's path as far as this folder knows it: what is done, what is next, and why. Pure. Certification adds its steps.

export const pathSteps = ['joined', 'first-day', 'second-day', 'meet-together', 'meet-again'] as const;
export type PathStep = (typeof pathSteps)[number];

export interface PathFacts {
	/** Training days attended. */
	days: number;
	/** Meetings of the own group that took place since joining. */
	meetings: number;
}

/** Days and meetings that a certificate will ask for (certification: at least two days, two meetings led together). */
export const pathNeeds = { days: 2, meetings: 2 };

/** Every step in order, with whether it is done; the first that isn't is the next one. */
export function listPath({ days, meetings }: PathFacts): { step: PathStep; done: boolean }[] {
	const done: Record<PathStep, boolean> = {
		joined: true,
		'first-day': days >= 1,
		'second-day': days >= pathNeeds.days,
		'meet-together': meetings >= 1,
		'meet-again': meetings >= pathNeeds.meetings
	};
	return pathSteps.map((step) => ({ step, done: done[step] }));
}
