// Figures of a quarter: computed, looked at with what is withheld and why, signed, frozen. And those of other countries, taken in.
// Who doesn't sign for the country reads the register and the own organisation's figures.
import { fail, redirect } from '@sveltejs/kit';
import { requireRole } from '$lib/auth/guards.server';
import { listOrganisationFacts } from '$lib/groups/facts.server';
import type { Locale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';
import { recordAct } from '$lib/ops/audit.server';
import { getInstance } from '$lib/ops/instance.server';
import { crossings } from '$lib/voices/cross-table';
import { importBundle } from '$lib/voices/federation.server';
import { isPeriod, periodOf, previousPeriod } from '$lib/voices/period';
import { listReleases, signRelease } from '$lib/voices/release.server';
import { describeCells, describeDraft, nameCrossing } from './describe-draft.server';
import { openDrafts, startJob } from './drafts.server';
import { readSigning, requireMandate } from './signer.server';

/** Countries whose releases this instance takes in. */
const countries = ['AT', 'BE', 'DE', 'FR', 'GB', 'LU', 'NL'];
const largestBundle = 20_000_000;

export const load = async (event) => {
	const account = requireRole(event, 'coordinator');
	const instance = getInstance();
	const locale = event.params.locale as Locale;
	const now = new Date();
	const asked = event.url.searchParams.get('period') ?? '';
	const period = isPeriod(asked) ? asked : previousPeriod(periodOf(now));
	const [releases, organisations, signing] = await Promise.all([
		listReleases(instance.voices),
		listOrganisationFacts(instance.accounts),
		readSigning(account)
	]);
	const { country, signs } = signing;
	const job = signs ? openDrafts(instance).find(country, period, now) : null;
	const newest = releases.find(({ source, release }) => source === '' && release.country === country);
	const area = `${country}/${account.organisationId}`;
	return {
		...{ period, signing },
		crossings: Object.keys(crossings).map((indicator) => ({ indicator, name: nameCrossing(indicator, locale) })),
		job: job?.state === 'ready' ? { state: job.state, ...describeDraft(job.draft, organisations, locale) } : job,
		own: newest && {
			period: newest.release.period,
			rows: newest.release.cells.filter((cell) => cell.area === area).map((cell) => describeCells(cell, locale))
		},
		register: releases.map(({ id, source, release }) => ({
			id,
			isOwn: source === '',
			period: release.period,
			country: release.country,
			signedOn: release.signedOn,
			signedAs: release.signedAs
		})),
		done: event.url.searchParams.get('done')
	};
};

export const actions = {
	compute: async (event) => {
		const account = requireRole(event, 'coordinator');
		const country = await requireMandate(event, account);
		const form = await event.request.formData();
		const period = String(form.get('period') ?? '');
		if (!isPeriod(period)) return fail(400, { problem: 'malformed' as const });
		const wanted = form.getAll('table').map(String);
		const tables = Object.keys(crossings).filter((indicator) => wanted.includes(indicator));
		const instance = getInstance();
		if (startJob(instance, { country, period, tables }, new Date()) && tables.length > 0)
			await recordAct(instance.accounts, account, 'release-table', `${period} ${tables.join(' ')}`, new Date());
		redirect(303, `${event.url.pathname}?period=${period}`);
	},
	sign: async (event) => {
		const account = requireRole(event, 'coordinator');
		const country = await requireMandate(event, account);
		const instance = getInstance();
		const form = await event.request.formData();
		const period = String(form.get('period') ?? '');
		const drafts = openDrafts(instance);
		const job = drafts.find(country, period, new Date());
		if (job?.state !== 'ready') return fail(409, { problem: 'no-draft' as const });
		if (form.get('confirm') !== 'yes') return fail(422, { problem: 'confirm' as const });
		const name = (await listOrganisationFacts(instance.accounts)).find(({ id }) => id === account.organisationId)?.name ?? '';
		const signedAs = getTranslator('fr')('voices.signedAs', { organisation: name }).slice(0, 160);
		const signed = await signRelease(instance.voices, job.draft, signedAs, new Date());
		if (!signed.ok) return fail(422, { problem: signed.reason });
		drafts.forget(country, period);
		await recordAct(instance.accounts, account, 'release-sign', period, new Date());
		redirect(303, `${event.url.pathname}?period=${period}&done=sign`);
	},
	import: async (event) => {
		const account = requireRole(event, 'coordinator');
		await requireMandate(event, account);
		const file = (await event.request.formData()).get('bundle');
		if (!(file instanceof File) || file.size === 0 || file.size > largestBundle)
			return fail(400, { problem: 'malformed' as const });
		const instance = getInstance();
		const imported = await importBundle(instance.voices, await file.text(), countries);
		if (!imported.ok) return fail(422, { problem: imported.reason });
		if (!imported.again) await recordAct(instance.accounts, account, 'release-import', imported.id, new Date());
		redirect(303, `${event.url.pathname}?done=${imported.again ? 'again' : 'import'}`);
	}
};
