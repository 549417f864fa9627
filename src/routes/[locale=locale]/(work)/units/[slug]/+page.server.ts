// A training unit, played step by step: the path so far is sealed into the address, and at the end the server plays it again.
import { error, fail, redirect } from '@sveltejs/kit';
import { requireRole } from '$lib/auth/guards.server';
import { recordUnit } from '$lib/certification/path-steps.server';
import { readLongFields } from '$lib/forms/fields';
import { dayOf } from '$lib/i18n/day';
import type { Locale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';
import { getUnitData } from '$lib/modules/player-data.server';
import { openServedPlay, readAnswers } from '$lib/modules/served-play.server';
import { judgeUnit } from '$lib/modules/unit-verdict';
import { getInstance } from '$lib/ops/instance.server';
import { achievementOf } from '../../own-path.server';
import { getUnit, playSecret } from '../unit.server';

/** Longer than the path of any play. */
const longestToken = 8_000;

export const load = async (event) => {
	const account = requireRole(event, 'peer-expert', 'coach');
	const unit = getUnit(event, account);
	const locale = event.params.locale as Locale;
	const query = event.url.searchParams;
	const opening = openServedPlay(playSecret(getInstance().settings.secret, account), unit, {
		...{ s: query.get('s'), c: query.get('c'), quiz: query.get('quiz'), options: readAnswers(query) }
	});
	if (!opening.ok) {
		const isState = opening.reason === 'tampered' || opening.reason === 'old';
		const message = getTranslator(locale)(isState ? 'player.pageBadState' : 'player.pageBadChoice');
		error(400, { id: event.locals.requestId, message });
	}
	const { served } = opening;
	const { training, title, forewarning = null, sources } = unit.summary;
	const verdict = judgeUnit(unit.graph, training, served.path);
	return {
		unit: { number: training.unit, title, forewarning, sources },
		own: training.audience === achievementOf(account),
		begun: served.path.length > 0,
		player: getUnitData(unit, locale, served),
		end: verdict.ok
			? {
					token: served.token,
					check: verdict.check,
					passed: verdict.must.every(({ passed }) => passed),
					must: verdict.must.length > 0
				}
			: null
	};
};

export const actions = {
	default: async (event) => {
		const account = requireRole(event, 'peer-expert', 'coach');
		const unit = getUnit(event, account);
		const { accounts, settings } = getInstance();
		const fields = await readLongFields(event.request, longestToken, 'play');
		const told = { s: fields?.play ?? '', c: null, quiz: null, options: [] };
		const opening = openServedPlay(playSecret(settings.secret, account), unit, told);
		const verdict = opening.ok ? judgeUnit(unit.graph, unit.summary.training, opening.play.path) : null;
		// A path that was made up, shortened, or played by somebody else counts for nobody.
		if (verdict === null || !verdict.ok) return fail(400, { refused: true as const });
		const { audience, unit: number } = unit.summary.training;
		const passed = verdict.must.every((mark) => mark.passed);
		const home = `/${event.params.locale}/units`;
		if (audience !== achievementOf(account)) redirect(303, home);
		await recordUnit(accounts, account.id, { unit: number, passed, checked: verdict.check.passed }, dayOf(new Date()));
		redirect(303, `${home}?done=${!passed ? 'again-pass' : verdict.check.passed ? 'counted' : 'again-check'}`);
	}
};
