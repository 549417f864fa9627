// The script of pages whose module has exercises or videos: answers them in place. They are whole in the page, with all they may
// say hidden, so this only shows, hides and moves; and it needs no framework, nor the Player.
import { readText, writeText } from '$lib/offline/storage';
import { canSkip, judge } from './blocks/judge';
import type { Exercise } from '$lib/content/graph';
import { watchVoice } from './voice';

let voice: SpeechSynthesisVoice | undefined;

/** Takes over every exercise and video of the page, those that come later too. */
function watchBlocks(page: Document): void {
	// Buttons that need a script show up.
	page.documentElement.dataset.blocks = '';
	page.addEventListener('submit', answer);
	page.addEventListener('change', compose);
	page.addEventListener('click', press);
	// Events of a film don't bubble: they are caught on their way down.
	for (const type of ['loadedmetadata', 'timeupdate', 'seeking', 'pause'])
		page.addEventListener(type, (event) => event.target instanceof HTMLVideoElement && follow(event.target, type), true);
	watchVoice(page.documentElement.lang, (found) => {
		voice = found;
		if (voice) page.documentElement.dataset.voice = '';
	});
}

const fieldsOf = (form: Element) => [...form.querySelectorAll<HTMLElement>('[data-field]')];
const findForm = (event: Event) => (event.target as Element).closest<HTMLFormElement>('form[data-exercise]');

function answerOf(field: HTMLElement): string {
	const chosen = field.querySelector<HTMLInputElement | HTMLSelectElement>('input:checked, select, input[type="number"]');
	return chosen?.value ?? '';
}

function answer(event: SubmitEvent): void {
	const form = findForm(event);
	if (!form) return;
	event.preventDefault();
	const fields = fieldsOf(form);
	const answers = fields.map(answerOf);
	const rights = fields.map(({ dataset }) => ({ right: dataset.right }));
	const { verdict, fields: judged } = judge(rights, answers, canSkip(form.dataset.exercise as Exercise['kind']));
	show(form, '[data-verdict]', ({ verdict: each }) => each === verdict);
	for (const [index, field] of fields.entries()) {
		const { says, explains } = judged[index]!;
		show(field, '[data-why]', () => says !== null || explains);
		show(field, '[data-says]', ({ says: each }) => each === says);
		show(field, '[data-explains]', () => explains);
		show(field, '[data-remark]', ({ remark }) => explains && (remark === answers[index] || verdict === 'complete'));
	}
}

function show(within: Element, selector: string, when: (data: DOMStringMap) => boolean): void {
	for (const part of within.querySelectorAll<HTMLElement>(selector)) part.hidden = !when(part.dataset);
}

/** Puts the sentence together as its parts are chosen. */
function compose(event: Event): void {
	const form = findForm(event);
	const sentence = form?.querySelector<HTMLElement>('[data-sentence]');
	if (!form || !sentence) return;
	const parts = [...form.querySelectorAll('label:has(input:checked) [data-words]')];
	sentence.innerHTML = parts.map(({ innerHTML }) => innerHTML).join(' ');
	sentence.hidden = parts.length === 0;
}

function press(event: MouseEvent): void {
	const stop = (event.target as Element).closest('[data-go]')?.closest<HTMLElement>('[data-stop]');
	if (stop) return goOn(stop);
	const form = findForm(event);
	const button = (event.target as Element).closest<HTMLElement>('[data-move], [data-say]');
	if (!form || !button) return;
	if (button.dataset.move) move(form, button.closest<HTMLElement>('[data-field]')!, button.dataset.move === 'up');
	else say(form.querySelector<HTMLElement>('[data-sentence]')?.innerText ?? '');
}

function move(form: HTMLElement, field: HTMLElement, up: boolean): void {
	// The neighbour goes to the other side: the pressed button stays in the page, and so keeps the focus.
	const neighbour = up ? field.previousElementSibling : field.nextElementSibling;
	if (neighbour) field.insertAdjacentElement(up ? 'afterend' : 'beforebegin', neighbour);
	const fields = fieldsOf(form);
	for (const [index, each] of fields.entries())
		each.querySelector<HTMLInputElement>('input[type="number"]')!.value = String(index + 1);
	const told = form.querySelector<HTMLElement>('[data-moved]')!;
	const item = field.querySelector<HTMLElement>('[data-words]')!.innerText;
	told.textContent = told.dataset.moved!.replace('{item}', item).replace('{n}', String(fields.indexOf(field) + 1));
}

function say(words: string): void {
	if (!voice || !words) return;
	speechSynthesis.cancel();
	speechSynthesis.speak(Object.assign(new SpeechSynthesisUtterance(words), { voice, lang: voice.lang, rate: 0.95 }));
}

/** Where a film stands: it begins where it was left, and waits at its stops until the reader goes on. */
function follow(film: HTMLVideoElement, type: string): void {
	const { currentTime: now } = film;
	const name = new URL(film.src).pathname;
	if (type === 'loadedmetadata') {
		const [left, at] = readText('video')?.split(' ') ?? [];
		if (left === name) film.currentTime = Number(at) || 0;
	} else if (type === 'pause') writeText('video', `${name} ${film.ended ? 0 : now}`);
	for (const stop of film.parentElement!.querySelectorAll<HTMLElement>('[data-stop]')) {
		const at = Number(stop.dataset.stop);
		// Who goes back comes to the stop again.
		if (now < at - 0.5) delete stop.dataset.passed;
		else if (type === 'seeking') stop.dataset.passed = '';
		else if (type === 'timeupdate' && now >= at && stop.dataset.passed === undefined && stop.hidden) {
			film.pause();
			stop.hidden = false;
			stop.querySelector<HTMLElement>('[tabindex]')!.focus();
		}
	}
}

function goOn(stop: HTMLElement): void {
	const film = stop.parentElement!.querySelector<HTMLVideoElement>('[data-video]')!;
	stop.hidden = true;
	stop.dataset.passed = '';
	film.focus();
	void film.play();
}

watchBlocks(document);
