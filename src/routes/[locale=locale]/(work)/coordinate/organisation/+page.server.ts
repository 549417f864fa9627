// The organisation itself: the agreement, the safeguarding contact and procedure. Whoever saves an older version is shown both.
import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { requireRole } from '$lib/auth/guards.server';
import { readFields } from '$lib/forms/fields';
import { gateMinimum } from '$lib/groups/organisation';
import { changeOrganisation, findOrganisation } from '$lib/groups/organisations.server';
import { dayOf, isDay } from '$lib/i18n/day';
import { getInstance } from '$lib/ops/instance.server';
import { readVersion, refuse } from '../../work.server';

const line = (least: number, most: number) =>
	v.pipe(
		v.string(),
		v.trim(),
		v.maxLength(most),
		v.check((text) => text === '' || text.length >= least)
	);
const schema = v.object({
	name: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(80)),
	agreedOn: v.pipe(
		v.string(),
		v.trim(),
		v.check((text) => text === '' || isDay(text))
	),
	contact: line(gateMinimum.contact, 80),
	contactPhone: line(gateMinimum.contactPhone, 40),
	procedure: line(gateMinimum.procedure, 900)
});

export const load = async (event) => {
	const account = requireRole(event, 'coordinator');
	const organisation = await findOrganisation(getInstance().accounts, account.organisationId);
	if (organisation === null) refuse(event);
	const { name, agreedOn, contact, contactPhone, procedure, version } = organisation;
	return {
		values: { name, agreedOn: agreedOn ?? '', contact, contactPhone, procedure },
		version,
		today: dayOf(new Date()),
		done: event.url.searchParams.get('done')
	};
};

export const actions = {
	default: async (event) => {
		const account = requireRole(event, 'coordinator');
		const { accounts } = getInstance();
		const now = new Date();
		const fields = await readFields(event.request, 'name', 'agreedOn', 'contact', 'contactPhone', 'procedure', 'version');
		if (fields === null) refuse(event, 'work.checkFields', 400);
		const { version, ...values } = { ...fields, procedure: fields.procedure.replaceAll('\r\n', '\n') };
		const read = v.safeParse(schema, values);
		const wrong = (read.issues ?? []).map((issue) => String(issue.path?.[0]?.key));
		if (values.agreedOn > dayOf(now)) wrong.push('agreedOn');
		if (!read.success || wrong.length > 0) return fail(400, { wrong, values, changed: false });
		const change = { ...read.output, agreedOn: read.output.agreedOn || null };
		const seen = { id: account.organisationId, version: readVersion(version) };
		const saved = await changeOrganisation(accounts, account, seen, change, now);
		// What was typed stays, beside what stands there now: nothing is overwritten, nothing is lost.
		if (!saved.ok) return fail(409, { wrong: [], values, changed: true });
		redirect(303, `${event.url.pathname}?done=save`);
	}
};
