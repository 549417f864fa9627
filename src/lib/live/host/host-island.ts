// The script of the host's and the coach's page.
import { hydrate, mount } from 'svelte';
import type { Messages } from '../../i18n/translator';
import { StaffLink, type StaffData } from '../staff-link.svelte';
import type { HostView } from '../view';
import Host from './Host.svelte';

export interface HostData extends StaffData<HostView> {
	messages: Messages;
	role: 'host' | 'coach';
	address: string;
	qr: string;
	/** The screen's page with its own token, the other role's page, the log. */
	screen: string;
	other: string | null;
	log: string;
}

const target = document.getElementById('host');
const given = document.getElementById('host-props')?.textContent;
if (target && given) {
	const data = JSON.parse(given) as HostData;
	const link = new StaffLink<HostView>(data.code, data.locale, data.token);
	link.view = data.view;
	link.at = Date.now();
	if (import.meta.env.DEV) {
		target.replaceChildren();
		mount(Host, { target, props: { data, link } });
	} else hydrate(Host, { target, props: { data, link } });
	link.start();
}
