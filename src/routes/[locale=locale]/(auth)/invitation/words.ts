// What a link offers, and which words say what is wrong with it, and at which field.
import type { Role } from '$lib/auth/account';
import type { InvitationState } from '$lib/auth/invitation';
import type { NameProblem } from '$lib/auth/names';
import type { PassphraseProblem } from '$lib/auth/passphrase';
import type { Key } from '$lib/i18n/translator';

export interface Offer {
	role: Role;
	/** The account that gets a new access; null where one is made. */
	renews: { name: string; username: string } | null;
	pseudonyms: string[];
	passphrase: string;
	/** Fewest characters of a passphrase of one's own. */
	shortest: number;
}

/** What was written, to be shown again beside what is wrong with it. */
export interface Kept {
	way: string;
	offered: string;
	pseudonym: string;
	username: string;
	name: string;
}

export type ClosedState = Exclude<InvitationState, 'open'> | 'unknown';

export const closedWords: Record<ClosedState, Key> = {
	unknown: 'invitation.unknown',
	used: 'invitation.used',
	expired: 'invitation.expired',
	withdrawn: 'invitation.withdrawn'
};

export type Problem = NameProblem | PassphraseProblem | 'different' | 'username-taken' | 'pseudonym-taken' | 'group-full';

export const wordsOf: Record<Problem, Key> = {
	'pseudonym-missing': 'invitation.pseudonymMissing',
	'pseudonym-taken': 'invitation.pseudonymTaken',
	'username-shape': 'invitation.usernameShape',
	'username-taken': 'invitation.usernameTaken',
	'first-name-missing': 'invitation.firstNameMissing',
	'group-full': 'invitation.groupFull',
	'too-short': 'invitation.tooShort',
	'too-long': 'invitation.tooLong',
	simple: 'invitation.simple',
	'like-name': 'invitation.likeName',
	common: 'invitation.common',
	different: 'invitation.different'
};

export const roleWords: Record<Role, Key> = {
	'peer-expert': 'invitation.rolePeerExpert',
	coach: 'invitation.roleCoach',
	coordinator: 'invitation.roleCoordinator',
	'network-admin': 'invitation.roleNetworkAdmin'
};

/** The field that a problem stands at; null where it is about the whole. */
export function problemField(problem: Problem): 'username' | 'name' | 'passphrase' | null {
	if (problem.startsWith('username')) return 'username';
	if (problem === 'first-name-missing') return 'name';
	return problem.startsWith('pseudonym') || problem === 'group-full' ? null : 'passphrase';
}
