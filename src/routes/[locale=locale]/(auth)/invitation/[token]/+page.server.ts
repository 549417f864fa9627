// The page of a one-time link: makes the account it is for, or renews the access of one. Everything is a plain form.
import { randomInt } from 'node:crypto';
import { error, fail, redirect } from '@sveltejs/kit';
import { acceptInvitation, findInvitation, type FoundInvitation } from '$lib/auth/invitations.server';
import { judgeNames } from '$lib/auth/names';
import { offerWords, passphraseFields, takePassphrase } from '$lib/auth/new-passphrase.server';
import { hashPassphrase } from '$lib/auth/passphrase.server';
import { shortestPassphrase } from '$lib/auth/passphrase';
import { offerPseudonyms } from '$lib/auth/pseudonym';
import { stageAfterPassphrase } from '$lib/auth/second-factors.server';
import { publicRoute } from '$lib/auth/guards.server';
import { readFields } from '$lib/forms/fields';
import type { Locale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';
import type { Key } from '$lib/i18n/translator';
import { getInstance } from '$lib/ops/instance.server';
import { enter } from '../../enter.server';
import type { Problem } from './words';

const offeredPseudonyms = 6;

const nothingKept = { way: 'offered', offered: '', pseudonym: '', username: '', name: '' };

type OpenInvitation = Extract<FoundInvitation, { state: 'open' }>;
type Closed = Exclude<FoundInvitation['state'], 'open'>;

const closedWords: Record<Closed, Key> = {
	unknown: 'invitation.unknown',
	used: 'invitation.used',
	expired: 'invitation.expired',
	withdrawn: 'invitation.withdrawn'
};

interface LinkEvent {
	params: { locale: string; token: string };
	locals: App.Locals;
}

export const load = async (event) => {
	publicRoute();
	const { invitation, account } = await findOpen(event);
	return {
		role: invitation.role,
		renews: account === null ? null : { name: account.name, username: account.username },
		pseudonyms: invitation.role === 'peer-expert' ? offerPseudonyms(offeredPseudonyms, (n) => randomInt(n)) : [],
		offered: offerWords(),
		shortest: shortestPassphrase[invitation.role],
		signedInAs: event.locals.account?.name ?? null
	};
};

export const actions = {
	default: async (event) => {
		publicRoute();
		const { invitation, account } = await findOpen(event);
		const fields = await readFields(event.request, 'pseudonym', 'username', 'name', ...passphraseFields);
		if (fields === null) return fail(400, { problem: 'too-short' as Problem, ...nothingKept });
		const { way, offered, pseudonym } = fields;
		// What was written comes back, but never a passphrase of one's own.
		const kept = { way, offered, pseudonym, username: fields.username, name: fields.name };
		const names = account ?? judgeNames(invitation.role, fields);
		if (typeof names === 'string') return fail(400, { problem: names as Problem, ...kept });
		const taken = takePassphrase(fields, invitation.role, names.username);
		if (!taken.ok) return fail(400, { problem: taken.problem as Problem, ...kept });
		const { accounts } = getInstance();
		const now = new Date();
		const passphraseHash = await hashPassphrase(taken.passphrase);
		const accepted = await acceptInvitation(accounts, event.params.token, { ...names, passphraseHash }, now);
		if (!accepted.ok) {
			const { reason } = accepted;
			if (reason === 'group-full') return fail(409, { problem: reason as Problem, ...kept });
			if (reason !== 'username-taken') refuse(event, reason);
			return fail(409, { problem: (invitation.role === 'peer-expert' ? 'pseudonym-taken' : reason) as Problem, ...kept });
		}
		const stage = await stageAfterPassphrase(accounts, accepted.account);
		const onward = await enter(event, accepted.account, stage, now);
		// A coach's second factor is a choice: the page that offers it comes next, once.
		redirect(303, accepted.account.role === 'coach' && stage === 'full' ? `/${event.params.locale}/second-factor` : onward);
	}
};

async function findOpen(event: LinkEvent): Promise<OpenInvitation> {
	const found = await findInvitation(getInstance().accounts, event.params.token, new Date());
	return found.state === 'open' ? found : refuse(event, found.state);
}

/** Says what became of the link: 404 for one that never was, 410 for one that is over. */
function refuse({ params, locals }: LinkEvent, state: Closed): never {
	const t = getTranslator(params.locale as Locale);
	error(state === 'unknown' ? 404 : 410, { id: locals.requestId, message: t(closedWords[state]) });
}
