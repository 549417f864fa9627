// Shows which endings this device has seen and, for each, the choices that led there, in the words of the story.
import type { NodeText } from '$lib/content/graph';
import { choose, listEndings, startPlay } from '$lib/modules/engine';
import { findModuleProgress, openProgress } from '$lib/modules/progress';
import type { EndingsData } from './endings';

const given = document.getElementById('endings-props')?.textContent;
if (given) void showEndings(JSON.parse(given) as EndingsData);

async function showEndings({ graph, nodes }: EndingsData): Promise<void> {
	const kept = findModuleProgress(openProgress().get(), graph.id);
	if (!kept?.endings.length) return;
	const texts = await loadTexts(nodes);
	// The reader's age, where the last play says one, decides which endings are still to be found.
	let state = startPlay(graph);
	for (const id of kept.path) {
		const step = choose(graph, state, id);
		if (!step.ok) break;
		({ state } = step);
	}
	const within = new Set(listEndings(graph, state.vars).map(({ node }) => node));
	for (const item of document.querySelectorAll<HTMLElement>('[data-ending]')) {
		const node = item.dataset.ending ?? '';
		item.hidden = !within.has(node) && !kept.endings.includes(node);
		if (!kept.endings.includes(node)) continue;
		show(item, 'unseen', false);
		show(item, 'seen', true);
		const labels = listLabels(node, kept.ways?.[node] ?? []);
		show(item, 'unknown', labels === null);
		show(item, 'way', labels !== null);
		// The compiler's inline HTML: no attribute, no script.
		for (const label of labels ?? []) item.querySelector('[data-ending-way]')!.append(makeLine(label));
	}

	/** What was chosen on the way to an ending; null where that way isn't known, or no longer leads there. */
	function listLabels(ending: string, path: string[]): string[] | null {
		const labels: string[] = [];
		let state = startPlay(graph);
		for (const id of path) {
			const label = texts[state.node]?.choices[id]?.label;
			const step = choose(graph, state, id);
			if (!label || !step.ok) return null;
			labels.push(label);
			({ state } = step);
		}
		return state.node === ending ? labels : null;
	}
}

/** The words of the story; none without a network and not kept: the endings' names are in the page. */
async function loadTexts(address: string): Promise<Record<string, NodeText>> {
	try {
		const response = await fetch(address);
		return response.ok ? await response.json() : {};
	} catch {
		return {};
	}
}

function show(item: HTMLElement, part: string, shown: boolean): void {
	item.querySelector<HTMLElement>(`[data-ending-${part}]`)!.hidden = !shown;
}

function makeLine(html: string): HTMLLIElement {
	const line = document.createElement('li');
	line.innerHTML = html;
	return line;
}
