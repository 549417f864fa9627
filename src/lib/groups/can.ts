// Who may do what with what. Pure, total and a table: actor x action x resource, so that the matrix test can ask every
// question. A new role is a column, a new kind of resource a row of its own.
import type { Account, Role } from '../auth/account';

export type Actor = Pick<Account, 'id' | 'role' | 'organisationId' | 'groupId'>;

/** Where something belongs: its organisation, and the coaches of its group where it has one. */
interface Place {
	readonly organisationId: string;
	readonly coachIds: readonly string[];
}

/** What can be asked about, and what may be done with each kind. */
export interface Resources {
	/** `see`: counts, code and card. `manage`: renew the code, close and open. `host`: lead its meetings, and see what they were. */
	group: { resource: Place & { readonly kind: 'group'; readonly id: string }; action: 'see' | 'manage' | 'host' };
	/**
	 * `reset`: a new access by a one-time link. `close`: also open again. `observe`: say what a coach saw of a peer expert (meetings led,
	 * rubric, conversation). `certify`: sign and revoke certificates, and note what the organisation confirmed.
	 */
	account: {
		resource: Place & { readonly kind: 'account'; readonly id: string; readonly role: Role };
		action: 'see' | 'reset' | 'close' | 'change-role' | 'observe' | 'certify';
	};
	/** An invitation to be, or one that was made: for which role, and where. */
	invitation: { resource: Place & { readonly kind: 'invitation'; readonly role: Role }; action: 'make' | 'see' | 'withdraw' };
}

export type Kind = keyof Resources;
export type Resource<K extends Kind = Kind> = Resources[K]['resource'];
export type Action<K extends Kind = Kind> = Resources[K]['action'];
export type GroupResource = Resource<'group'>;
export type GroupAction = Action<'group'>;

type Rule<K extends Kind> = (actor: Actor, resource: Resource<K>) => boolean;
type Rules = { [K in Kind]: Record<Action<K>, Record<Role, Rule<K>>> };

const never = () => false;
const always = () => true;
const inOrganisation = (actor: Actor, place: Place) => actor.organisationId === place.organisationId;
const asItsCoach = (actor: Actor, place: Place) => inOrganisation(actor, place) && place.coachIds.includes(actor.id);

const asItsExpert: Rule<'group'> = (actor, group) => inOrganisation(actor, group) && actor.groupId === group.id;

const themselves: Rule<'account'> = (actor, { id }) => actor.id === id;
/** Of an account or an invitation: those that a person of this role stands above. */
const above =
	(...below: Role[]) =>
	(where: (actor: Actor, place: Place) => boolean) =>
	(actor: Actor, resource: Place & { readonly role: Role }) =>
		below.includes(resource.role) && where(actor, resource);
const ownExperts = above('peer-expert')(asItsCoach);
const ownTeam = above('peer-expert', 'coach')(inOrganisation);
const ownOrganisation = above('peer-expert', 'coach', 'coordinator')(inOrganisation);
const ownAdults = above('coach', 'coordinator')(inOrganisation);
const whoeverRuns = above('coordinator', 'network-admin')(always);

const invitations: Record<Role, Rule<'invitation'>> = {
	'peer-expert': never,
	coach: ownExperts,
	coordinator: ownOrganisation,
	'network-admin': whoeverRuns
};
const notOneself =
	(rule: Rule<'account'>): Rule<'account'> =>
	(actor, account) =>
		!themselves(actor, account) && rule(actor, account);
const either =
	(...some: Rule<'account'>[]): Rule<'account'> =>
	(actor, account) =>
		some.some((rule) => rule(actor, account));

const rules: Rules = {
	group: {
		see: { 'peer-expert': never, coach: asItsCoach, coordinator: inOrganisation, 'network-admin': never },
		manage: { 'peer-expert': never, coach: asItsCoach, coordinator: inOrganisation, 'network-admin': never },
		host: { 'peer-expert': asItsExpert, coach: asItsCoach, coordinator: never, 'network-admin': never }
	},
	account: {
		see: {
			'peer-expert': themselves,
			coach: either(themselves, ownExperts),
			coordinator: either(themselves, ownOrganisation),
			'network-admin': either(themselves, whoeverRuns)
		},
		// One's own access is renewed on the account page; this is the way of who has lost it, by the person above.
		reset: { 'peer-expert': never, coach: ownExperts, coordinator: ownTeam, 'network-admin': notOneself(whoeverRuns) },
		close: {
			'peer-expert': never,
			coach: ownExperts,
			coordinator: notOneself(ownOrganisation),
			'network-admin': notOneself(whoeverRuns)
		},
		'change-role': {
			'peer-expert': never,
			coach: never,
			coordinator: notOneself(ownAdults),
			'network-admin': notOneself(whoeverRuns)
		},
		// Only who was in the room can say what they saw.
		observe: { 'peer-expert': never, coach: ownExperts, coordinator: never, 'network-admin': never },
		certify: { 'peer-expert': never, coach: never, coordinator: ownTeam, 'network-admin': never }
	},
	invitation: { make: invitations, see: invitations, withdraw: invitations }
};

/** Every kind with its actions, for tests that ask every question. */
export const actions: { readonly [K in Kind]: readonly Action<K>[] } = {
	group: ['see', 'manage', 'host'],
	account: ['see', 'reset', 'close', 'change-role', 'observe', 'certify'],
	invitation: ['make', 'see', 'withdraw']
};

/** True when the actor may do this with the resource. */
export function can<K extends Kind>(actor: Actor, action: Action<K>, resource: Resource<K> & { kind: K }): boolean {
	const byRole: Record<Role, Rule<K>> = rules[resource.kind as K][action];
	return byRole[actor.role](actor, resource);
}
