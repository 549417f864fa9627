// One person's evidence, for the one who signs: what is done and when, sign, revoke, and the organisation's confirmation of a coach.
import { fail, redirect } from '@sveltejs/kit';
import type { Account } from '$lib/auth/account';
import { requireRole } from '$lib/auth/guards.server';
import { nameModes } from '$lib/certification/badge';
import { revokeCertificate, signCertificate } from '$lib/certification/certificates.server';
import { confirmingRoles, revocationReasons } from '$lib/certification/closed-lists';
import { noteConfirmation } from '$lib/certification/path-steps.server';
import { findKit } from '$lib/content/kits.server';
import { readFields } from '$lib/forms/fields';
import { findAccountForActor } from '$lib/groups/people.server';
import { dayOf, isDay } from '$lib/i18n/day';
import type { Locale } from '$lib/i18n/locales';
import { getInstance } from '$lib/ops/instance.server';
import { refuse } from '../../../work.server';
import { listPeopleOnThePath, type PersonOnThePath } from '../people.server';

interface PersonEvent {
	params: { id: string; locale: string };
	locals: App.Locals;
}

async function getPerson(event: PersonEvent, account: Account): Promise<PersonOnThePath> {
	const { accounts } = getInstance();
	if ((await findAccountForActor(accounts, account, event.params.id, 'certify')) === null) refuse(event);
	const people = await listPeopleOnThePath(accounts, account.organisationId, new Date());
	return people.find(({ id }) => id === event.params.id) ?? refuse(event);
}

export const load = async (event) => {
	const account = requireRole(event, 'coordinator');
	const { id, name, achievement, paused, view, record } = await getPerson(event, account);
	const { facts, meetings, details, rubric, badgeId } = record;
	const locale = event.params.locale as Locale;
	const signed = meetings.filter(({ signedOn }) => signedOn !== null);
	return {
		...{ id, name, achievement, paused, view, badgeId, reasons: revocationReasons, roles: confirmingRoles },
		modes: achievement === 'coach' ? [...nameModes].reverse() : [...nameModes],
		today: dayOf(new Date()),
		revoked: facts.award?.revoked ?? false,
		evidence: {
			dates: facts.dates,
			confirmedBy: confirmingRoles.find((role) => role === details.confirmation) ?? null,
			units: [...facts.units].sort((a, b) => a.unit.localeCompare(b.unit)),
			days: facts.days,
			meetings: signed.map(({ on, kit }) => ({ on, title: findKit(kit, locale)?.text.title ?? kit })),
			agreedOn: rubric.agreedOn,
			agreed: rubric.agreed
		},
		done: event.url.searchParams.get('done')
	};
};

export const actions = {
	confirm: async (event) => {
		const account = requireRole(event, 'coordinator');
		const person = await getPerson(event, account);
		if (person.achievement !== 'coach') refuse(event);
		const fields = await readFields(event.request, 'on', 'role', 'undo');
		const now = new Date();
		const role = confirmingRoles.find((each) => each === fields?.role);
		const on = fields?.on ?? '';
		if (!fields?.undo && (role === undefined || !isDay(on) || on > dayOf(now)))
			return fail(400, { wrong: 'confirmation' as const });
		await noteConfirmation(getInstance().accounts, account, person.id, role && !fields?.undo ? { on, role } : null, now);
		redirect(303, `${event.url.pathname}?done=save`);
	},
	sign: async (event) => {
		const account = requireRole(event, 'coordinator');
		const person = await getPerson(event, account);
		const fields = await readFields(event.request, 'name', 'seen');
		const mode = nameModes.find((each) => each === fields?.name);
		if (fields?.seen !== 'yes' || mode === undefined) return fail(400, { wrong: 'seen' as const });
		const signed = await signCertificate(getInstance().accounts, account, person, mode, new Date());
		if (!signed.ok) return fail(409, { wrong: signed.reason === 'held' ? ('held' as const) : ('not-ready' as const) });
		redirect(303, `${event.url.pathname}?done=sign`);
	},
	revoke: async (event) => {
		const account = requireRole(event, 'coordinator');
		const person = await getPerson(event, account);
		const fields = await readFields(event.request, 'badge', 'reason', 'sure');
		const reason = revocationReasons.find((each) => each === fields?.reason);
		if (fields?.sure !== 'yes' || reason === undefined) return fail(400, { wrong: 'revoke' as const });
		const held = { accountId: person.id, badgeId: fields.badge };
		if (!(await revokeCertificate(getInstance().accounts, account, held, reason, new Date())))
			return fail(409, { wrong: 'unknown' as const });
		redirect(303, `${event.url.pathname}?done=revoke`);
	}
};
