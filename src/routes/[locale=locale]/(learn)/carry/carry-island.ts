// Makes the code of this device's progress and brings another's here. All of it happens on the device: the code comes by the
// keyboard or in the address's fragment, which browsers never send, and which is taken out of the address at once.
import { renderSVG } from 'uqr';
import { createTranslator } from '$lib/i18n/translator';
import { packProgress, unpackProgress, type Carried, type Unpacked } from '$lib/modules/carry';
import { mergeProgress, type Change } from '$lib/modules/carry-merge';
import { openProgress, type Progress } from '$lib/modules/progress';
import type { CarryData } from './carry';

const given = document.getElementById('carry-props')?.textContent;
if (given) startCarrying(JSON.parse(given) as CarryData);

function startCarrying({ locale, messages, modules }: CarryData): void {
	const t = createTranslator(locale, messages);
	const stored = openProgress();
	const catalogue = modules.map(({ graph }) => graph);
	const titles = new Map(modules.map(({ title, graph }) => [graph.id, title]));
	const find = <T extends HTMLElement = HTMLElement>(name: string, within: ParentNode = document) =>
		within.querySelector<T>(`[data-carry${name && `-${name}`}]`)!;
	const field = find<HTMLInputElement>('field');
	const result = find('result');

	function showCode(): void {
		const code = packProgress(catalogue, stored.get());
		find('out').hidden = code === null;
		find('nothing').hidden = code !== null;
		if (code === null) return;
		find('code').textContent = code;
		const address = `${location.origin}${location.pathname}#${code.replaceAll(' ', '')}`;
		find('qr').innerHTML = renderSVG(address, { ecc: 'M', border: 2 });
	}

	/** Shows what a code would change, or what is wrong with it. */
	function look(code: string): void {
		const read = unpackProgress(catalogue, code);
		const problem = read.ok ? '' : describeProblem(read);
		find('problem').textContent = problem;
		field.toggleAttribute('aria-invalid', !read.ok);
		if (read.ok) field.removeAttribute('aria-describedby');
		else field.setAttribute('aria-describedby', 'carry-problem');
		if (!read.ok) {
			result.replaceChildren();
			field.focus();
			return;
		}
		const { changes } = mergeProgress(catalogue, stored.get(), read.modules);
		show('found');
		find('changes', result).replaceChildren(...read.modules.flatMap((module) => describe(module, changes)).map(makeLine));
		find('offer', result).hidden = !changes.some(({ endings, further }) => endings > 0 || further);
		find('merge', result).addEventListener('click', () => bring(read.modules));
		find('cancel', result).addEventListener('click', () => result.replaceChildren());
	}

	function bring(carried: Carried[]): void {
		const before: Progress = stored.get();
		stored.set(mergeProgress(catalogue, before, carried).progress);
		field.value = '';
		showCode();
		show('done');
		find('undo', result).addEventListener('click', () => {
			stored.set(before);
			showCode();
			show('undone');
		});
	}

	function show(template: 'found' | 'done' | 'undone'): void {
		result.replaceChildren(find<HTMLTemplateElement>(template).content.cloneNode(true));
		result.focus();
	}

	function describe(module: Carried, changes: Change[]): string[] {
		if (module.fit === 'unknown') return [t('memo.carryUnknown')];
		const title = titles.get(module.id) ?? '';
		if (module.fit === 'older') return [t('memo.carryOlder', { title })];
		if (module.fit === 'newer') return [t('memo.carryNewer', { title })];
		const change = changes.find(({ id }) => id === module.id);
		const lines = [
			...(change?.further ? [t('memo.carryFurther', { title })] : []),
			...(change?.endings ? [t('memo.carryEndings', { title, n: change.endings })] : [])
		];
		return lines.length > 0 ? lines : [t('memo.carrySame', { title })];
	}

	function describeProblem(read: Unpacked & { ok: false }): string {
		if (read.reason === 'character') return t('memo.carryCharacter', { sign: read.sign });
		const words = {
			empty: 'memo.carryEmpty',
			length: 'memo.carryLength',
			typo: 'memo.carryTypo',
			newer: 'memo.carryTooNew',
			damaged: 'memo.carryDamaged'
		} as const;
		return t(words[read.reason]);
	}

	/** The code of a link that was scanned. */
	function readFragment(): void {
		const code = location.hash.slice(1);
		if (!code) return;
		history.replaceState(null, '', location.pathname);
		field.value = code.replace(/.{4}(?=.)/g, '$& ');
		look(code);
	}

	find('form').addEventListener('submit', (event) => {
		event.preventDefault();
		look(field.value);
	});
	showCode();
	find('').hidden = false;
	addEventListener('hashchange', readFragment);
	readFragment();
}

function makeLine(words: string): HTMLLIElement {
	const line = document.createElement('li');
	line.textContent = words;
	return line;
}
