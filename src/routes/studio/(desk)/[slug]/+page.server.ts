// One module on the desk: its graph, the scene where the address stands, the checker's findings, its reviews. Reviews and recorded
// plays are added while developing, into the content; a built instance shows them only.
import { error, fail, redirect } from '@sveltejs/kit';
import { dev } from '$app/environment';
import { requireRoleUnlessDev } from '$lib/auth/guards.server';
import { checkReview, readReviews, type ReviewField } from '$lib/content/review';
import { addPlay } from '$lib/content/plans.server';
import { addReview, readReviewFile, reviewFileOf } from '$lib/content/reviews.server';
import { findStory } from '$lib/content/studio.server';
import { readFields } from '$lib/forms/fields';
import { getTranslator } from '$lib/i18n/messages.server';
import { findGraph, getStudioModule } from '../../studio-module.server';
import { describeScene, findPlay } from './scene.server';
import type { Actions, PageServerLoad } from './$types';

export const prerender = false;

export const load: PageServerLoad = async (event) => {
	requireRoleUnlessDev(event, 'coordinator', 'network-admin');
	const { params, locals, url } = event;
	const studio = getStudioModule(params.slug, locals);
	const { slug, file, findings, languages, plans } = studio;
	const graph = findGraph(studio);
	return {
		...{ slug, file },
		title: findStory(slug, locals.locale)?.summary.title ?? slug,
		findings: [...findings, ...(plans?.findings ?? [])],
		languages,
		reviews: dev ? readReviews(readReviewFile(file)) : studio.reviews,
		reviewFile: reviewFileOf(file),
		saved: url.searchParams.has('saved'),
		recorded: url.searchParams.get('recorded'),
		canReview: dev,
		today: writeToday(),
		scene: graph && (await describeScene(event, studio, graph))
	};
};

export const actions: Actions = {
	record: async (event) => {
		requireRoleUnlessDev(event, 'coordinator', 'network-admin');
		const { params, locals, request } = event;
		const studio = getStudioModule(params.slug, locals);
		const refuse = (status: number, message: string) => error(status, { id: locals.requestId, message });
		const t = getTranslator(locals.locale);
		if (!dev) refuse(403, t('studio.reviewDev'));
		const graph = findGraph(studio) ?? refuse(409, t('studio.unreadable'));
		const fields = await readFields(request, 's');
		const play = fields && findPlay(graph, fields.s);
		if (!play) return refuse(400, t('studio.recordWrong'));
		const file = addPlay(studio.file, findStory(params.slug, 'fr')!, play);
		redirect(303, `/studio/${params.slug}?${new URLSearchParams({ s: fields.s, recorded: file })}#scene`);
	},
	review: async (event) => {
		requireRoleUnlessDev(event, 'coordinator', 'network-admin');
		const { params, locals, request } = event;
		const { slug, file } = getStudioModule(params.slug, locals);
		const refuse = (status: number, message: string) => error(status, { id: locals.requestId, message });
		const t = getTranslator(locals.locale);
		if (!dev) refuse(403, t('studio.reviewDev'));
		const module = findStory(slug, 'fr') ?? refuse(409, t('studio.unreadable'));
		const fields = await readFields(request, 'discipline', 'role', 'decision', 'on', 'note');
		if (fields === null) return fail(400, { fields: null, wrong: ['discipline'] satisfies ReviewField[] });
		const checked = checkReview(fields, module.summary.version, writeToday());
		if (!checked.ok) return fail(400, { fields, wrong: checked.wrong });
		const added = addReview(file, checked.review);
		if (!added.ok) refuse(409, t('studio.reviewsBroken', { reason: added.message }));
		redirect(303, `/studio/${slug}?saved#reviews`);
	}
};

/** Today where the project is, as an ISO date. */
function writeToday(): string {
	return new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/Brussels' });
}
