// The one script of a phone in a live: leaving fast, then taking over the markup of the page and keeping it true.
import { hydrate, mount } from 'svelte';
import { watchNetwork } from '../../offline/network';
import { watchQuickExit } from '../../offline/quick-exit';
import type { PhoneData } from './phone';
import Phone from './Phone.svelte';
import { PhoneLink } from './phone-link.svelte';

watchQuickExit();
watchNetwork();

const target = document.getElementById('phone');
const given = document.getElementById('phone-props')?.textContent;
if (target && given) {
	const data = JSON.parse(given) as PhoneData;
	const link = new PhoneLink(data.code, data.locale);
	link.view = data.view;
	link.own = data.own;
	const props = { data, link };
	// `vite dev` compiles for hot reload, with markers that hydrate doesn't expect: there the markup is made anew.
	if (import.meta.env.DEV) {
		target.replaceChildren();
		mount(Phone, { target, props });
	} else hydrate(Phone, { target, props });
	if (data.view) link.start();
}
