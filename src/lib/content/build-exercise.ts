// From the source form of an exercise to what is shown. Where the author writes the right order, or cards under their pile, they
// are mixed here: always in the same way, so that every language and every reader sees the same and a review holds for all.
import type { Exercise, ExerciseField } from './graph';
import type { SourceBlock, SourceOption, Unit } from './source';

/** The exercise in the language that `word` gives. */
export function buildExercise(block: Extract<SourceBlock, { type: 'exercise' }>, word: (unit: Unit) => string): Exercise {
	const { kind, id, question, groups } = block;
	return { type: 'exercise', kind, id, question: word(question), fields: buildFields(block, groups, word) };
}

/** An ordinary quiz in the language that `word` gives: one question with its options, or a box to tick for each. */
export function buildQuiz(
	{ mode, id, question, options }: Extract<SourceBlock, { type: 'quiz' }>,
	word: (unit: Unit) => string
): Exercise {
	const explain = ({ id: option, unit, why }: SourceOption) => ({ id: option, html: word(unit), why: word(why) });
	const fields: ExerciseField[] =
		mode === 'multi'
			? options.map((option) => ({ ...explain(option), right: option.right ? 'yes' : '', options: [] }))
			: [{ id: '1', html: '', right: options.find(({ right }) => right)?.id ?? '', options: options.map(explain) }];
	return { type: 'exercise', kind: mode, id, question: word(question), fields };
}

function buildFields(
	{ kind, id }: Extract<SourceBlock, { type: 'exercise' }>,
	groups: Extract<SourceBlock, { type: 'exercise' }>['groups'],
	word: (unit: Unit) => string
): ExerciseField[] {
	const explained = groups.map(({ label, items }) => ({
		html: label ? word(label) : '',
		items: items.map(({ unit, pair, right, why }, index) => ({
			id: String(index + 1),
			html: word(unit),
			pair: pair ? word(pair) : '',
			right,
			why: word(why)
		}))
	}));
	const items = explained[0]?.items ?? [];
	switch (kind) {
		case 'order':
			return mix(
				id,
				items.map(({ id: place, html, why }) => ({ id: place, html, right: place, why, options: [] }))
			);
		case 'match': {
			const options = mix(
				id,
				items.map((item) => ({ id: item.id, html: item.pair }))
			);
			return items.map(({ id: right, html, why }) => ({ id: right, html, right, why, options }));
		}
		case 'spot':
			return items.map(({ id: line, html, right, why }) => ({ id: line, html, right: right ? 'yes' : '', why, options: [] }));
		case 'sort': {
			const options = explained.map(({ html }, index) => ({ id: String(index + 1), html }));
			const cards = explained.flatMap((pile, index) => pile.items.map((card) => ({ ...card, right: String(index + 1) })));
			return mix(
				id,
				cards.map(({ html, right, why }, index) => ({ id: String(index + 1), html, right, why, options }))
			);
		}
		case 'build':
		case 'poll':
			return explained.map(({ html, items: parts }, index) => ({
				id: String(index + 1),
				html,
				options: parts.map((part) => ({ id: part.id, html: part.html, why: part.why }))
			}));
		case 'reflect':
			return [];
	}
}

/** The list in another order, never the given one; the same for the same seed (Fisher-Yates over a linear congruential generator). */
export function mix<T>(seed: string, list: T[]): T[] {
	let state = [...seed].reduce((sum, character) => (sum * 31 + character.codePointAt(0)!) >>> 0, 7);
	const mixed = [...list];
	for (let last = mixed.length - 1; last > 0; last--) {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		const other = Math.floor((state / 2 ** 32) * (last + 1));
		[mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
	}
	return mixed.every((item, index) => item === list[index]) ? [...mixed.slice(1), ...mixed.slice(0, 1)] : mixed;
}
