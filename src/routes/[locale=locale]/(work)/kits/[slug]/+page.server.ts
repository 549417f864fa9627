// One kit: its script, to read and to print, and the form that makes a live of it. The server refuses a kit of intensity 2 or 3
// without a coach present, whatever the form says.
import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { requireRole, requireUser } from '$lib/auth/guards.server';
import type { Account, Role } from '$lib/auth/account';
import { stepsOf } from '$lib/content/kit';
import { findKit } from '$lib/content/kits.server';
import { readFields } from '$lib/forms/fields';
import { listHostedGroups } from '$lib/groups/groups.server';
import type { Locale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';
import { checkPlan, planSchema } from '$lib/live/plan';
import { createLive } from '$lib/live/lives.server';
import { getInstance } from '$lib/ops/instance.server';
import { listQuestions } from '../../asked.server';

/** Where each role sets a date for a meeting. */
const planPages: Partial<Record<Role, (locale: string) => string>> = {
	coach: (locale) => `/${locale}/coach/plans/new`,
	'peer-expert': (locale) => `/${locale}/peer/plans`
};

export const load = async (event) => {
	const account = requireUser(event);
	const { kit, text } = getKit(event);
	const minutes = Number(event.url.searchParams.get('minutes'));
	const duration = kit.durations.includes(minutes) ? minutes : (kit.durations[0] ?? 45);
	const steps = stepsOf(kit, duration).map(({ id, kind, time }) => ({ id, kind, time, text: text.steps[id] }));
	const { take: _, items: __, steps: ___, ...words } = text;
	const groups = await listHosted(account);
	const questions = groups.length > 0 ? await listQuestions(account.organisationId) : [];
	const { locale } = event.params;
	return {
		...{ kit, words, steps, duration, groups },
		questions: questions.map(({ consultation, title, question }) => ({
			id: consultation,
			title: title[locale] ?? '',
			question: question[locale] ?? ''
		})),
		plans: planPages[account.role]?.(locale) ?? null
	};
};

export const actions = {
	default: async (event) => {
		const account = requireRole(event, 'coach', 'peer-expert');
		const { kit } = getKit(event);
		const fields = await readFields(event.request, 'group', 'duration', 'surface', 'coach', 'instrument', 'lines', 'asked');
		const questions = fields?.asked ? await listQuestions(account.organisationId) : [];
		const asked = questions.find(({ consultation }) => consultation === fields?.asked);
		const group = (await listHosted(account)).find(({ id }) => id === fields?.group);
		const plan = v.safeParse(planSchema, {
			...{ kit: kit.slug, duration: Number(fields?.duration), surface: fields?.surface },
			...{
				coachPresent: fields?.coach === '1',
				instrument: fields?.instrument === '1',
				lines: fields?.lines === '1',
				...(asked && { asked })
			}
		});
		// The step may have closed, or the consultation, since the page was opened.
		if (fields?.asked && !asked) return fail(409, { problem: 'question-closed' as const, fields });
		if (!group || !plan.success) return fail(422, { problem: 'incomplete' as const, fields });
		const problem = checkPlan(plan.output, kit);
		if (problem) return fail(422, { problem, fields });
		const wanted = { groupId: group.id, organisationId: account.organisationId, plan: plan.output };
		const { id } = await createLive(getInstance().live, wanted, Date.now());
		redirect(303, `/${event.params.locale}/host/${id}`);
	}
};

async function listHosted(account: Account): Promise<{ id: string; name: string }[]> {
	return (await listHostedGroups(getInstance().accounts, account)).map(({ id, name }) => ({ id, name }));
}

function getKit({ params, locals }: { params: { slug: string; locale: string }; locals: App.Locals }) {
	const found = findKit(params.slug, params.locale as Locale);
	if (found) return found;
	error(404, { id: locals.requestId, message: getTranslator(params.locale as Locale)('host.kitNotFound') });
}
