// The script of pages whose module has exercises: answers them in place. They are whole in the page, with all they may say
// hidden, so this only shows, hides and moves; and it needs no framework, nor the Player.
import { judge } from './blocks/judge';
import { watchVoice } from './voice';

let voice: SpeechSynthesisVoice | undefined;

/** Takes over every exercise of the page, those that come later too. */
function watchExercises(page: Document): void {
	// Buttons that need a script show up.
	page.documentElement.dataset.exercises = '';
	page.addEventListener('submit', answer);
	page.addEventListener('change', compose);
	page.addEventListener('click', press);
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
	const { verdict, fields: judged } = judge(rights, answers, form.dataset.exercise === 'spot');
	show(form, '[data-verdict]', ({ verdict: each }) => each === verdict);
	for (const [index, field] of fields.entries()) {
		const { says, explains } = judged[index]!;
		show(field, '[data-why]', () => says !== null || explains);
		show(field, '[data-says]', ({ says: each }) => each === says);
		show(field, '[data-explains]', () => explains);
		show(field, '[data-remark]', ({ remark }) => explains && remark === answers[index]);
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

watchExercises(document);
