// Opens the invitation that the address holds behind its #. That part stays in the browser until this form sends it in its body.
const form = document.querySelector<HTMLFormElement>('form[data-invitation]')!;
const field = form.elements.namedItem('link') as HTMLInputElement;

open();
// Another link pasted into the address of this page loads nothing.
addEventListener('hashchange', open);

function open(): void {
	const token = location.hash.slice(1);
	if (token === '') return;
	field.value = token;
	// Sent while the page still loads, it takes this page's place in the history: going back doesn't come here again.
	form.submit();
}
