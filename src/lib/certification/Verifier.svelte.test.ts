import { page } from 'vitest/browser';
import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import badges from '$messages/fr/badges.json';
import { sampleCredential, sampleRing, sampleSecret } from './sample-badge';
import type { VerifyData } from './verify-data';
import engine from './verify-engine.ts?worker&url';
import Verifier from './Verifier.svelte';

const data: VerifyData = {
	locale: 'fr',
	messages: { badges },
	ring: sampleRing,
	engine,
	found: null,
	checkedAt: '2026-11-26T10:00:00Z',
	credential: null,
	refused: false
};

async function expectWord(container: Element, word: string): Promise<void> {
	await expect
		.poll(() => container.querySelector('[data-verdict]')?.getAttribute('data-verdict'), { timeout: 30_000 })
		.toBe(word);
}

function hand(container: Element, name: string, content: BlobPart): void {
	const input = container.querySelector<HTMLInputElement>('input[type="file"]')!;
	const files = new DataTransfer();
	files.items.add(new File([content], name));
	input.files = files.files;
	input.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('verifying in the browser', { timeout: 60_000 }, () => {
	it('says of each file in a word what it is; without the list of the revoked, nothing is called valid', async () => {
		const { container } = render(Verifier, { data });
		hand(container, 'badge.json', JSON.stringify(sampleCredential));
		await expectWord(container, 'status-unknown');
		hand(container, 'badge.json', JSON.stringify({ ...sampleCredential, name: 'Professeur' }));
		await expectWord(container, 'altered');
		hand(container, 'photo.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]));
		await expectWord(container, 'broken');
		hand(container, 'film.png', new Uint8Array(2_000_001));
		await expectWord(container, 'too-large');
		hand(container, 'old.json', '{"@context":"https://w3id.org/openbadges/v2","type":"Assertion"}');
		await expectWord(container, 'other-standard');
	});

	it('verifies again what the server said, and never repeats an old "valid"', async () => {
		const facts = {
			...{ id: sampleCredential.id.slice(-32), achievement: 'coach' as const, issuer: 'Relais' },
			...{ month: '2026-11', validUntil: '2099-12', commitment: null }
		};
		const found = { word: 'valid' as const, facts };
		const { container } = render(Verifier, { data: { ...data, found, credential: sampleCredential } });
		await expectWord(container, 'status-unknown');
		await expect.element(page.getByText('Signature juste, état inconnu')).toBeVisible();
	});

	it('compares a name with the secret of the address, which it takes out of the address', async () => {
		history.replaceState(null, '', `${location.pathname}${location.search}#n=${sampleSecret}`);
		const { container } = render(Verifier, { data: { ...data, found: { word: 'unknown' }, credential: sampleCredential } });
		await expectWord(container, 'status-unknown');
		expect(location.href).not.toContain(sampleSecret);
		const field = page.getByLabelText('Nom écrit sur le certificat');
		await field.fill('Zoé Ngo');
		await page.getByRole('button', { name: 'Comparer le nom' }).click();
		await expect.element(page.getByText('Ce n’est pas le nom de ce certificat.', { exact: false })).toBeVisible();
		await field.fill('Zoé Ngô');
		await page.getByRole('button', { name: 'Comparer le nom' }).click();
		await expect.element(page.getByText('C’est bien le nom', { exact: false })).toBeVisible();
	});

	it('keeps the file’s input within a narrow phone', async () => {
		await page.viewport(320, 700);
		const { container } = render(Verifier, { data });
		await expect.poll(() => container.querySelector('input[type="file"]')).not.toBeNull();
		const input = container.querySelector('input[type="file"]')!;
		expect(input.getBoundingClientRect().width).toBeLessThanOrEqual(input.parentElement!.clientWidth);
		expect(input.parentElement!.getBoundingClientRect().width).toBeLessThanOrEqual(320);
	});

	it('asks for a badge or a link of this instance', async () => {
		const { container } = render(Verifier, { data });
		await page.getByLabelText('Lien du certificat, ou texte du badge').fill('hello');
		container.querySelector('form')!.requestSubmit();
		await expect.element(page.getByText('Ce texte n’est ni un lien', { exact: false })).toBeVisible();
		await page.getByLabelText('Lien du certificat, ou texte du badge').fill(JSON.stringify(sampleCredential));
		container.querySelector('form')!.requestSubmit();
		await expectWord(container, 'status-unknown');
	});
});
