// What the rubric's rules must say, asked of them by the unit test and by the mutation check; gives what is wrong.
import type * as Rules from '../../src/lib/certification/rubric';

type Ratings = Rules.Ratings;

const names = ['opens', 'asks', 'includes', 'protects', 'passes-on', 'closes'] as const;
const all = (level: Rules.Level) => Object.fromEntries(names.map((each) => [each, level])) as Ratings;
const empty: Rules.Rubric = { own: null, coach: null, agreed: null, agreedOn: null };
const seen = all('with-help');
const own: Rules.Rubric = { ...empty, own: seen };
const both: Rules.Rubric = { ...own, coach: all('alone') };

export function checkRubric(rules: typeof Rules): string[] {
	const asked: [string, unknown, unknown][] = [
		['the empty rubric', rules.emptyRubric, empty],
		['six behaviours', rules.behaviours, names],
		['three levels', rules.levels, ['not-yet', 'with-help', 'alone']],
		['ratings of all six', rules.readRatings(all('alone')), all('alone')],
		...names.flatMap((name): [string, unknown, unknown][] => [
			[`ratings with a wrong ${name}`, rules.readRatings({ ...all('alone'), [name]: 'often' }), null],
			[`${name} not seen`, rules.isSeen({ ...seen, [name]: 'not-yet' }), false]
		]),
		['ratings of one', rules.readRatings({ opens: 'alone' }), null],
		['nobody rated', rules.rubricStage(empty), 'rate'],
		['one rated', rules.rubricStage(own), 'rate'],
		['the coach rated', rules.rubricStage({ ...empty, coach: seen }), 'rate'],
		['both rated', rules.rubricStage(both), 'talk'],
		['both agreed', rules.rubricStage({ ...both, agreed: seen, agreedOn: '2026-11-25' }), 'agreed'],
		['all seen', rules.isSeen(seen), true],
		['no day yet', rules.rubricDay(both), null],
		['a day', rules.rubricDay({ ...both, agreed: seen, agreedOn: '2026-11-25' }), '2026-11-25'],
		['no day for what was not seen', rules.rubricDay({ ...both, agreed: all('not-yet'), agreedOn: '2026-11-25' }), null]
	];
	return asked.filter(([, is, should]) => JSON.stringify(is) !== JSON.stringify(should)).map(([what]) => what);
}
