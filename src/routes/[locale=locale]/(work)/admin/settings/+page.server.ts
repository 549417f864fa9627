// The instance: what it runs with, whether it is well, and which rules of the to-do list coaches call wrong.
import { requireRole } from '$lib/auth/guards.server';
import { mostWrong, todoRules, wrongRate } from '$lib/groups/todo';
import { listTally } from '$lib/groups/todo-answers.server';
import { checkHealth } from '$lib/ops/health.server';
import { getInstance } from '$lib/ops/instance.server';

export const load = async (event) => {
	requireRole(event, 'network-admin');
	const instance = getInstance();
	const [health, tally] = await Promise.all([checkHealth(instance), listTally(instance.accounts)]);
	const { origin, port, host, trustedProxy, exitUrl, logLevel } = instance.settings;
	return {
		version: health.version,
		well: health.status === 'ok',
		demo: instance.demo,
		variables: [
			['ORIGIN', origin],
			['HOST', host],
			['PORT', String(port)],
			['TRUSTED_PROXY', trustedProxy ? '1' : '0'],
			['EXIT_URL', exitUrl ?? ''],
			['LOG_LEVEL', logLevel]
		] as [string, string][],
		rules: todoRules.map((rule) => {
			const rate = wrongRate(tally, rule);
			const answers = tally.filter((row) => row.rule === rule).reduce((sum, { count }) => sum + count, 0);
			return { rule, answers, rate, bad: rate !== null && rate > mostWrong };
		})
	};
};
