// The page of a one-time link: makes the account it is for, or renews the access of one. Everything is a plain form, and the
// link's token comes in its body: an address is kept by histories, logs and whoever previews a link.
import { randomInt } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import { readInvitationLink } from '$lib/auth/invitation';
import { acceptInvitation, findInvitation, type FoundInvitation } from '$lib/auth/invitations.server';
import { judgeNames } from '$lib/auth/names';
import { offerWords, passphraseFields, takePassphrase } from '$lib/auth/new-passphrase.server';
import { hashPassphrase } from '$lib/auth/passphrase.server';
import { shortestPassphrase } from '$lib/auth/passphrase';
import { offerPseudonyms } from '$lib/auth/pseudonym';
import { stageAfterPassphrase } from '$lib/auth/second-factors.server';
import { publicRoute } from '$lib/auth/guards.server';
import { readFields } from '$lib/forms/fields';
import { getInstance } from '$lib/ops/instance.server';
import { enter } from '../enter.server';
import type { ClosedState, Offer, Problem } from './words';

const offeredPseudonyms = 6;

type OpenInvitation = Extract<FoundInvitation, { state: 'open' }>;

export const load = ({ locals }) => {
	publicRoute();
	return { signedInAs: locals.account?.name ?? null };
};

export const actions = {
	open: async ({ request }) => {
		publicRoute();
		const fields = await readFields(request, 'link');
		const token = readInvitationLink(fields?.link ?? '');
		const found = await find(token);
		return found.state === 'open' ? { token, offer: describeOffer(found) } : refuse(found.state, fields?.link);
	},
	accept: async (event) => {
		publicRoute();
		const fields = await readFields(event.request, 'token', 'pseudonym', 'username', 'name', ...passphraseFields);
		if (fields === null) return refuse('unknown');
		const { token, way, offered, pseudonym } = fields;
		const found = await find(token);
		if (found.state !== 'open') return refuse(found.state);
		const { invitation, account } = found;
		// What was written comes back, but never a passphrase of one's own.
		const kept = { way, offered, pseudonym, username: fields.username, name: fields.name };
		const again = (status: number, problem: Problem) => fail(status, { token, offer: describeOffer(found), problem, kept });
		const names = account ?? judgeNames(invitation.role, fields);
		if (typeof names === 'string') return again(400, names);
		const taken = takePassphrase(fields, invitation.role, names.username);
		if (!taken.ok) return again(400, taken.problem);
		const { accounts } = getInstance();
		const now = new Date();
		const passphraseHash = await hashPassphrase(taken.passphrase);
		const accepted = await acceptInvitation(accounts, token, { ...names, passphraseHash }, now);
		if (!accepted.ok) {
			const { reason } = accepted;
			if (reason === 'group-full') return again(409, reason);
			if (reason !== 'username-taken') return refuse(reason);
			return again(409, invitation.role === 'peer-expert' ? 'pseudonym-taken' : reason);
		}
		const stage = await stageAfterPassphrase(accounts, accepted.account);
		const onward = await enter(event, accepted.account, stage, now);
		// A coach's second factor is a choice: the page that offers it comes next, once.
		redirect(303, accepted.account.role === 'coach' && stage === 'full' ? `/${event.params.locale}/second-factor` : onward);
	}
};

function find(token: string): Promise<FoundInvitation> {
	return findInvitation(getInstance().accounts, token, new Date());
}

/** What whoever holds the link may choose from: names and words made up anew each time. */
function describeOffer({ invitation, account }: OpenInvitation): Offer {
	return {
		role: invitation.role,
		renews: account === null ? null : { name: account.name, username: account.username },
		pseudonyms: invitation.role === 'peer-expert' ? offerPseudonyms(offeredPseudonyms, (n) => randomInt(n)) : [],
		passphrase: offerWords(),
		shortest: shortestPassphrase[invitation.role]
	};
}

/** Says what became of the link: 404 for one that never was, 410 for one that is over. */
function refuse(closed: ClosedState, link = '') {
	return fail(closed === 'unknown' ? 404 : 410, { closed, link });
}
