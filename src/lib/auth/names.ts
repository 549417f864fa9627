// What somebody may be called here: a peer expert by a pseudonym of ours, an adult by a username and a first name.
import type { Role } from './account';
import { isPseudonym } from './pseudonym';

export interface Names {
	username: string;
	name: string;
}

export type NameProblem = 'pseudonym-missing' | 'username-shape' | 'first-name-missing';

/** Letters of any script, digits, and what e-mail addresses have; nothing that hides or turns the direction of writing. */
const usernameShape = /^[\p{L}\p{M}\p{N}._@+ -]{3,60}$/u;
const nameShape = /^[\p{L}\p{M}\p{N}.'’ -]{1,60}$/u;

/** The names that a form gives an account of this role, or what is wrong with them. */
export function judgeNames(role: Role, typed: { pseudonym: string; username: string; name: string }): Names | NameProblem {
	if (role === 'peer-expert') {
		const { pseudonym } = typed;
		return isPseudonym(pseudonym) ? { username: pseudonym, name: pseudonym } : 'pseudonym-missing';
	}
	const username = typed.username.normalize('NFKC').trim().replace(/\s+/g, ' ');
	const name = typed.name.normalize('NFC').trim();
	if (!usernameShape.test(username)) return 'username-shape';
	return nameShape.test(name) ? { username, name } : 'first-name-missing';
}
