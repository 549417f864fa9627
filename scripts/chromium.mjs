// Where the browser tests find Debian's Chromium, and how it starts without talking to anybody. The headless shell first: the same
// engine without the browser's own windows, which take more time than our pages.
import { existsSync } from 'node:fs';

const places = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Path of the Chromium to test with; undefined when none is installed. */
export function chromiumPath() {
	return process.env.CHROMIUM ?? places.find((place) => existsSync(place));
}

export const chromiumArgs = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];
