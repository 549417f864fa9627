// Certificates of the organisation: who waits for a signature, whose ends soon, who is on the way, who holds one.
import { requireRole } from '$lib/auth/guards.server';
import { getInstance } from '$lib/ops/instance.server';
import { listPeopleOnThePath, type PersonOnThePath } from './people.server';

const describe = ({ id, name, achievement, paused, view, record }: PersonOnThePath) => ({
	...{ id, name, achievement, paused, notice: view.notice, lastDay: view.lastDay, next: view.next?.id ?? null },
	done: view.steps.filter((step) => step.done).length,
	of: view.steps.length,
	revoked: record.facts.award?.revoked ?? false
});

export const load = async (event) => {
	const account = requireRole(event, 'coordinator');
	const people = await listPeopleOnThePath(getInstance().accounts, account.organisationId, new Date());
	const ready = people.filter(({ view }) => view.ready);
	const ending = people.filter(({ view }) => view.notice !== null && !view.ready);
	const rest = people.filter((person) => !ready.includes(person) && !ending.includes(person));
	return {
		ready: ready.map(describe),
		ending: ending.map(describe),
		onTheWay: rest.filter(({ view }) => !view.certified).map(describe),
		certified: rest.filter(({ view }) => view.certified).map(describe)
	};
};
