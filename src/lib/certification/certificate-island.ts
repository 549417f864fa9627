// The holder's page: draws a typed name into the certificate, and on request proves it in the QR code. The name stands in no form
// and in no request: the server is sent a hash of it with a secret that only the QR code knows.
import { renderSVG } from 'uqr';
import { createTranslator } from '../i18n/translator';
import { allowsName } from './badge';
import { commitTo, makeSecret, tidyName } from './badge-name';
import type { CertificateData } from './certificate-data';

const given = document.getElementById('certificate-props')?.textContent;
if (given) startPaper(JSON.parse(given) as CertificateData);

function startPaper({ locale, messages, id, nameMode, address }: CertificateData): void {
	const t = createTranslator(locale, messages);
	const find = <T extends HTMLElement = HTMLElement>(name: string) => document.querySelector<T>(`[data-paper-${name}]`)!;
	find('print').hidden = false;
	find('print').addEventListener('click', () => print());
	if (!allowsName(nameMode, 'drawn')) return;

	const field = find<HTMLInputElement>('field');
	const drawn = find('name');
	const proof = allowsName(nameMode, 'committed') ? find('proof') : null;
	const plainCode = find('qr').innerHTML;
	find('typing').hidden = false;
	field.value = '';
	field.addEventListener('input', () => {
		drawn.textContent = tidyName(field.value) ?? '';
		find('write').hidden = drawn.textContent !== '';
		// Another name than the one that the code proves.
		find('qr').innerHTML = plainCode;
		find('proves').hidden = true;
		if (proof) proof.textContent = '';
	});
	if (!proof) return;
	find('prove').hidden = false;
	find('prove').addEventListener('click', () => void prove(proof));

	async function prove(told: HTMLElement): Promise<void> {
		const name = tidyName(field.value);
		if (name === null) return field.focus();
		const secret = makeSecret();
		const body = JSON.stringify({ commitment: await commitTo(name, secret) });
		const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
		const answer = await fetch(`/${locale}/certificates/${id}/proof`, request).catch(() => null);
		told.textContent = t(answer?.ok ? 'badges.paperProved' : 'badges.paperProofFailed');
		if (!answer?.ok) return;
		find('qr').innerHTML = renderSVG(`${address}#n=${secret}`, { ecc: 'M', border: 4 });
		find('proves').hidden = false;
	}
}
