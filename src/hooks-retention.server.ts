// The jobs that delete what is past its time, from the folders that own it (what they deleted: /coordinate/retention).
import { forgetAwards } from '$lib/certification/badges.server';
import { forgetEvidence } from '$lib/certification/path-facts.server';
import { forgetPastPlaces } from '$lib/groups/coaches.server';
import { forgetPeers } from '$lib/groups/peers.server';
import { forgetAnswers } from '$lib/groups/todo-answers.server';
import { addDays, dayOf } from '$lib/i18n/day';
import { forgetStatements } from '$lib/moderation/queue.server';
import { forgetAudit } from '$lib/ops/audit.server';
import type { Instance } from '$lib/ops/instance.server';
import type { RetentionJob } from '$lib/ops/retention.server';
import { forgetPlans } from '$lib/planning/plans.server';
import { forgetRemovedDays } from '$lib/training/training-days.server';

/** A substitution that is over stays listed for a month: whoever asks why a group was seen finds the answer. */
const pastPlaceDays = 30;

export function listRetentionJobs({ accounts, moderation }: Pick<Instance, 'accounts' | 'moderation'>): RetentionJob[] {
	return [
		{ name: 'audit', run: (now) => forgetAudit(accounts, now) },
		{ name: 'answers', run: (now) => forgetAnswers(accounts, dayOf(now)) },
		{ name: 'places', run: (now) => forgetPastPlaces(accounts, addDays(dayOf(now), -pastPlaceDays)) },
		{ name: 'days', run: (now) => forgetRemovedDays(accounts, now) },
		{ name: 'plans', run: (now) => forgetPlans(accounts, dayOf(now)) },
		{ name: 'peers', run: (now) => forgetPeers(accounts, now) },
		{ name: 'awards', run: (now) => forgetAwards(accounts, now) },
		{ name: 'evidence', run: (now) => forgetEvidence(accounts, dayOf(now)) },
		{ name: 'statements', run: (now) => forgetStatements(moderation, now) }
	];
}
