// Gathers what the voices are told of the programme when figures are made: plain facts from the other world and from the stories.
import { listCertified } from '$lib/certification/certified.server';
import { findModule, listModules } from '$lib/content/catalogue.server';
import { findAccounts } from '$lib/groups/directory.server';
import { listGroupFacts, listOrganisationFacts } from '$lib/groups/facts.server';
import { settings } from '$lib/groups/group';
import { locales, sourceLocale } from '$lib/i18n/locales';
import type { Instance } from '$lib/ops/instance.server';
import { countDaysHeld } from '$lib/training/training-days.server';
import { daysOf } from '$lib/voices/period';
import type { Programme } from '$lib/voices/programme';
import { listInstrument } from '../../../(learn)/voices/instrument.server';

const certificates = { 'peer-expert': 'peer-experts-certified', coach: 'coaches-certified' } as const;

/** The programme of a country, as it was in a quarter. */
export async function gatherProgramme(
	{ accounts }: Pick<Instance, 'accounts'>,
	country: string,
	period: string
): Promise<Programme> {
	const { from, to } = daysOf(period);
	const [all, groups, days, certified] = await Promise.all([
		listOrganisationFacts(accounts),
		listGroupFacts(accounts),
		countDaysHeld(accounts, from, to),
		countCertified(accounts, to.slice(0, 7))
	]);
	const organisations = all.filter((each) => each.country === country).map(({ id }) => ({ id }));
	const ids = new Set(organisations.map(({ id }) => id));
	const modules = listModules(sourceLocale).map(({ slug }) => slug);
	return {
		country,
		organisations,
		groups: groups.filter(({ organisationId }) => ids.has(organisationId)),
		counts: [
			...days.flatMap(({ organisationId, n }) => [
				{ organisationId, indicator: 'training-days', kind: 'things' as const, value: n },
				// Counts the organisation once: the country's number is how many organisations held a day.
				{ organisationId, indicator: 'capacity-building', kind: 'things' as const, value: 1 }
			]),
			...certified.map((each) => ({ ...each, kind: 'people' as const }))
		],
		instrument: listInstrument(),
		rightsModules: modules.filter((slug) => hasTag(slug, 'rights')),
		locales: locales.map(({ id }) => id),
		settings: [...settings],
		modules
	};
}

/** How many of each organisation were certified in a month; those who have left the programme aren't counted. */
async function countCertified(accounts: Instance['accounts'], month: string) {
	const held = await listCertified(accounts, month);
	const people = await findAccounts(
		accounts,
		held.map(({ accountId }) => accountId)
	);
	const counts = new Map<string, { organisationId: string; indicator: string; value: number }>();
	for (const { accountId, achievement } of held) {
		const person = people.get(accountId);
		if (!person || person.closedAt !== null) continue;
		const { organisationId } = person;
		const indicator = certificates[achievement];
		const before = counts.get(`${organisationId} ${indicator}`)?.value ?? 0;
		counts.set(`${organisationId} ${indicator}`, { organisationId, indicator, value: before + 1 });
	}
	return [...counts.values()];
}

function hasTag(module: string, tag: string): boolean {
	return Object.values(findModule(module, sourceLocale)?.graph.nodes ?? {}).some(({ tags = [] }) => tags.includes(tag));
}
