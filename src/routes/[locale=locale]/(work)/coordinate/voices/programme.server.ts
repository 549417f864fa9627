// Gathers what the voices are told of the programme when figures are made: plain facts from the other world and from the stories.
import { findModule, listModules } from '$lib/content/catalogue.server';
import { listGroupFacts, listOrganisationFacts } from '$lib/groups/facts.server';
import { settings } from '$lib/groups/group';
import { locales, sourceLocale } from '$lib/i18n/locales';
import type { Instance } from '$lib/ops/instance.server';
import type { Programme } from '$lib/voices/programme';
import { listInstrument } from '../../../(learn)/voices/instrument.server';

/** The programme of the instance. */
export async function gatherProgramme({ accounts }: Pick<Instance, 'accounts'>, country: string): Promise<Programme> {
	const [organisations, groups] = await Promise.all([listOrganisationFacts(accounts), listGroupFacts(accounts)]);
	const modules = listModules(sourceLocale).map(({ slug }) => slug);
	return {
		country,
		organisations: organisations.map(({ id }) => ({ id })),
		groups,
		counts: [],
		instrument: listInstrument(),
		rightsModules: modules.filter((slug) => hasTag(slug, 'rights')),
		locales: locales.map(({ id }) => id),
		settings: [...settings],
		modules
	};
}

function hasTag(module: string, tag: string): boolean {
	return Object.values(findModule(module, sourceLocale)?.graph.nodes ?? {}).some(({ tags = [] }) => tags.includes(tag));
}
