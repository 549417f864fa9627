// A meeting held on paper, entered afterwards: counts of cards and hands, or an estimate, each tagged as what it is.
import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { requireRole } from '$lib/auth/guards.server';
import { stepsOf, type CompiledKit } from '$lib/content/kit';
import { findKit, listKits } from '$lib/content/kits.server';
import type { Locale } from '$lib/i18n/locales';
import type { Asked, AskedFacts } from '$lib/live/asked';
import { isSensitive, showCounts, type PromptFacts } from '$lib/live/record';
import { enterRecord } from '$lib/live/records.server';
import { getInstance } from '$lib/ops/instance.server';
import { countable, listQuestions } from '../../../asked.server';
import { getHostedGroup } from '../../hosted-group.server';

const count = v.pipe(v.string(), v.regex(/^\d{0,3}$/), v.transform(Number), v.maxValue(500));
const sheetSchema = v.object({
	day: v.pipe(v.string(), v.isoDate()),
	duration: v.pipe(v.string(), v.transform(Number), v.picklist([45, 60, 90])),
	joined: v.pipe(count, v.minValue(1)),
	method: v.picklist(['paper', 'hands', 'estimate'])
});

export const load = async (event) => {
	const account = requireRole(event, 'coach', 'peer-expert');
	const group = await getHostedGroup(event, account);
	const locale = event.params.locale as Locale;
	const kits = listKits(locale).map(({ kit, text }) => ({ slug: kit.slug, title: text.title }));
	const chosen = findKit(event.url.searchParams.get('kit') ?? '', locale);
	const questions = chosen ? await listQuestions(account.organisationId) : [];
	return {
		...{ group, kits, sheet: chosen && describeSheet(chosen), today: new Date().toISOString().slice(0, 10) },
		questions: questions.map((asked) => ({
			...{ id: asked.consultation, question: asked.question[locale] ?? '', options: countable(asked, locale) }
		}))
	};
};

export const actions = {
	default: async (event) => {
		const account = requireRole(event, 'coach', 'peer-expert');
		const group = await getHostedGroup(event, account);
		const found = findKit(event.url.searchParams.get('kit') ?? '', 'fr');
		const form = await event.request.formData().catch(() => new FormData());
		const fields = Object.fromEntries([...form].map(([name, value]) => [name, String(value).slice(0, 20)]));
		const sheet = v.safeParse(sheetSchema, fields);
		const held = sheet.success && sheet.output.day <= new Date().toISOString().slice(0, 10);
		if (!found || !sheet.success || !held) return fail(422, { problem: 'incomplete' as const, fields });
		const { kit } = found;
		const { day, duration, joined, method } = sheet.output;
		const polls = stepsOf(kit, duration).filter(({ kind }) => kind === 'poll');
		const prompts = polls.map(({ id, options = [], sensitive = false }): PromptFacts => {
			const entered = options.map((option) => [option, v.safeParse(count, fields[`${id}.${option}`] ?? '').output] as const);
			const counts = Object.fromEntries(entered.map(([option, n]) => [option, typeof n === 'number' ? Math.min(n, 500) : 0]));
			return { prompt: id, step: id, counts: showCounts(counts, sensitive || isSensitive({ step: id }, id, [])), method };
		});
		const asked = readAsked(await listQuestions(account.organisationId), fields, method);
		const steps = stepsOf(kit, duration)
			.filter(({ id, kind }) => kind !== 'pre-brief' && kind !== 'feedback' && fields[`done.${id}`] === '1')
			.map(({ id }) => id);
		await enterRecord(getInstance().live, {
			...{ groupId: group.id, organisationId: account.organisationId, kit: kit.slug, kitVersion: kit.version },
			...{ day, duration, joined, method, steps, prompts },
			...(asked.length > 0 && { asked })
		});
		redirect(303, `/${event.params.locale}/lives/${group.id}?done=paper`);
	}
};

/** The counts of consultations' questions; of those that were asked only. */
function readAsked(questions: Asked[], fields: Record<string, string>, method: AskedFacts['method']): AskedFacts[] {
	return questions.flatMap((asked) => {
		const { consultation, step } = asked;
		const read = (option: string) => {
			const entered = v.safeParse(count, fields[`asked.${consultation}.${option}`] ?? '').output;
			return typeof entered === 'number' ? Math.min(entered, 500) : 0;
		};
		const { skip: passed = 0, ...counts } = Object.fromEntries(countable(asked, 'fr').map(({ id }) => [id, read(id)]));
		const all = Object.values(counts).reduce((sum, each) => sum + each, passed);
		return all > 0 ? [{ consultation, step, counts, passed, method }] : [];
	});
}

/** What can be entered of a kit: which steps took place, and the counts of its polls. */
function describeSheet({ kit, text }: CompiledKit) {
	return {
		...{ slug: kit.slug, title: text.title, durations: kit.durations },
		steps: kit.steps
			.filter(({ kind }) => kind !== 'pre-brief' && kind !== 'feedback')
			.map(({ id }) => ({ id, title: text.steps[id]?.title ?? id })),
		polls: kit.steps
			.filter(({ kind }) => kind === 'poll')
			.map(({ id, options = [], sensitive = false }) => ({
				...{ id, sensitive, question: text.steps[id]?.question ?? id },
				options: options.map((option) => ({ id: option, label: text.steps[id]?.options?.[option] ?? option }))
			}))
	};
}
