// A play without JavaScript: each scene is a page, and the play so far is sealed into its address. For a group, each step is
// counted once, however often its page is opened.
import { error, redirect } from '@sveltejs/kit';
import { publicRoute } from '$lib/auth/guards.server';
import { readFields } from '$lib/forms/fields';
import { isGroupKey } from '$lib/groups/membership';
import { findGroupByKey } from '$lib/groups/groups.server';
import type { Locale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';
import { getPlayerData } from '$lib/modules/player-data.server';
import { beginGroupPlay, openServedPlay, readAnswers } from '$lib/modules/served-play.server';
import { getInstance } from '$lib/ops/instance.server';
import { acceptEvent } from '../../../../../participation/accept-event.server';
import { getModule } from '../module.server';
import type { Actions, PageServerLoad } from './$types';

export const prerender = false;

export const load: PageServerLoad = async ({ params, url, locals, request }) => {
	publicRoute();
	const module = getModule(params, locals);
	const locale = params.locale as Locale;
	const instance = getInstance();
	const opening = openServedPlay(instance.settings.secret, module, {
		s: url.searchParams.get('s'),
		c: url.searchParams.get('c'),
		quiz: url.searchParams.get('quiz'),
		options: readAnswers(url.searchParams)
	});
	if (!opening.ok) {
		const isState = opening.reason === 'tampered' || opening.reason === 'old';
		refuse(params, locals, 400, isState ? 'pageBadState' : 'pageBadChoice');
	}
	const { play, served, events } = opening;
	// A link that a browser looks up ahead, or only asks the headers of, is no choice that somebody made.
	const isRead = request.method === 'GET' && !/prefetch/.test(request.headers.get('sec-purpose') ?? '');
	for (const { id, ...event } of isRead ? events : []) {
		const { moduleId, moduleVersion, groupKey: key } = play;
		const participation = { id, key: key!, module: moduleId, version: moduleVersion, locale, ...event };
		// A group closed meanwhile, too much at once, a database that can't be written: none stops a young person's story.
		await acceptEvent(instance, participation, new Date()).catch((problem: Error) =>
			instance.log.error({ id: locals.requestId, error: problem.name }, 'A step of a play was not counted')
		);
	}
	return { summary: module.summary, player: getPlayerData(module, locale, served), island: play.groupKey === null };
};

export const actions: Actions = {
	/** Begins a play for a group: one of its own before its first step, so that reloading a step doesn't begin another. */
	default: async ({ params, url, locals, request }) => {
		publicRoute();
		const { graph } = getModule(params, locals);
		const { accounts, settings } = getInstance();
		const key = (await readFields(request, 'group'))?.group ?? '';
		const group = isGroupKey(key) ? await findGroupByKey(accounts, key) : null;
		if (!group?.open) refuse(params, locals, 404, 'pageBadGroup');
		redirect(303, `${url.pathname}?${new URLSearchParams({ s: beginGroupPlay(settings.secret, graph, key) })}`);
	}
};

type Problem = 'pageBadState' | 'pageBadChoice' | 'pageBadGroup';

function refuse({ locale }: { locale: string }, { requestId }: App.Locals, status: number, problem: Problem): never {
	error(status, { id: requestId, message: getTranslator(locale as Locale)(`player.${problem}`) });
}
