// Everything to hand out for one group, on one page: the languages and sheets that are ticked, ready for the printer.
import { requireRole } from '$lib/auth/guards.server';
import { countCertified } from '$lib/certification/certificates.server';
import { isJoinable } from '$lib/groups/group';
import { listGroupsOfCoach } from '$lib/groups/groups.server';
import { locales } from '$lib/i18n/locales';
import { getInstance } from '$lib/ops/instance.server';
import { describeJoinCard, describePoster } from '../join-card.server';

const sheets = ['cards', 'poster'] as const;

export const load = async (event) => {
	const account = requireRole(event, 'coach');
	const now = new Date();
	const groups = (await listGroupsOfCoach(getInstance().accounts, account, now)).filter(
		({ openedAt, closedAt }) => openedAt && !closedAt
	);
	const wanted = event.url.searchParams;
	const group = groups.find(({ id }) => id === wanted.get('group')) ?? groups[0];
	const asked = wanted.getAll('language');
	const chosen = asked.length > 0 ? asked : (group?.languages ?? []);
	const languages = locales.map(({ id }) => id).filter((id) => chosen.includes(id));
	const kinds = wanted.has('sheet') ? sheets.filter((sheet) => wanted.getAll('sheet').includes(sheet)) : [...sheets];
	const certified = group ? ((await countCertified(getInstance().accounts, [group.id], now)).get(group.id) ?? 0) : 0;
	const joinable = group !== undefined && isJoinable(group, now);
	return {
		groups: groups.map(({ id, name }) => ({ id, name })),
		group: group ? { id: group.id, name: group.name, joinable } : null,
		languages,
		kinds,
		cards: group && joinable && kinds.includes('cards') ? languages.map((language) => describeJoinCard(group, language)) : [],
		posters: kinds.includes('poster') ? languages.map((language) => describePoster(language, certified)) : []
	};
};
