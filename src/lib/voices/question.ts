// The answers to one closed question as they may be published: by the same rules as any figure, on their own. Pure.
import { fewestRespondents, roundPart } from './cells';
import type { ConsultationBody, StepKind } from './consultation';

/**
 * Each option's rounded count; nothing where fewer than ten answered. A small count among large ones is told as "fewer than 10", and
 * no total is published, so that it can't be worked out.
 */
export function discloseQuestion(
	step: StepKind,
	options: readonly string[],
	counts: ReadonlyMap<string, number>
): ConsultationBody['results'] {
	const respondents = options.reduce((total, option) => total + (counts.get(option) ?? 0), 0);
	if (respondents < fewestRespondents) return [];
	return options.map((option) => {
		const count = counts.get(option) ?? 0;
		return count < fewestRespondents
			? { step, option, value: null, status: 'fewer' as const }
			: { step, option, value: roundPart(count), status: 'published' as const };
	});
}
