import { describe, expect, it } from 'vitest';
import { listSpoken } from './reading-order';

const say = (html: string) => listSpoken(html).map(({ role, text }) => `${role}: ${text}`);

describe('what a screen reader says', () => {
	it('follows the page', () => {
		const html = '<h2 tabindex="-1">Le <em>groupe</em></h2><!--[--><p>Bonjour <strong>Lina</strong>.</p><p>Ça va&nbsp;?</p>';
		expect(say(html)).toEqual(['heading: Le groupe', 'text: Bonjour Lina.', 'text: Ça va\u00a0?']);
	});

	it('names links, buttons, items and images', () => {
		const html =
			'<ul><li><a href="/x?a=1&amp;b=2"><span>Oui</span> <svg aria-hidden="true"><path d="M0"/></svg></a></li><li>Deux</li></ul>' +
			'<button><span>Écouter</span></button><img src="/a.png" alt="Une photo"><svg role="img" aria-label="Lina"><g>x</g></svg>';
		expect(say(html)).toEqual(['link: Oui', 'item: Deux', 'button: Écouter', 'image: Une photo', 'image: Lina']);
	});

	it('says the label instead of the content, and where a region begins', () => {
		const html = '<nav aria-label="Tes choix"><a href="/" aria-label="Retour">x</a></nav>';
		expect(say(html)).toEqual(['region: Tes choix', 'link: Retour']);
	});

	it('says what can be ticked', () => {
		const html =
			'<form><input type="hidden" name="s" value="1"><label><input type="radio" name="o"> <span>Rien</span></label></form>';
		expect(say(html)).toEqual(['choice: Rien']);
	});

	it('is silent about what is hidden, closed or not', () => {
		const html =
			'<div hidden><p>a</p></div><p aria-hidden="true">b</p><script>c > d</script><style>e</style><svg><text>f</text></svg><p>g';
		expect(say(html)).toEqual(['text: g']);
	});
});
