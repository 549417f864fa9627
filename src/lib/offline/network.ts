// Says on the page whether there is a network.

/** Shows the notice of the page while there is none; `whenBack` runs now and whenever there is one again. */
export function watchNetwork(whenBack: () => void = () => undefined): void {
	const notice = document.querySelector<HTMLElement>('[data-offline-notice]');
	const show = () => {
		if (notice) notice.hidden = navigator.onLine;
		if (navigator.onLine) whenBack();
	};
	addEventListener('online', show);
	addEventListener('offline', show);
	show();
}
