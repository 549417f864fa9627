// Leaving fast: the button and a double Escape replace the page by a neutral one, and going back doesn't bring it back.
import { eraseDevice } from './erase';
import { readText, removeText, writeText } from './storage';

const exitAddress = '/exit';
/** Two presses of Escape within this time leave (milliseconds). */
const doubleWithin = 800;
const leftFlag = 'relais:left';

export function erasesOnExit(): boolean {
	return readText('erase-on-exit') === '1';
}

export function setErasesOnExit(erases: boolean): void {
	if (erases) writeText('erase-on-exit', '1');
	else removeText('erase-on-exit');
}

/** Wires every `[data-quick-exit]` link and the Escape key of this page. Without a script the link still leads away. */
export function watchQuickExit(): void {
	let lastEscape = -Infinity;
	document.addEventListener('keydown', (event) => {
		if (event.key !== 'Escape') return;
		if (event.timeStamp - lastEscape < doubleWithin) leave();
		lastEscape = event.timeStamp;
	});
	document.addEventListener('click', (event) => {
		if (!(event.target instanceof Element) || !event.target.closest('[data-quick-exit]')) return;
		event.preventDefault();
		leave();
	});
	// The back button of a tab that was left in a hurry leads to the neutral page as well.
	if (wasLeft()) document.documentElement.hidden = true;
	addEventListener('pageshow', (event) => {
		const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
		const cameBack = event.persisted || navigation?.type === 'back_forward';
		if (wasLeft() && cameBack) return leave();
		forgetLeaving();
		document.documentElement.hidden = false;
	});
}

function leave(): void {
	document.documentElement.hidden = true;
	globalThis.speechSynthesis?.cancel();
	const erased = erasesOnExit() ? eraseDevice() : undefined;
	try {
		sessionStorage.setItem(leftFlag, '1');
	} catch {
		// Without storage the back button is all that is lost.
	}
	// Erasing takes a moment that a person in a hurry doesn't have: it ends in the background.
	void Promise.race([erased, new Promise((resolve) => setTimeout(resolve, erased ? 150 : 0))]).then(() =>
		// Without a network and without a worker to answer, our own neutral page can't be had either.
		location.replace(navigator.onLine || navigator.serviceWorker?.controller ? exitAddress : 'about:blank')
	);
}

function wasLeft(): boolean {
	try {
		return sessionStorage.getItem(leftFlag) === '1';
	} catch {
		return false;
	}
}

function forgetLeaving(): void {
	try {
		sessionStorage.removeItem(leftFlag);
	} catch {
		// Nothing was kept.
	}
}
