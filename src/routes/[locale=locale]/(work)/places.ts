// The places of each role, in the order of a week: the menu of the work pages.
import type { Role } from '$lib/auth/account';
import type { Locale } from '$lib/i18n/locales';
import type { Key } from '$lib/i18n/translator';
import type { IconName } from '$lib/ui/Icon.svelte';

export interface Place {
	path: string;
	icon: IconName;
	words: Key;
	/** True where only the page itself is "here", not what lies below it. */
	exact?: true;
}

const places: Record<Role, Place[]> = {
	'peer-expert': [
		{ path: 'peer', icon: 'home', words: 'peer.navPath', exact: true },
		{ path: 'units', icon: 'play', words: 'path.unitsTitle' },
		{ path: 'kits', icon: 'book', words: 'host.navKits' },
		{ path: 'lives', icon: 'film', words: 'host.navLives' },
		{ path: 'peer/plans', icon: 'calendar', words: 'peer.navPlans' },
		{ path: 'peer/seen', icon: 'eye', words: 'peer.navSeen' },
		{ path: 'documents', icon: 'print', words: 'path.documentsTitle' },
		{ path: 'help', icon: 'help', words: 'coach.navHelp' }
	],
	coach: [
		{ path: 'coach', icon: 'list', words: 'todo.nav', exact: true },
		{ path: 'coach/groups', icon: 'group', words: 'coach.navGroups' },
		{ path: 'coach/plans', icon: 'calendar', words: 'plans.nav' },
		{ path: 'kits', icon: 'book', words: 'host.navKits' },
		{ path: 'lives', icon: 'film', words: 'host.navLives' },
		{ path: 'coach/peers', icon: 'user', words: 'peer.navPeers' },
		{ path: 'coach/training', icon: 'table', words: 'training.nav' },
		{ path: 'coach/path', icon: 'check', words: 'path.title' },
		{ path: 'units', icon: 'play', words: 'path.unitsTitle' },
		{ path: 'coach/print', icon: 'print', words: 'coach.navPrint' },
		{ path: 'peer/told', icon: 'chat', words: 'coach.navTold' },
		{ path: 'help', icon: 'help', words: 'coach.navHelp' }
	],
	coordinator: [
		{ path: 'coordinate', icon: 'list', words: 'todo.nav', exact: true },
		{ path: 'coordinate/groups', icon: 'group', words: 'coordinate.groupsTitle' },
		{ path: 'coordinate/people', icon: 'user', words: 'coordinate.peopleTitle' },
		{ path: 'coordinate/training', icon: 'calendar', words: 'training.nav' },
		{ path: 'coordinate/voices', icon: 'chat', words: 'voices.navVoices' },
		{ path: 'coordinate/organisation', icon: 'home', words: 'coordinate.organisationTitle' },
		{ path: 'coordinate/certificates', icon: 'check', words: 'coordinate.certificatesTitle' },
		{ path: 'coordinate/content', icon: 'film', words: 'coordinate.contentTitle' },
		{ path: 'coordinate/help-lines', icon: 'phone', words: 'coordinate.linesTitle' },
		{ path: 'coordinate/audit', icon: 'table', words: 'coordinate.auditTitle' },
		{ path: 'coordinate/retention', icon: 'trash', words: 'coordinate.retentionTitle' }
	],
	'network-admin': [
		{ path: 'admin', icon: 'globe', words: 'admin.nav', exact: true },
		{ path: 'coordinate/content', icon: 'film', words: 'coordinate.contentTitle' },
		{ path: 'coordinate/help-lines', icon: 'phone', words: 'coordinate.linesTitle' },
		{ path: 'coordinate/audit', icon: 'table', words: 'coordinate.auditTitle' },
		{ path: 'coordinate/retention', icon: 'trash', words: 'coordinate.retentionTitle' },
		{ path: 'admin/settings', icon: 'device', words: 'admin.settingsTitle' }
	]
};

const account: Place = { path: 'account', icon: 'lock', words: 'account.navAccount' };

/** The places of a role, with their addresses. */
export function listPlaces(role: Role, locale: Locale): Place[] {
	return [...places[role], account].map(({ path, ...place }) => ({ path: `/${locale}/${path}`, ...place }));
}
