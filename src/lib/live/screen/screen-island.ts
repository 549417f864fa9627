// The script of the big screen: pairs with the live, then follows it.
import { hydrate, mount } from 'svelte';
import type { Messages } from '../../i18n/translator';
import { StaffLink, type StaffData } from '../staff-link.svelte';
import type { ScreenView } from '../view';
import Screen from './Screen.svelte';

export interface ScreenData extends StaffData<ScreenView> {
	messages: Messages;
	/** What people type, without the scheme, and the drawing that they scan. */
	address: string;
	qr: string;
}

const target = document.getElementById('screen');
const given = document.getElementById('screen-props')?.textContent;
if (target && given) void begin(target, JSON.parse(given) as ScreenData);

async function begin(element: HTMLElement, data: ScreenData): Promise<void> {
	const link = new StaffLink<ScreenView>(data.code, data.locale, await findToken(data.code));
	const props = { data, link };
	if (import.meta.env.DEV) {
		element.replaceChildren();
		mount(Screen, { target: element, props });
	} else hydrate(Screen, { target: element, props });
	if (link.token === null) link.trouble = 'gone';
	else link.start();
}

/** From the host's link (and then out of the address), from before in this tab, or by the code while the door is open. */
async function findToken(code: string): Promise<string | null> {
	const place = `relais:screen:${code}`;
	const fromLink = location.hash.slice(1);
	if (fromLink) {
		history.replaceState(null, '', location.pathname);
		keep(place, fromLink);
		return fromLink;
	}
	const kept = sessionStorage.getItem(place);
	if (kept) return kept;
	const response = await fetch(`/live/${code}/screen`, {
		method: 'POST',
		body: '{}',
		headers: { 'content-type': 'application/json' }
	}).catch(() => null);
	const token = response?.ok ? ((await response.json()) as { token: string }).token : null;
	if (token) keep(place, token);
	return token;
}

function keep(place: string, token: string): void {
	try {
		sessionStorage.setItem(place, token);
	} catch {
		// A screen without storage asks again when it is loaded anew.
	}
}
