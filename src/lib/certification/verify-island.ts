// The script of the pages of verification: takes over their markup, and keeps what verifying needs for when there is no network.
import { hydrate, mount } from 'svelte';
import { keepForOffline } from '../offline/saved-pages';
import type { VerifyData } from './verify-data';
import Verifier from './Verifier.svelte';

const target = document.getElementById('verifier');
const given = document.getElementById('verifier-props')?.textContent;
if (target && given) {
	const data = JSON.parse(given) as VerifyData;
	const props = { data };
	// As in the phone's island: `vite dev` writes markers that hydrate doesn't expect.
	if (import.meta.env.DEV) {
		target.replaceChildren();
		mount(Verifier, { target, props });
	} else hydrate(Verifier, { target, props });
	addEventListener('load', () => void keepForOffline([data.engine, location.pathname]));
}
