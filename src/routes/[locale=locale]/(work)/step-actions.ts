// Where each step of a path is taken, and by whom: one's own have a page, the others are for the coach or the coordinator to note.
import type { Achievement } from '$lib/certification/badge';
import type { StepId } from '$lib/certification/path';
import type { Key } from '$lib/i18n/translator';

interface Action {
	/** Below the language; null where somebody else takes the step. */
	path: string | null;
	words: Key;
}

const units: Action = { path: 'units', words: 'path.act_units' };
const byCoach: Action = { path: null, words: 'path.by_coach' };
const byCoordination: Action = { path: null, words: 'path.by_coordination' };
const meetings: Action = { path: 'peer/meetings', words: 'path.act_meetings' };

const actions: Record<StepId, Action> = {
	wellbeing: byCoach,
	confirmation: byCoordination,
	charter: { path: 'charter', words: 'path.act_charter' },
	units,
	disclosure: units,
	scenarios: units,
	check: units,
	days: byCoach,
	meetings,
	rubric: { path: 'peer/rubric', words: 'path.act_rubric' },
	'again-units': units,
	'again-scenarios': units,
	'again-meeting': meetings,
	'again-confirmation': byCoordination
};

/** What the button of a step says and where it leads. */
export function stepAction(locale: string, audience: Achievement, step: StepId): { href: string | null; words: Key } {
	const { path, words } =
		audience === 'coach' && step === 'days' ? { path: 'coach/training', words: 'path.act_days' as const } : actions[step];
	return { href: path && `/${locale}/${path}`, words };
}
