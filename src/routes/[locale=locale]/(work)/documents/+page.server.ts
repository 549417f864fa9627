// What a peer expert carries and hangs up: business cards and a poster, in the languages that are ticked. Their own, or for their coach.
import { fail, redirect } from '@sveltejs/kit';
import type { Account } from '$lib/auth/account';
import { requireRole } from '$lib/auth/guards.server';
import { followPath } from '$lib/certification/path';
import { readPath } from '$lib/certification/path-facts.server';
import { checkPoster } from '$lib/certification/poster';
import { findPoster, savePoster } from '$lib/certification/posters.server';
import { readFields } from '$lib/forms/fields';
import { findGroupOfPeer, listGroupsOfCoach } from '$lib/groups/groups.server';
import { listPeers } from '$lib/groups/peers.server';
import { dayOf } from '$lib/i18n/day';
import { locales, type Locale } from '$lib/i18n/locales';
import { getInstance } from '$lib/ops/instance.server';
import { describeCards, describePosters } from './documents.server';

const sheets = ['cards', 'poster'] as const;
const sizes = ['a4', 'a3'] as const;

/** The peer experts whose documents this account may print: a coach's, or oneself. */
async function listOwn(account: Account, now: Date) {
	const { accounts } = getInstance();
	const own =
		account.role === 'coach' ? await listGroupsOfCoach(accounts, account, now) : [await findGroupOfPeer(accounts, account)];
	const groups = own.filter((group) => group !== null);
	const peers = await listPeers(
		accounts,
		groups.map(({ id }) => id)
	);
	const mine = account.role === 'coach' ? peers : peers.filter(({ id }) => id === account.id);
	return mine.map((peer) => ({ ...peer, languages: groups.find(({ id }) => id === peer.groupId)?.languages ?? [] }));
}

export const load = async (event) => {
	const account = requireRole(event, 'peer-expert', 'coach');
	const { accounts, settings } = getInstance();
	const now = new Date();
	const asked = event.url.searchParams;
	const peers = await listOwn(account, now);
	const peer = peers.find(({ id }) => id === asked.get('peer')) ?? peers[0] ?? null;
	const wanted = asked.getAll('language');
	const chosen = wanted.length > 0 ? wanted : (peer?.languages ?? []);
	const languages = locales.map(({ id }) => id).filter((id) => chosen.includes(id));
	const kinds = asked.has('sheet') ? sheets.filter((sheet) => asked.getAll('sheet').includes(sheet)) : [...sheets];
	const size = sizes.find((each) => each === asked.get('size')) ?? 'a4';
	const common = { peers: peers.map(({ id, name }) => ({ id, name })), languages, kinds, size, role: account.role };
	if (peer === null) return { ...common, peer: null, poster: null, cards: [], posters: [], done: false };
	const today = dayOf(now);
	const person = { id: peer.id, achievement: 'peer-expert' as const, paused: peer.pausedOn !== null };
	const [{ facts, badgeId }, poster] = await Promise.all([readPath(accounts, person, today), findPoster(accounts, peer.id)]);
	const view = followPath(facts, today);
	const badge = view.certified && badgeId !== null ? { id: badgeId, until: facts.award?.validUntil ?? '' } : null;
	const filled = languages.length > 0 ? languages : [event.params.locale as Locale];
	return {
		...{ ...common, poster },
		peer: { id: peer.id, name: peer.name },
		cards: kinds.includes('cards') ? describeCards(filled, settings.origin, badge) : [],
		posters:
			kinds.includes('poster') && poster?.approvedOn ? describePosters(filled, settings.origin, poster, badge !== null) : [],
		done: asked.has('done')
	};
};

export const actions = {
	default: async (event) => {
		const account = requireRole(event, 'peer-expert');
		const fields = await readFields(event.request, 'place', 'times');
		const checked = checkPoster(fields ?? {});
		if (!checked.ok)
			return fail(400, { wrong: checked.wrong, values: { place: fields?.place ?? '', times: fields?.times ?? '' } });
		await savePoster(getInstance().accounts, account.id, checked.value);
		redirect(303, `${event.url.pathname}?done`);
	}
};
