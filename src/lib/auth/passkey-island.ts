// Makes forms marked `data-passkey` work: asks the site for a challenge, the device for an answer, and sends that with the form.
// Without a script, or on a device without passkeys, the forms stay hidden and everything else works.
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';

if (browserSupportsWebAuthn()) document.querySelectorAll<HTMLFormElement>('form[data-passkey]').forEach(enable);

function enable(form: HTMLFormElement): void {
	const { passkey: kind, options: address = '', cancelled = '', exists = '', offline = '' } = form.dataset;
	const field = form.elements.namedItem('credential') as HTMLInputElement;
	const problem = form.querySelector<HTMLElement>('[data-passkey-problem]')!;
	form.hidden = false;
	document.querySelectorAll<HTMLElement>('[data-passkey-shown]').forEach((part) => (part.hidden = false));

	form.addEventListener('submit', (event) => {
		event.preventDefault();
		problem.textContent = '';
		answer().catch((error: unknown) => (problem.textContent = describe(error)));
	});

	async function answer(): Promise<void> {
		const response = await fetch(address, { method: 'POST' });
		// A sign-in that ended meanwhile is redirected to its page: go there.
		if (response.redirected) return location.assign(response.url);
		if (!response.ok) throw new TypeError(String(response.status));
		const optionsJSON = await response.json();
		const credential = kind === 'create' ? await startRegistration({ optionsJSON }) : await startAuthentication({ optionsJSON });
		field.value = JSON.stringify(credential);
		form.submit();
	}

	function describe(error: unknown): string {
		if (error instanceof TypeError) return offline;
		return (error as Error).name === 'InvalidStateError' ? exists : cancelled;
	}
}
