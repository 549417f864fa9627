// All checks of a module that was read: structure, types, words, and (where the structure holds) every play.
import type { Locale } from '../i18n/locales';
import { checkBudget } from './check-budget';
import { checkCare } from './check-care';
import { checkEntries, checkUnits } from './check-units';
import { checkLanguage } from './check-language';
import { checkPlays } from './check-plays';
import { checkQuizzes } from './check-quizzes';
import { checkTraining } from './check-training';
import { checkReach, checkTargets } from './check-structure';
import { checkTypes } from './check-types';
import { checkPractice, checkWords } from './check-words';
import type { Report } from './finding';
import type { Graph } from './graph';
import type { Translations } from './po';
import type { SourceModule } from './source';

/** Reports what is wrong with a module that was read, in the order of the file. */
export function validateModule(module: SourceModule, locale: Locale, graph: Graph, report: Report): void {
	// Where something could not be read, the graph is not what its author meant: no conclusions from what is not there.
	const whole = report.findings.length === 0;
	const targets = checkTargets(module, report);
	const typed = checkTypes(module, report);
	checkWords(module, report);
	checkLanguage(module, locale, ({ source, at }) => ({ text: source, at }), report);
	checkBudget(module, graph, report);
	if (whole) {
		checkPractice(module, report);
		checkQuizzes(module, report);
		checkCare(module, report);
		checkUnits(module, report);
		checkTraining(module, report);
	}
	if (whole && targets) checkReach(module, report);
	if (whole && targets && typed) checkPlays(module, graph, report);
	sortFindings(report);
}

/** Reports what is wrong with the words of a translation; its marks and gaps are the wording's business. */
export function validateTranslation(
	module: SourceModule,
	locale: Locale,
	po: string,
	{ byUnit }: Translations,
	report: Report
): void {
	checkEntries(po, report);
	const words = (id: string) => {
		const found = byUnit.get(id);
		return found?.text.trim() ? { text: found.text, at: { line: found.line, column: 1 } } : null;
	};
	checkLanguage(module, locale, ({ id }) => words(id), report);
	sortFindings(report);
}

function sortFindings({ findings }: Report): void {
	findings.sort((a, b) => a.line - b.line || a.column - b.column);
}
