// One consultation for the coordinator who owns it: write it, pass the gates, open it, go through its steps, close it, answer it.
import { error, fail, redirect } from '@sveltejs/kit';
import type { Account } from '$lib/auth/account';
import { requireRole } from '$lib/auth/guards.server';
import type { Locale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';
import { listApproved } from '$lib/moderation/queue.server';
import { mayPublish } from '$lib/moderation/statement';
import type { Act } from '$lib/ops/audit';
import { recordAct } from '$lib/ops/audit.server';
import { getInstance } from '$lib/ops/instance.server';
import { listGaps, type Consultation } from '$lib/voices/consultation';
import {
	answerConsultation,
	closeConsultation,
	dropDraft,
	findConsultation,
	openConsultation,
	openStep,
	saveDraft,
	type Changed
} from '$lib/voices/consultations.server';
import { dayOf } from '$lib/voices/period';
import { describeConsultation } from '../../../../../(learn)/voices/describe.server';
import { publishApproved } from './publish.server';
import { readAnswerForm, readDraftForm, readStepForm } from './read-form';

export const load = async (event) => {
	const { organisationId } = requireRole(event, 'coordinator');
	const consultation = await getOwn(event, organisationId);
	const locale = event.params.locale as Locale;
	const today = dayOf(new Date());
	const approved = await listApproved(getInstance().moderation, consultation.id);
	return {
		consultation: { id: consultation.id, state: consultation.state, answerDue: consultation.answerDue, body: consultation.body },
		described: describeConsultation(consultation, locale, today),
		gaps: consultation.state === 'draft' ? listGaps(consultation, today) : [],
		approved: approved.map(({ id, step, cleaned, locale }) => ({ id, step, text: cleaned, lang: locale })),
		mayPublish: mayPublish(approved),
		done: event.url.searchParams.get('done')
	};
};

export const actions = {
	save: async (event) => {
		const { organisationId } = requireRole(event, 'coordinator');
		const consultation = await getOwn(event, organisationId);
		const { body, answerDue } = readDraftForm(await event.request.formData(), consultation.body, event.params.locale);
		return answer(event, await saveDraft(getInstance().voices, consultation.id, organisationId, body, answerDue), 'save');
	},
	open: async (event) => {
		const account = requireRole(event, 'coordinator');
		const opened = await openConsultation(getInstance().voices, event.params.id, account.organisationId, new Date());
		await writeDown(event, account, 'consultation-open', opened);
		return answer(event, opened, 'open');
	},
	drop: async (event) => {
		const { organisationId } = requireRole(event, 'coordinator');
		const dropped = await dropDraft(getInstance().voices, event.params.id, organisationId);
		if (dropped.ok) redirect(303, `/${event.params.locale}/coordinate/voices`);
		return answer(event, dropped, 'drop');
	},
	step: async (event) => {
		const { organisationId } = requireRole(event, 'coordinator');
		const consultation = await getOwn(event, organisationId);
		const step = readStepForm(await event.request.formData(), consultation.body, event.params.locale);
		return answer(event, await openStep(getInstance().voices, consultation.id, organisationId, step), 'step');
	},
	close: async (event) => {
		const account = requireRole(event, 'coordinator');
		const byAge = (await event.request.formData()).get('by-age') === 'yes';
		const closed = await closeConsultation(getInstance().voices, event.params.id, account.organisationId, { byAge });
		await writeDown(event, account, 'consultation-close', closed);
		return answer(event, closed, 'close');
	},
	answer: async (event) => {
		const account = requireRole(event, 'coordinator');
		const consultation = await getOwn(event, account.organisationId);
		const given = readAnswerForm(await event.request.formData(), event.params.locale);
		const instance = getInstance();
		const changed = await answerConsultation(instance.voices, consultation.id, account.organisationId, given, new Date());
		await writeDown(event, account, 'consultation-answer', changed);
		if (changed.ok) await publishApproved(instance, consultation.id);
		return answer(event, changed, 'answer');
	}
};

interface WorkEvent {
	params: { id: string; locale: string };
	locals: App.Locals;
	url: URL;
}

async function getOwn({ params, locals }: WorkEvent, organisationId: string): Promise<Consultation> {
	const found = await findConsultation(getInstance().voices, params.id);
	if (found?.organisationId === organisationId) return found;
	error(404, { id: locals.requestId, message: getTranslator(params.locale as Locale)('voices.notFound') });
}

async function writeDown({ params }: WorkEvent, account: Account, act: Act, changed: Changed): Promise<void> {
	if (changed.ok) await recordAct(getInstance().accounts, account, act, params.id, new Date());
}

/** A redirect after what was done, so that reloading does nothing twice. */
function answer(event: WorkEvent, changed: Changed, done: string) {
	if (changed.ok) redirect(303, `${event.url.pathname}?done=${done}`);
	return fail(changed.reason === 'gone' ? 404 : 422, { problem: changed.reason });
}
