// Indicators that no count can tell: a coordinator records them for the country and the year, with evidence.
import { fail, redirect } from '@sveltejs/kit';
import { requireRole } from '$lib/auth/guards.server';
import { readFields } from '$lib/forms/fields';
import { readCountry } from '$lib/groups/facts.server';
import { recordedIndicators } from '$lib/indicators/definitions';
import { listRecords, recordIndicator } from '$lib/indicators/records.server';
import type { Locale } from '$lib/i18n/locales';
import { getInstance } from '$lib/ops/instance.server';
import { periodOf, yearOf } from '$lib/voices/period';
import { defineIndicator, nameIndicator } from '../../../../(learn)/voices/figures.server';

export const load = async (event) => {
	const { organisationId } = requireRole(event, 'coordinator');
	const locale = event.params.locale as Locale;
	const year = yearOf(periodOf(new Date()));
	const { accounts, voices } = getInstance();
	const records = (await listRecords(voices, await readCountry(accounts, organisationId), year)).filter(
		(record) => record.organisationId === organisationId
	);
	return {
		year,
		indicators: recordedIndicators.map(({ id, kind, number, document }) => ({
			...{ id, kind, number, document, name: nameIndicator(id, locale), definition: defineIndicator(id, locale) },
			record: records.find(({ indicator }) => indicator === id) ?? null
		})),
		done: event.url.searchParams.get('done')
	};
};

export const actions = {
	record: async (event) => {
		const { organisationId } = requireRole(event, 'coordinator');
		const fields = await readFields(event.request, 'indicator', 'value', 'evidence', 'author');
		if (fields === null) return fail(400, { indicator: '', fields: ['value'] });
		const now = new Date();
		const { accounts, voices } = getInstance();
		const input = { ...fields, country: await readCountry(accounts, organisationId), year: yearOf(periodOf(now)) };
		const recorded = await recordIndicator(voices, input, organisationId, now);
		if (!recorded.ok) return fail(422, { indicator: fields.indicator, fields: recorded.fields });
		redirect(303, `${event.url.pathname}?done=${fields.indicator}`);
	}
};
