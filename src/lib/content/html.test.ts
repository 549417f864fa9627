import { describe, expect, it } from 'vitest';
import { escapeHtml, toWords } from './html';

describe('words of HTML', () => {
	it.each([
		['<strong>Stop</strong>, dit Nour.', 'Stop, dit Nour.'],
		['Une ligne<br>et une autre', 'Une ligne et une autre'],
		['<p>Un.</p><p>Deux.</p>', 'Un. Deux.'],
		['<a href="/fr/help">aide</a>&amp;co', 'aide&co'],
		['3 &lt; 5 &quot;vu&quot;', '3 < 5 "vu"']
	])('%s', (html, words) => expect(toWords(html)).toBe(words));

	it('are what was escaped, once', () => {
		for (const text of ['a & b < c > d "e"', '&amp;', '&lt;script&gt;']) expect(toWords(escapeHtml(text))).toBe(text);
	});
});
