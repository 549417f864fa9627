// The help page on a device: which line answers at this moment, said in words and shown first. The page is right without it.
import { isOpenAt, readHours, sortByOpenness } from '$lib/content/help';

/** Labels and sorts every `[data-help-list]`; its words for open and closed come with it, as data attributes. */
export function showHelpNow(page: ParentNode, now: Date): void {
	for (const list of page.querySelectorAll<HTMLElement>('[data-help-list]')) {
		const { timeZone, openLabel = '', opensLabel = '' } = list.dataset;
		const lines = [...list.querySelectorAll<HTMLElement>(':scope > [data-hours]')];
		const hoursOf = (line: HTMLElement) => readHours(line.dataset.hours);
		for (const line of lines) {
			const openness = isOpenAt(hoursOf(line), now, timeZone);
			const label = line.querySelector<HTMLElement>('[data-open-now]');
			if (!label || openness.state === 'unknown') continue;
			label.textContent = openness.state === 'open' ? openLabel : opensLabel.replace('{time}', openness.opensAt);
			label.dataset.openness = openness.state;
			label.hidden = false;
		}
		const sorted = sortByOpenness(lines, hoursOf, now, timeZone);
		// Moving what stands right would close an opened explanation's focus for nothing.
		if (sorted.some((line, index) => line !== lines[index])) list.append(...sorted);
	}
}
