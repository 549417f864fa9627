// The figures as a DHIS2 data value set (Web API, /api/dataValueSets), by codes instead of identifiers of one installation. What
// isn't told is left out, never sent as 0; where it is known to be fewer than ten, a companion element says so. Pure.
import type { Release } from '../voices/release';
import { tidyRows } from './tidy';

export interface DataValueSet {
	dataElementIdScheme: 'CODE';
	orgUnitIdScheme: 'CODE';
	categoryOptionComboIdScheme: 'CODE';
	completeDate: string;
	period: string;
	dataValues: { dataElement: string; period: string; orgUnit: string; categoryOptionCombo: string; value: string }[];
}

/** The companion element of a cell that is only known to be fewer than ten. */
const fewerSuffix = '_LT10';

export function writeDataValueSet(release: Release): DataValueSet {
	const values = tidyRows(release).flatMap((row) => {
		const fewer = row.OBS_VALUE === null && row.CONF_STATUS === 'S';
		if (row.OBS_VALUE === null && !fewer) return [];
		const element = codeOf(`RELAIS_${row.INDICATOR}`);
		return [
			{
				dataElement: fewer ? `${element}${fewerSuffix}` : element,
				period: dhis2Period(row.TIME_PERIOD),
				orgUnit: row.REF_AREA.replace('/', '_'),
				categoryOptionCombo: row.DIMENSION === '_T' ? 'default' : codeOf(`${row.DIMENSION}_${row.CATEGORY}`),
				value: fewer ? 'true' : String(row.OBS_VALUE)
			}
		];
	});
	const period = dhis2Period(tidyRows(release)[0]?.TIME_PERIOD ?? '');
	return {
		...{ dataElementIdScheme: 'CODE', orgUnitIdScheme: 'CODE', categoryOptionComboIdScheme: 'CODE' },
		...{ completeDate: release.signedOn, period, dataValues: values }
	};
}

/** `2026-Q4` is written `2026Q4` there. */
export function dhis2Period(period: string): string {
	return period.replace('-', '');
}

/** A DHIS2 code: capitals, digits and underscores, 50 at most. Longer ones keep their beginning and a digest of the whole. */
export function codeOf(text: string): string {
	const code = text.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
	if (code.length <= 45) return code;
	let digest = 0;
	for (const character of text) digest = (digest * 31 + (character.codePointAt(0) ?? 0)) % 2 ** 32;
	return `${code.slice(0, 36)}_${digest.toString(36).toUpperCase()}`;
}
