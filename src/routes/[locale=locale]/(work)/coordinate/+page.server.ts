// The coordinator's first screen: what asks for them, and, while the organisation begins, the steps of the beginning.
import { requireRole } from '$lib/auth/guards.server';
import { countMostPeers, listGroups, listGroupsWithoutCoach } from '$lib/groups/group-list.server';
import { listCoordinatorCards } from '$lib/groups/coordinator-todo';
import { hasContact, hasProcedure, listOnboarding } from '$lib/groups/organisation';
import { countGroups, findOrganisation } from '$lib/groups/organisations.server';
import { addDays, dayOf } from '$lib/i18n/day';
import { getInstance } from '$lib/ops/instance.server';
import { countTrainingDays, countUncounted } from '$lib/training/training-days.server';
import { refuse } from '../work.server';
import { listPeopleOnThePath } from './certificates/people.server';
import { countModulesToLookAt } from './content/module-reviews.server';
import { countOldLines } from './help-lines/old-lines.server';
import { gatherVoicesFacts } from './voices-facts.server';

/** How far back an uncounted training day is asked for. */
const uncountedDays = 60;

export const load = async (event) => {
	const account = requireRole(event, 'coordinator');
	const { accounts } = getInstance();
	const now = new Date();
	const today = dayOf(now);
	const { organisationId } = account;
	const organisation = await findOrganisation(accounts, organisationId);
	if (organisation === null) refuse(event);
	const safeguarding = !hasContact(organisation) || !hasProcedure(organisation);
	const preparing = {
		sort: 'name' as const,
		descending: false,
		page: 1,
		search: '',
		filters: { state: 'preparing', setting: '' }
	};
	const [counts, withoutCoach, peers, days, uncounted, waiting, voices, people] = await Promise.all([
		countGroups(accounts, organisationId),
		listGroupsWithoutCoach(accounts, organisationId),
		countMostPeers(accounts, organisationId),
		countTrainingDays(accounts, organisationId),
		countUncounted(accounts, organisationId, addDays(today, -uncountedDays), today),
		listGroups(accounts, organisationId, preparing, 20, now),
		gatherVoicesFacts(account, event.params.locale, now),
		listPeopleOnThePath(accounts, organisationId, now)
	]);
	const ready = safeguarding ? [] : waiting.rows.filter(({ coachIds }) => coachIds.length > 0);
	const steps = listOnboarding({ organisation, ...counts, peers, dates: days });
	const cards = listCoordinatorCards({
		safeguarding,
		withoutCoach: withoutCoach.map(({ name }) => name),
		ready: ready.map(({ name }) => name),
		toSign: people.filter(({ view }) => view.ready).map(({ name }) => name),
		ending: people.filter(({ view }) => view.notice !== null && !view.ready).map(({ name }) => name),
		oldLines: countOldLines(now),
		reviews: countModulesToLookAt(today),
		uncounted,
		...voices.facts
	});
	const first = { withoutCoach: withoutCoach[0]?.id ?? null, ready: ready[0]?.id ?? null, ...voices.first, due: voices.due };
	return { organisationName: organisation.name, steps, cards, first, groups: counts.groups };
};
