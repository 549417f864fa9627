// Reading aloud: a recording where there is one, else a voice of the device itself.
import type { Locale } from '$lib/i18n/locales';
import { watchVoice } from './voice';

export class Speech {
	#voice = $state.raw<SpeechSynthesisVoice>();
	#speaking = $state(false);
	#recording: HTMLAudioElement | undefined;

	constructor(locale: Locale) {
		watchVoice(locale, (voice) => (this.#voice = voice));
	}

	/** True when the device has a voice of its own for this language; without one, nothing is offered. */
	get available(): boolean {
		return this.#voice !== undefined;
	}

	get speaking(): boolean {
		return this.#speaking;
	}

	/** Says the text; resolves when it was said, or cut short. */
	say(text: string): Promise<void> {
		const voice = this.#voice;
		if (!voice) return Promise.resolve();
		speechSynthesis.cancel();
		const utterance = Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang, rate: 0.95 });
		this.#speaking = true;
		return new Promise((resolve) => {
			utterance.onend = utterance.onerror = () => {
				this.#speaking = speechSynthesis.speaking;
				resolve();
			};
			speechSynthesis.speak(utterance);
		});
	}

	/** Plays a recording; says the text where there is none, or where it can't be had. */
	read(text: string, recording?: string): Promise<void> {
		this.stop();
		if (!recording) return this.say(text);
		const audio = (this.#recording = new Audio(recording));
		this.#speaking = true;
		audio.onended = () => this.stop();
		return audio.play().catch(() => (this.#recording === audio ? this.read(text) : undefined));
	}

	stop(): void {
		this.#recording?.pause();
		this.#recording = undefined;
		if (this.#voice) speechSynthesis.cancel();
		this.#speaking = false;
	}
}
