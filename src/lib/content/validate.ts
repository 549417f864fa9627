// All checks of a module that was read: structure, types, words, and (where the structure holds) every play.
import type { Report } from './finding';
import type { Graph } from './graph';
import type { SourceModule } from './source';
import { checkPlays } from './check-plays';
import { checkReach, checkTargets } from './check-structure';
import { checkTypes } from './check-types';
import { checkPractice, checkWords } from './check-words';

/** Reports what is wrong with a module that was read, in the order of the file. */
export function validateModule(module: SourceModule, graph: Graph, report: Report): void {
	// Where something could not be read, the graph is not what its author meant: no conclusions from what is not there.
	const whole = report.findings.length === 0;
	const targets = checkTargets(module, report);
	const typed = checkTypes(module, report);
	checkWords(module, report);
	if (whole) checkPractice(module, report);
	if (whole && targets) checkReach(module, report);
	if (whole && targets && typed) checkPlays(module, graph, report);
	report.findings.sort((a, b) => a.line - b.line || a.column - b.column);
}
