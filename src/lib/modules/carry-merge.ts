// Brings carried progress onto a device that has some of its own: nothing that was there is lost but a shorter path.
import type { Graph } from '$lib/content/graph';
import type { Carried } from './carry';
import { findModuleProgress, withModuleProgress, type ModuleProgress, type Progress } from './progress';
import { resumePlay } from './resume';

/** What bringing a module changes on this device. */
export interface Change {
	id: string;
	/** Endings that weren't seen here yet. */
	endings: number;
	/** The brought play is taken up, since it is further than the one here. */
	further: boolean;
}

/** The progress with what was carried: the endings of both, and of two plays the longer one. */
export function mergeProgress(catalogue: Graph[], here: Progress, modules: Carried[]): { progress: Progress; changes: Change[] } {
	let progress = here;
	const changes: Change[] = [];
	for (const module of modules) {
		const graph = module.fit === 'fits' && catalogue.find(({ id }) => id === module.id);
		if (!graph || module.fit !== 'fits') continue;
		const { merged, ...change } = mergeModule(graph, findModuleProgress(progress, module.id), module.progress);
		changes.push({ id: module.id, ...change });
		progress = withModuleProgress(progress, module.id, merged);
	}
	return { progress, changes };
}

function mergeModule(
	graph: Graph,
	mine: ModuleProgress | null,
	theirs: ModuleProgress
): { merged: ModuleProgress; endings: number; further: boolean } {
	const further = lengthToTakeUp(graph, theirs) > (mine ? lengthToTakeUp(graph, mine) : 0);
	if (!mine) return { merged: theirs, endings: theirs.endings.length, further };
	const endings = [...new Set([...mine.endings, ...theirs.endings])];
	const play = further ? { ...theirs, counted: [...new Set([...mine.counted, ...theirs.counted])] } : mine;
	return {
		merged: { ...mine, ...play, endings, done: mine.done || theirs.done },
		endings: endings.length - mine.endings.length,
		further
	};
}

/** A play that has ended has nothing to take up, however long it was. */
function lengthToTakeUp(graph: Graph, part: ModuleProgress): number {
	return resumePlay(graph, part)?.play.state.path.length ?? 0;
}
