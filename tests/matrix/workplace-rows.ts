// The rows of the matrix for the workplaces of peer experts, coaches, coordinators and the network.
import type { Role } from '../../src/lib/auth/account';
import { except, owners, rolesOnly, type Access } from './access';
import type { ActorName, Cast } from './actors';
import type { Row } from './rows';

const work = '/[locale=locale]/(work)';

/** For these roles only, and the empty form of the matrix names nothing that exists: a 404, as for somebody else's. */
const namesNothing =
	(...allowed: [Role, ...Role[]]): Access =>
	(actor) => {
		const outcome = rolesOnly(...allowed)(actor);
		return outcome === 'open' ? 'hidden' : outcome;
	};

const coach: Row = { doors: { '*': rolesOnly('coach') } };
const peer: Row = { doors: { '*': rolesOnly('peer-expert') } };
const coordinator: Row = { doors: { '*': rolesOnly('coordinator') } };
const admin: Row = { doors: { '*': rolesOnly('network-admin') } };
const overseers: Row = { doors: { '*': rolesOnly('coordinator', 'network-admin') } };

const ofGroup = owners(['coach', 'coordinator'], 'coach', 'coordinator');
const ofCoordinator = owners(['coordinator'], 'coordinator');
/** The coach comes first in the cast: what is done once is gone for the coordinator. */
const onceByCoach = except(ofGroup, { coordinator: 'hidden' });

const idOf =
	(name: ActorName) =>
	({ actors }: Cast) => ({ id: actors.find((actor) => actor.name === name)?.id ?? '' });

export const workplaceRows: Record<string, Row> = {
	[`${work}/coach`]: coach,
	[`${work}/coach/groups`]: coach,
	[`${work}/coach/groups/[id]/settings`]: { params: ({ groupId }) => ({ id: groupId }), doors: { '*': ofGroup } },
	[`${work}/coach/peers`]: { doors: { GET: rolesOnly('coach'), '*': namesNothing('coach') } },
	[`${work}/coach/peers/[id]`]: {
		params: ({ leavingId }) => ({ id: leavingId }),
		doors: { '*': ofGroup, 'POST ?/leave': onceByCoach, 'POST ?/back': onceByCoach }
	},
	[`${work}/coach/plans`]: coach,
	[`${work}/coach/plans/calendar.ics`]: coach,
	[`${work}/coach/plans/new`]: { doors: { GET: rolesOnly('coach'), POST: namesNothing('coach') } },
	[`${work}/coach/plans/[id]`]: { params: ({ planId }) => ({ id: planId }), doors: { '*': owners(['coach'], 'coach') } },
	[`${work}/coach/print`]: coach,
	[`${work}/coach/training`]: { doors: { GET: rolesOnly('coach'), POST: namesNothing('coach') } },

	[`${work}/peer`]: peer,
	[`${work}/peer/kits`]: peer,
	[`${work}/peer/plans`]: peer,
	[`${work}/peer/seen`]: peer,
	[`${work}/peer/told`]: { doors: { '*': rolesOnly('peer-expert', 'coach', 'coordinator') } },

	[`${work}/coordinate`]: coordinator,
	[`${work}/coordinate/audit`]: overseers,
	[`${work}/coordinate/certificates`]: coordinator,
	[`${work}/coordinate/content`]: overseers,
	[`${work}/coordinate/groups`]: coordinator,
	[`${work}/coordinate/groups/import`]: coordinator,
	[`${work}/coordinate/groups/new`]: coordinator,
	[`${work}/coordinate/help-lines`]: overseers,
	[`${work}/coordinate/organisation`]: coordinator,
	[`${work}/coordinate/people`]: { doors: { '*': rolesOnly('coordinator'), 'POST ?/withdraw': namesNothing('coordinator') } },
	[`${work}/coordinate/people/[id]`]: { params: idOf('coach beside'), doors: { '*': ofCoordinator } },
	[`${work}/coordinate/retention`]: overseers,
	[`${work}/coordinate/training`]: coordinator,
	[`${work}/coordinate/training/calendar.ics`]: coordinator,
	[`${work}/coordinate/training/[id]`]: { params: () => ({ id: 'demo-day-1' }), doors: { '*': ofCoordinator } },

	[`${work}/admin`]: admin,
	[`${work}/admin/organisations/new`]: admin,
	[`${work}/admin/organisations/[id]`]: {
		params: ({ organisationId }) => ({ id: organisationId }),
		doors: {
			'*': rolesOnly('network-admin'),
			// Nobody is named; and the first admin closes what the second opens again.
			'POST ?/reset': namesNothing('network-admin')
		}
	},
	[`${work}/admin/settings`]: admin
};
