// Gathers the facts that the to-do rules look at, for all groups of a coach at once: a fixed number of queries, however many
// groups there are. Only here do groups, plans, training days and voices meet; each gives plain values.
import type { Account } from '$lib/auth/account';
import { listInvitations } from '$lib/auth/invitations.server';
import { followPath, type StepId } from '$lib/certification/path';
import { readPaths, type PathRecord } from '$lib/certification/path-facts.server';
import { findModule, listModules } from '$lib/content/catalogue.server';
import { toWords } from '$lib/content/html';
import { listCoachPlaces } from '$lib/groups/coaches.server';
import { findAccounts } from '$lib/groups/directory.server';
import type { Group } from '$lib/groups/group';
import { listMissing } from '$lib/groups/organisation';
import { findOrganisation } from '$lib/groups/organisations.server';
import { listPeers } from '$lib/groups/peers.server';
import { limits, type GroupFacts, type MisconceptionFact } from '$lib/groups/todo-rules';
import { addDays, dayOf } from '$lib/i18n/day';
import { sourceLocale, type Locale } from '$lib/i18n/locales';
import { countWritten } from '$lib/moderation/queue.server';
import type { Instance } from '$lib/ops/instance.server';
import { listBoosters, type Plan } from '$lib/planning/plan';
import { listPlans } from '$lib/planning/plans.server';
import { listComingDays } from '$lib/training/training-days.server';
import { listLeadingChoices, listParticipation, type LeadingChoice } from '$lib/voices/coach-list.server';

/** How far back meetings are read: the last reminder of one is due after half a year, and shown for two weeks. */
const memoryDays = 200;

export async function gatherFacts(
	{ accounts, voices, moderation }: Pick<Instance, 'accounts' | 'voices' | 'moderation'>,
	account: Account,
	groups: readonly Group[],
	locale: Locale,
	now: Date
): Promise<GroupFacts[]> {
	const ids = groups.map(({ id }) => id);
	const today = dayOf(now);
	const peers = await listPeers(accounts, ids);
	const experts = peers.map(({ id, pausedOn }) => ({ id, achievement: 'peer-expert' as const, paused: pausedOn !== null }));
	const [organisation, places, paths, invitations, plans, days, participation, leading, written] = await Promise.all([
		findOrganisation(accounts, account.organisationId),
		listCoachPlaces(accounts, ids),
		readPaths(accounts, experts, today),
		listInvitations(accounts, { groupIds: ids, roles: ['peer-expert'] }, now),
		listPlans(accounts, ids, addDays(today, -memoryDays)),
		listComingDays(accounts, account.organisationId, today),
		listParticipation(voices, ids),
		listLeadingChoices(voices, ids, limits.misconceptionShare, listRiskyChoices()),
		countWritten(moderation, ids)
	]);
	const ending = places.filter(({ until }) => until !== null && until >= today);
	const names = await findAccounts(
		accounts,
		ending.map(({ accountId }) => accountId)
	);
	const title = (slug: string) => findModule(slug, locale)?.summary.title ?? slug;
	return groups.map((group): GroupFacts => {
		const here = <Row extends { groupId: string | null }>(rows: readonly Row[]) =>
			rows.filter(({ groupId }) => groupId === group.id);
		const coaches = here(places).filter(({ until }) => until === null || until >= today);
		const own = here(plans).filter(({ state }) => state !== 'cancelled');
		const peerIds = here(peers).map(({ id }) => id);
		return {
			id: group.id,
			name: group.name,
			createdOn: dayOf(group.createdAt),
			openedOn: group.openedAt && dayOf(group.openedAt),
			closed: group.closedAt !== null,
			missing: organisation === null ? [] : listMissing(organisation, coaches.length),
			codeExpiresOn: dayOf(group.codeExpiresAt),
			sentences: written.get(group.id) ?? null,
			started: participation.has(group.id),
			peers: here(peers).map(({ id, name, pausedOn }) => ({ id, name, pausedOn, ...describeWay(paths.get(id), today) })),
			invitations: here(invitations)
				.filter(({ state, accountId }) => accountId === null && (state === 'open' || state === 'expired'))
				.map(({ id, createdAt, expiresAt }) => ({ id, sentOn: dayOf(createdAt), expiresOn: dayOf(expiresAt) })),
			misconceptions: here(leading).flatMap((choice) => describeMisconception(choice, locale)),
			plans: own.map((plan) => describePlan(plan, title)),
			boosters: listBoosters(own, addDays(today, -limits.boosterDays)).map((booster) => ({
				...booster,
				title: title(booster.kit)
			})),
			trainingDays: days.map(({ id, on, attended }) => ({
				id,
				on,
				listed: attended.filter((accountId) => peerIds.includes(accountId)).length
			})),
			substitutions: here(ending).map(({ accountId, until }) => ({ name: names.get(accountId)?.name ?? '', until: until ?? '' })),
			coaches: coaches.length,
			handover: group.handover.trim() !== ''
		};
	});
}

/** What of a peer expert's way waits for their coach. */
function describeWay(path: PathRecord | undefined, today: string) {
	if (path === undefined) return { unsignedSince: null, rubricSince: null, certificateEnds: null };
	const view = followPath(path.facts, today);
	const isMissing = (step: StepId) => view.steps.some(({ id, done }) => id === step && !done);
	const signed = path.meetings.flatMap(({ on, signedOn }) => (signedOn === null ? [] : [on]));
	return {
		unsignedSince: path.meetings.find(({ signedOn }) => signedOn === null)?.on ?? null,
		rubricSince: isMissing('rubric') && !isMissing('meetings') ? (signed.at(-1) ?? null) : null,
		certificateEnds: view.notice === null || view.ready ? null : view.lastDay
	};
}

/** Every choice that its author marked as risky. */
function listRiskyChoices(): { module: string; node: string; choice: string }[] {
	return listModules(sourceLocale).flatMap(({ slug }) =>
		Object.entries(findModule(slug, sourceLocale)?.graph.nodes ?? {}).flatMap(([node, { choices }]) =>
			choices.filter(({ risky }) => risky).map(({ id }) => ({ module: slug, node, choice: id }))
		)
	);
}

/** A choice that many took, when its author marked it as risky; in the reader's words. */
function describeMisconception(leading: LeadingChoice, locale: Locale): MisconceptionFact[] {
	const { module, node, choice, count, respondents, quarter } = leading;
	const found = findModule(module, locale);
	if (!found?.graph.nodes[node]?.choices.some(({ id, risky }) => id === choice && risky)) return [];
	const text = found.nodes[node];
	const label = toWords(text?.choices[choice]?.label ?? choice);
	return [{ module, title: found.summary.title, node, scene: text?.title ?? node, choice, label, respondents, count, quarter }];
}

function describePlan({ id, on, kit, intensity, coachPresent, state }: Plan, title: (slug: string) => string) {
	return {
		id,
		on,
		kit,
		title: title(kit),
		intensity,
		coachPresent,
		state: state === 'held' ? ('held' as const) : ('planned' as const)
	};
}
