// How a row says who gets in, and what the others are told. One word per answer:
// open (whatever the page then says about the input), sign-in (sent to the sign-in page or its next step), forbidden (403),
// hidden (404: somebody else's and none at all look the same).
import type { Role } from '../../src/lib/auth/account';
import type { Actor, ActorName } from './actors';

export type Outcome = 'open' | 'sign-in' | 'forbidden' | 'hidden';
export type Access = (actor: Actor) => Outcome;

/** Open to all, whoever they are. */
export const everybody: Access = () => 'open';

/** Open to every account whose sign-in is complete. */
export const accounts: Access = ({ stage }) => (stage === 'full' ? 'open' : 'sign-in');

/** Open to accounts of these roles, wherever they are. */
export const rolesOnly =
	(...allowed: Role[]): Access =>
	(actor) => {
		if (actor.stage !== 'full' || actor.role === null) return 'sign-in';
		return allowed.includes(actor.role) ? 'open' : 'forbidden';
	};

/** Asked of these roles, and open to those named only: for the others of the same role the resource doesn't exist. */
export const owners =
	(allowed: Role[], ...open: ActorName[]): Access =>
	(actor) => {
		const outcome = rolesOnly(...allowed)(actor);
		return outcome === 'open' && !open.includes(actor.name) ? 'hidden' : outcome;
	};

/** The same as another, but for those named. */
export const except =
	(access: Access, others: Partial<Record<ActorName, Outcome>>): Access =>
	(actor) =>
		others[actor.name] ?? access(actor);

/** What an answer was. */
export function readOutcome(status: number, location: string | null): Outcome | 'no such method' | 'broken' {
	if (status === 405) return 'no such method';
	if (status >= 500) return 'broken';
	if (status === 403) return 'forbidden';
	if (status === 404) return 'hidden';
	return status === 303 && /^\/[a-z]{2}\/(sign-in|second-factor)(\/second-step)?(\?|$)/.test(location ?? '') ? 'sign-in' : 'open';
}
