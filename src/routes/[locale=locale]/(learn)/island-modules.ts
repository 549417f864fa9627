// What this device has done: ticks on the cards of the module list, the short versions offered then, and the memo that builds
// itself.
import { findModuleProgress, openProgress } from '$lib/modules/progress';

export function showDone(page: ParentNode): void {
	const progress = openProgress().get();
	const isDone = (element: HTMLElement) => findModuleProgress(progress, element.dataset.moduleId ?? '')?.done ?? false;

	for (const card of page.querySelectorAll<HTMLElement>('[data-module-card]')) {
		const tick = card.querySelector<HTMLElement>('[data-done]');
		if (tick) tick.hidden = !isDone(card);
	}
	for (const link of page.querySelectorAll<HTMLElement>('[data-booster]')) link.hidden = !isDone(link);
	const lines = [...page.querySelectorAll<HTMLElement>('[data-memo-line]')];
	for (const line of lines) line.hidden = !isDone(line);
	const none = page.querySelector<HTMLElement>('[data-memo-none]');
	if (none) none.hidden = lines.some((line) => !line.hidden);
	for (const element of page.querySelectorAll<HTMLElement>('[data-memo-all]')) element.hidden = lines.length > 0;
}
