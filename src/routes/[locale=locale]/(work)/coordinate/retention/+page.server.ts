import { requireRole } from '$lib/auth/guards.server';
import { getInstance } from '$lib/ops/instance.server';
import { retentionJobs } from '$lib/ops/retention';
import { listRetentionRuns } from '$lib/ops/retention.server';

/** Days in the table. */
const shown = 30;

export const load = async (event) => {
	requireRole(event, 'coordinator', 'network-admin');
	const runs = await listRetentionRuns(getInstance().accounts);
	return {
		jobs: retentionJobs.map((job) => {
			const own = runs.filter((run) => run.job === job);
			return { job, lastOn: own[0]?.day ?? null, deleted: own.reduce((sum, { deleted }) => sum + deleted, 0) };
		}),
		runs: runs.filter(({ deleted }) => deleted > 0).slice(0, shown)
	};
};
