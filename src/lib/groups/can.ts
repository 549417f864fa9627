// Who may do what with a group. Pure and a table, so that the matrix test can ask every question and a new role is a line.
import type { Account, Role } from '../auth/account';

/** `see`: counts, code and card. `manage`: renew the code, close and open. */
export const groupActions = ['see', 'manage'] as const;
export type GroupAction = (typeof groupActions)[number];

export interface GroupResource {
	readonly organisationId: string;
	readonly coachIds: readonly string[];
}

export type Actor = Pick<Account, 'id' | 'role' | 'organisationId'>;
type Rule = (actor: Actor, group: GroupResource) => boolean;

const never: Rule = () => false;
const inOrganisation: Rule = (actor, group) => actor.organisationId === group.organisationId;
const asItsCoach: Rule = (actor, group) => inOrganisation(actor, group) && group.coachIds.includes(actor.id);

const rules: Record<Role, Record<GroupAction, Rule>> = {
	'peer-expert': { see: never, manage: never },
	coach: { see: asItsCoach, manage: asItsCoach },
	coordinator: { see: inOrganisation, manage: inOrganisation },
	'network-admin': { see: never, manage: never }
};

/** True when the actor may do this with the group. */
export function can(actor: Actor, action: GroupAction, group: GroupResource): boolean {
	return rules[actor.role][action](actor, group);
}
