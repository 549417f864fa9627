// Checks of what only a training unit has: a knowledge check that is one, and marks that are there to be reached.
import type { Report } from './finding';
import type { SourceModule } from './source';
import { fewestQuestions } from './training';

/** Reports a unit whose check or marks don't hold; a module of young people is left alone. */
export function checkTraining({ nodes, front }: SourceModule, report: Report): void {
	const { training, scores } = front.data;
	if (!training) return;
	const { check, pass } = training;
	for (const [name, at] of [
		[check, front.locate('check')] as const,
		...pass.map((name, index) => [name, front.locate('pass', index)] as const)
	])
		if (!Object.hasOwn(scores, name)) report.add('E120', at, `there is no score “${name}”`);
	// A quiz is answered on the page and leaves no trace in the path: what is to be checked again by the server is asked in choices.
	const questions = nodes.filter(
		({ choices }) => choices.length > 1 && choices.some(({ choice }) => choice.score?.some(({ name }) => name === check))
	);
	if (Object.hasOwn(scores, check) && questions.length < fewestQuestions)
		report.add('E132', front.locate('check'), `${questions.length} scenes ask for “${check}”, ${fewestQuestions} at least`);
	for (const { tags, at } of nodes)
		if (tags?.includes('instrument')) report.add('E133', at, 'the answers of a training unit are never counted');
}
