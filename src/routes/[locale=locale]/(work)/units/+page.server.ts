// The training units: one's own with what is done, and for coaches those of their peer experts beside.
import { requireRole } from '$lib/auth/guards.server';
import { achievementOf, readOwnPath } from '../own-path.server';
import { listUnits } from '$lib/content/training.server';
import type { UnitSummary } from '$lib/content/graph';
import type { Locale } from '$lib/i18n/locales';

const describe = ({ slug, title, summary, minutes, training, translated, nativeReview, picture }: UnitSummary) => ({
	...{ slug, title, summary, minutes, picture, unit: training.unit, must: training.pass.length > 0 },
	remark: translated < 1 ? ('source' as const) : nativeReview ? null : ('review' as const)
});

const results = ['counted', 'again-check', 'again-pass'] as const;

export const load = async (event) => {
	const account = requireRole(event, 'peer-expert', 'coach');
	const locale = event.params.locale as Locale;
	const { record } = await readOwnPath(event, account);
	const own = listUnits(achievementOf(account), locale).map((unit) => {
		const fact = record.facts.units.find((each) => each.unit === unit.training.unit);
		return {
			...describe(unit),
			completed: fact !== undefined,
			passed: unit.training.pass.length === 0 || (fact?.passedOn ?? null) !== null,
			checked: (fact?.checkedOn ?? null) !== null
		};
	});
	return {
		role: achievementOf(account),
		own,
		others: account.role === 'coach' ? listUnits('peer-expert', locale).map(describe) : [],
		done: results.find((each) => each === event.url.searchParams.get('done')) ?? null
	};
};
