// A play without JavaScript: each scene is a page, and the play so far is signed into its address. For a group, each step is
// counted once, however often its page is opened.
import { error, redirect } from '@sveltejs/kit';
import { publicRoute } from '$lib/auth/guards.server';
import { isGroupKey } from '$lib/groups/membership';
import { findGroupByKey } from '$lib/groups/groups.server';
import type { Locale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';
import { getPlayerData } from '$lib/modules/player-data.server';
import { beginGroupPlay, openServedPlay, readAnswers } from '$lib/modules/served-play.server';
import { getInstance } from '$lib/ops/instance.server';
import { acceptEvent } from '../../../../../participation/accept-event.server';
import { getModule } from '../module.server';
import type { PageServerLoad } from './$types';

export const prerender = false;

export const load: PageServerLoad = async ({ params, url, locals, request }) => {
	publicRoute();
	const module = getModule(params, locals);
	const locale = params.locale as Locale;
	const instance = getInstance();
	const { secret } = instance.settings;
	const fail = (status: number, key: 'pageBadState' | 'pageBadChoice' | 'pageBadGroup') =>
		error(status, { id: locals.requestId, message: getTranslator(locale)(`player.${key}`) });

	const groupKey = url.searchParams.get('g');
	if (groupKey !== null && !url.searchParams.has('s')) {
		const group = isGroupKey(groupKey) ? await findGroupByKey(instance.accounts, groupKey) : null;
		if (!group?.open) fail(404, 'pageBadGroup');
		// A play of its own before its first step, so that reloading a step doesn't begin another play.
		const next = new URLSearchParams({ s: beginGroupPlay(secret, module.graph, groupKey) });
		redirect(303, `${url.pathname}?${next}`);
	}

	const opening = openServedPlay(secret, module, {
		s: url.searchParams.get('s'),
		c: url.searchParams.get('c'),
		quiz: url.searchParams.get('quiz'),
		options: readAnswers(url.searchParams)
	});
	if (!opening.ok) {
		const isState = opening.reason === 'tampered' || opening.reason === 'old';
		return fail(400, isState ? 'pageBadState' : 'pageBadChoice');
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
