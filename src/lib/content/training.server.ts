// The server's door to training units: which there are for an audience, and one of them in one language. Apart from the
// catalogue, so that no page of young people can list one, and none waits for them.
import { units } from 'virtual:relais-training';
import type { Locale } from '$lib/i18n/locales';
import type { CompiledUnit, UnitSummary } from './graph';
import { unitsOf, type Audience, type UnitNumber } from './training';

/**
 * The units of a path, in its order. Those not translated (or not enough) are listed too, and told in French where words are
 * missing: a path lacks no step in any language. `summary.translated` says how far each is.
 */
export function listUnits(audience: Audience, locale: Locale): UnitSummary[] {
	const order: readonly UnitNumber[] = unitsOf[audience];
	return Object.values(units)
		.map(({ texts }) => texts[locale].summary)
		.filter(({ training }) => training.audience === audience)
		.sort((one, other) => order.indexOf(one.training.unit) - order.indexOf(other.training.unit));
}

/** One unit in one language (untranslated texts are in French); null when there is none. */
export function findUnit(slug: string, locale: Locale): CompiledUnit | null {
	const found = Object.hasOwn(units, slug) ? units[slug] : undefined;
	return found ? { graph: found.graph, ...found.texts[locale] } : null;
}
