// Checks that the questions of a module can't be answered without reading them.
import type { Report } from './finding';
import { withoutMarks } from './plain-words';
import type { SourceBlock, SourceModule } from './source';

/** From this many questions on, "always" means something: by chance it happens to one module in nine with three options each. */
const fewestQuestions = 3;

/** Reports single-answer questions whose right answer always stands at the same place, or is always the longest one. */
export function checkQuizzes({ nodes }: SourceModule, report: Report): void {
	const quizzes = nodes.flatMap(({ blocks }) => blocks.filter(isSingle));
	if (quizzes.length < fewestQuestions) return;
	const { at } = quizzes[0]!.question;
	const rightAt = quizzes.map(({ options }) => options.findIndex(({ right }) => right));
	if (new Set(rightAt).size === 1)
		report.add('E131', at, `in all ${quizzes.length} questions the right answer is number ${rightAt[0]! + 1}`);
	if (quizzes.every(isLongest)) report.add('E131', at, `in all ${quizzes.length} questions the right answer is the longest`);
}

type Quiz = SourceBlock & { type: 'quiz' };

function isSingle(block: SourceBlock): block is Quiz {
	return block.type === 'quiz' && block.mode === 'single' && block.options.length > 1;
}

function isLongest({ options }: Quiz): boolean {
	const length = (right: boolean) =>
		Math.max(...options.filter((option) => option.right === right).map(({ unit }) => [...withoutMarks(unit.source)].length));
	return length(true) > length(false);
}
