import { afterEach, describe, expect, it } from 'vitest';
import { showHelpNow } from './island-help';

const page = () => {
	document.body.innerHTML = `
		<ol data-help-list data-time-zone="Europe/Brussels" data-open-label="Ouvert" data-opens-label="Ouvre à {time}">
			<li id="day" data-hours="10:00-24:00"><span data-open-now hidden></span></li>
			<li id="unknown" data-hours="unknown"><span data-open-now hidden></span></li>
			<li id="always" data-hours="always"><span data-open-now hidden></span></li>
		</ol>`;
	return document.body;
};
const order = () => [...document.querySelectorAll('li')].map(({ id }) => id);
const label = (id: string) => document.querySelector<HTMLElement>(`#${id} [data-open-now]`);

afterEach(() => document.body.replaceChildren());

describe('showHelpNow', () => {
	it('says at night when the day line opens, and shows it last', () => {
		showHelpNow(page(), new Date('2026-11-23T02:00:00Z'));
		expect(order()).toEqual(['always', 'unknown', 'day']);
		expect(label('day')?.textContent).toBe('Ouvre à 10:00');
		expect(label('day')?.hidden).toBe(false);
		expect(label('always')?.textContent).toBe('Ouvert');
	});

	it('says by day who answers, and nothing where nobody knows', () => {
		showHelpNow(page(), new Date('2026-11-23T12:00:00Z'));
		expect(order()).toEqual(['day', 'always', 'unknown']);
		expect(label('day')?.textContent).toBe('Ouvert');
		expect(label('unknown')?.hidden).toBe(true);
	});

	it('leaves a page without help lines alone', () => {
		document.body.innerHTML = '<p>…</p>';
		expect(() => showHelpNow(document, new Date())).not.toThrow();
	});
});
