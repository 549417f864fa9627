// The device's own voice for a language. Voices that live on a server are refused: they would send what a young person reads to
// somebody else.

/** Calls back with the voice, at once and whenever the browser has found others (most list theirs only after a while). */
export function watchVoice(locale: string, use: (voice: SpeechSynthesisVoice | undefined) => void): void {
	const synthesis = globalThis.speechSynthesis as SpeechSynthesis | undefined;
	const find = () =>
		use((synthesis?.getVoices() ?? []).find(({ lang, localService }) => localService && lang.toLowerCase().startsWith(locale)));
	find();
	synthesis?.addEventListener('voiceschanged', find);
}
