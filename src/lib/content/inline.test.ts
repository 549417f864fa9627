import { describe, expect, it } from 'vitest';
import { listForbidden, listLinks, renderInline, toMarks, toPlainText } from './inline';
import { parseInline } from './markdown';

const html = (text: string) => renderInline(parseInline(text), 'nl');

describe('renderInline', () => {
	it.each([
		['**fort** et *doux*', '<strong>fort</strong> et <em>doux</em>'],
		['[aide *vite*](/help)', '<a href="/nl/help">aide <em>vite</em></a>'],
		['[aide](/privacy#full)', '<a href="/nl/privacy#full">aide</a>'],
		['a\nb', 'a b'],
		['a\\\nb', 'a<br>b'],
		['a\n\nb', 'a<br>b'],
		['1 < 2 & "3" > 2', '1 &lt; 2 &amp; &quot;3&quot; &gt; 2'],
		['2. deux', '2. deux'],
		['# pas un titre', '# pas un titre'],
		['- pas une liste', '- pas une liste']
	])('%j', (text, rendered) => {
		expect(html(text)).toBe(rendered);
	});

	it.each([
		['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
		['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
		['&lt;b&gt;', '&lt;b&gt;'],
		['`<b>`', '&lt;b&gt;'],
		['![<b>](/x.png)', ''],
		['[a](javascript:alert(1))', 'a'],
		['[a](https://example.org)', 'a'],
		['[a](//example.org)', 'a'],
		['[a](/x"onclick=1)', 'a'],
		['<https://example.org>', 'https://example.org'],
		['[a](/help "<b>")', '<a href="/nl/help">a</a>']
	])('lets no mark-up but its own through: %j', (text, rendered) => {
		expect(html(text)).toBe(rendered);
		if (text !== '&lt;b&gt;') expect(listForbidden(parseInline(text))).not.toEqual([]);
	});
});

describe('toMarks', () => {
	it.each([
		['**fort** et *doux*', '**fort** et *doux*'],
		['__fort__ et _doux_', '**fort** et *doux*'],
		['une [page](/help)', 'une [page](/help)'],
		['a  \nb', 'a\\\nb'],
		['a\n  b', 'a b'],
		['un \\*point\\* d’\\_ici\\_ et nom_de_fichier', 'un \\*point\\* d’\\_ici\\_ et nom_de_fichier'],
		['\\<b> 1 < 2 <3', '\\<b> 1 < 2 <3'],
		['&amp;lt; & co', '&amp;lt; & co'],
		['[photo] \\[a](/b) \\\\*', '[photo] [a]\\(/b) \\\\\\*'],
		['`code`', 'code']
	])('writes %j as %j', (text, marks) => {
		expect(toMarks(parseInline(text))).toBe(marks);
	});

	it.each(['a*b*c', '\\*', '_a_ \\_b\\_', '\\[x](/help)', '&amp;eacute;', '\\\\', 'x\\\ny', '**a** *b*', '\\<b>'])(
		'means the same when read again: %j',
		(text) => {
			const once = toMarks(parseInline(text));
			expect(toMarks(parseInline(once))).toBe(once);
			expect(html(once)).toBe(html(text));
		}
	);
});

describe('listLinks and toPlainText', () => {
	it('gather links and words', () => {
		const nodes = parseInline('**[b](/memo)** et [a](/help)\\\nfin `x` ![](/y)');
		expect(listLinks(nodes)).toEqual(['/help', '/memo']);
		expect(toPlainText(nodes)).toBe('b et a fin x ');
	});
});
