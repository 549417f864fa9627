// The files of a release, each written from the one frozen object: /<language>/voices/data/<release>.<kind>.
import { error } from '@sveltejs/kit';
import { publicRoute } from '$lib/auth/guards.server';
import { describeCsv, writeCsv } from '$lib/indicators/csv';
import { writeDataValueSet } from '$lib/indicators/dhis2';
import { writeWorkbook } from '$lib/indicators/workbook.server';
import type { Locale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';
import { getInstance } from '$lib/ops/instance.server';
import type { Release } from '$lib/voices/release';
import { findRelease, type Registered } from '$lib/voices/release.server';

export const prerender = false;

type Kind = 'csv' | 'csv-metadata.json' | 'xlsx' | 'dhis2.json' | 'bundle.json';

const types: Record<Kind, string> = {
	csv: 'text/csv; charset=utf-8; header=present',
	'csv-metadata.json': 'application/csvm+json',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	'dhis2.json': 'application/json',
	'bundle.json': 'application/json'
};
const named = /^([\w-]+)\.(csv|csv-metadata\.json|xlsx|dhis2\.json|bundle\.json)$/;

export const GET = async ({ params, locals }) => {
	publicRoute();
	const locale = params.locale as Locale;
	const [, id, kind] = named.exec(params.file) ?? [];
	const registered = id ? await findRelease(getInstance().voices, id) : null;
	if (registered === null) error(404, { id: locals.requestId, message: getTranslator(locale)('voices.fileNotFound') });
	const body = await write(registered, kind as Kind, locale);
	const headers = { 'content-type': types[kind as Kind], 'content-disposition': `attachment; filename="${params.file}"` };
	return new Response(body, { headers });
};

async function write({ id, release, bundle }: Registered, kind: Kind, locale: Locale): Promise<BodyInit> {
	if (kind === 'csv') return writeCsv(release);
	if (kind === 'xlsx') return new Uint8Array(await writeWorkbook(release));
	if (kind === 'dhis2.json') return JSON.stringify(writeDataValueSet(release));
	if (kind === 'bundle.json') return JSON.stringify(bundle);
	return JSON.stringify(describeCsv(release, `${id}.csv`, describeFile(release, locale), locale));
}

function describeFile({ period }: Release, locale: Locale) {
	const t = getTranslator(locale);
	return {
		title: t('indicators.fileTitle', { period }),
		notes: t('indicators.fileNotes'),
		columns: {
			OBS_VALUE: t('indicators.columnValue'),
			OBS_STATUS: t('indicators.columnStatus'),
			CONF_STATUS: t('indicators.columnConf')
		}
	};
}
