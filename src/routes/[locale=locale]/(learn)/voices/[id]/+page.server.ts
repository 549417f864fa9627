// One consultation: who asks, what for, and one's answer. Without JavaScript a paper voucher lets one answer; with it, a blind
// signature made on the phone. Either way nothing here knows who answers.
import { error, fail } from '@sveltejs/kit';
import { publicRoute } from '$lib/auth/guards.server';
import type { Locale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';
import { getInstance } from '$lib/ops/instance.server';
import { getBlindKey } from '$lib/voices/blind-sign.server';
import { formOf } from '$lib/voices/consultation';
import { findConsultation, listStatements } from '$lib/voices/consultations.server';
import { dayOf } from '$lib/voices/period';
import { describeConsultation } from '../describe.server';
import { readAnswer, takePart } from './take-part.server';

export const prerender = false;

export const load = async (event) => {
	publicRoute();
	const { consultation, locale } = await getConsultation(event);
	const { voices } = getInstance();
	const { current } = consultation.body;
	const form = consultation.state === 'open' && current ? formOf(consultation.id, current) : null;
	const statements = await listStatements(voices, consultation.id);
	return {
		consultation: describeConsultation(consultation, locale, dayOf(new Date())),
		statements: statements.map(({ text, step, locale: language, statementKey }) => ({
			key: statementKey,
			text,
			step,
			lang: language
		})),
		form,
		blindKey: form ? await getBlindKey(voices, form, new Date()) : ''
	};
};

export const actions = {
	default: async (event) => {
		publicRoute();
		const { consultation, locale } = await getConsultation(event);
		const answer = await readAnswer(event.request);
		if (answer === null) error(400, { id: event.locals.requestId, message: getTranslator(locale)('voices.problemMalformed') });
		const result = await takePart(getInstance(), consultation, answer, locale, new Date());
		if (result.ok) return { receipt: result.receipt, thanks: true };
		const { option, text, voucher, age } = answer;
		return fail(result.reason === 'malformed' ? 400 : 422, { problem: result.reason, kept: { option, text, voucher, age } });
	}
};

async function getConsultation({ params, locals }: { params: { id: string; locale: string }; locals: App.Locals }) {
	const locale = params.locale as Locale;
	const consultation = await findConsultation(getInstance().voices, params.id);
	if (consultation && consultation.state !== 'draft') return { consultation, locale };
	error(404, { id: locals.requestId, message: getTranslator(locale)('voices.notFound') });
}
