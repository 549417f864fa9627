// Answers from this phone: a number that only the phone knows is blinded, signed by the server for the group, and unblinded here.
// The signature that is then sent can't be matched with the one that was asked for (RFC 9474).
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { readMembership } from '$lib/groups/membership';
import { createStored } from '$lib/offline/stored';

const suite = RSABSSA.SHA384.PSS.Randomized();
const mostForms = 100;

/** Forms that this phone has answered; it alone knows. */
const answered = createStored<string[]>('answered', {
	version: 1,
	empty: [],
	read: (data) => (Array.isArray(data) && data.every((each) => typeof each === 'string') ? data : null)
});

const form = document.querySelector<HTMLFormElement>('[data-voices-form]');
const membership = readMembership();
const name = form?.dataset.voicesForm ?? '';
if (form && membership && globalThis.crypto?.subtle && !answered.get().includes(name)) offer(form, membership.key);

function offer(form: HTMLFormElement, key: string): void {
	const paper = form.querySelector<HTMLElement>('[data-voices-paper]');
	const phone = form.querySelector<HTMLElement>('[data-voices-phone]');
	if (!paper || !phone) return;
	show(true);
	form.addEventListener('submit', (event) => {
		if (paper.hidden && field('proof').value === '') {
			event.preventDefault();
			void sign().then(send, () => show(false));
		}
	});

	/** Where the phone can't, the paper code is asked for again. */
	function show(byPhone: boolean): void {
		paper!.hidden = byPhone;
		phone!.hidden = !byPhone;
		const problem = form.querySelector<HTMLElement>('[data-voices-problem]');
		if (!byPhone && problem) problem.hidden = false;
	}

	async function sign(): Promise<string> {
		const publicKey = await crypto.subtle.importKey(
			'spki',
			decode(form.dataset.voicesKey ?? ''),
			{ name: 'RSA-PSS', hash: 'SHA-384' },
			true,
			['verify']
		);
		const message = suite.prepare(crypto.getRandomValues(new Uint8Array(32)));
		const { blindedMsg, inv } = await suite.blind(publicKey, message);
		const language = document.documentElement.lang;
		const answer = await fetch(`/${language}/voices/proof`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ key, form: name, blinded: encode(blindedMsg) }),
			credentials: 'omit'
		});
		if (!answer.ok) throw new Error(String(answer.status));
		const { signature } = await answer.json();
		const proof = await suite.finalize(publicKey, message, decode(signature), inv);
		return encode(new Uint8Array([...message, ...proof]));
	}

	function send(proof: string): void {
		field('proof').value = proof;
		field('group').value = key;
		answered.set([...answered.get(), name].slice(-mostForms));
		form.submit();
	}

	function field(of: string): HTMLInputElement {
		return form.elements.namedItem(of) as HTMLInputElement;
	}
}

function decode(text: string): Uint8Array<ArrayBuffer> {
	return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
}

function encode(bytes: Uint8Array): string {
	return btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replaceAll('=', '');
}
