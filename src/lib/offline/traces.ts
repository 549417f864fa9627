// The page "my traces": erase, shared phone, erase on leaving. Elements are found by their data attributes.
import { eraseDevice } from './erase';
import { erasesOnExit, setErasesOnExit } from './quick-exit';
import { isSharedPhone, setSharedPhone } from './storage';

/** Wires the controls of the traces page, where this is one. */
export function watchTraces(page: ParentNode): void {
	for (const element of page.querySelectorAll<HTMLElement>('[data-needs-script]')) element.hidden = false;
	const done = page.querySelector<HTMLElement>('[data-erase-done]');
	page.querySelector('[data-erase]')?.addEventListener('click', async () => {
		await eraseDevice();
		if (!done) return;
		done.hidden = false;
		done.focus();
	});
	watchSwitch(page, '[data-shared-toggle]', isSharedPhone(), (shared) => {
		// What was kept until now belongs to a phone of one's own. The switch holds at once, the rest goes in the background.
		const leavesNothing = erasesOnExit();
		void eraseDevice();
		setSharedPhone(shared);
		setErasesOnExit(leavesNothing);
	});
	watchSwitch(page, '[data-erase-on-exit]', erasesOnExit(), setErasesOnExit);
}

function watchSwitch(page: ParentNode, selector: string, on: boolean, change: (on: boolean) => void): void {
	const input = page.querySelector<HTMLInputElement>(selector);
	if (!input) return;
	input.checked = on;
	input.addEventListener('change', () => change(input.checked));
}
