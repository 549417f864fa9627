// A small module without any finding, for tests: each test changes one thing and looks at what follows.
import { compileModule, type Compiled, type Surroundings, type TranslationFiles } from './compile';

export const sampleFile = 'content/modules/sample/module.svx';

export const sample = `---
id: sample
version: 1
kind: chat
title: Le titre
summary: Le résumé
ages: [12-13]
minutes: 5
intensity: 1
picture: { place: bus, cast: [{ who: lina, mood: happy }] }
memo: La ligne du mémo
objectives: { aider: J’aide }
start: debut
vars: { force: int 0..3 = 0, dit: bool = false }
scores: { points: 0..4 pass 2 }
people: { lina: Lina, groupe: La classe, moi: Toi }
---

## debut \`checkpoint\`
### Le début

Un texte **fort** et [une page](/help).

- un
- deux

> Une note.

**Lina:** Salut !

**Toi:** Salut.

<Film place="bus">

1. \`wide\` \`4s\` \`lina:happy\`
   Dans le bus.
2. \`close\` \`3s\` \`place:camp\` \`lina:sad\` **Lina:** Oh.
3. \`phone\` \`2s\` **La classe:** Regardez !

</Film>

- [Je parle](#suite) \`set: force + 1, dit = true\` \`score: points 2\` \`tests: aider\`
- [Je me tais](#suite) \`risky\`
  > Se taire, cela arrive.

## suite
### La suite

<Quiz type="single" id="question">

Que faire ?

- [x] Aider
  > Oui.
- [ ] Partir
  > Non.

</Quiz>

<Image src="/art/bus.svg" alt="Un bus"/>

<Help/>

- [Un pas](#suite) \`if: force lt 3\` \`set: force + 1, dit = true\` \`once\`
- [Fin](#bien) \`if: dit\`
- [*Je ne sais pas*](#dur) \`if: not dit or force gte 1 and visited(debut)\`

## bien \`end: good\`
### Bien

Bravo.

> Tu peux encore en parler.

## dur \`end: hard\`
### Dur

Ce n’est pas ta faute.

> Demain aussi, tu peux demander de l’aide.
`;

/** What the sample may include and show. */
const parts: Record<string, string> = {
	'content/modules/parts/pause.svx': 'On fait une pause.\n\n<Include file="souffle.svx"/>\n',
	'content/modules/parts/souffle.svx': '> Souffle.\n',
	'content/modules/parts/rond.svx': '<Include file="rond.svx"/>\n',
	'content/modules/parts/noeud.svx': '## noeud\n',
	'content/modules/parts/faux.svx': 'Un `texte`\n'
};
const surroundings: Surroundings = {
	readPart: (path) => parts[path] ?? null,
	media: [
		{ path: 'audio/fr/suite.mp3', bytes: 90_000, version: 'a1' },
		{ path: 'media/film.webm', bytes: 800_000, version: 'b2' },
		{ path: 'media/long.webm', bytes: 80_000_000, version: 'c3' }
	]
};

/** Compiles the sample after replacements, each of which must apply. */
export function compileSample(changes: [string, string][] = [], translations: TranslationFiles = {}): Compiled {
	const source = changes.reduce((text, [before, after]) => {
		if (!text.includes(before)) throw new Error(`The sample doesn’t hold “${before}”.`);
		return text.replace(before, () => after);
	}, sample);
	return compileModule(source, sampleFile, translations, null, surroundings);
}

/** Codes found in the module itself (translations left aside), each once. */
export function listCodes(changes: [string, string][] = []): string[] {
	const own = compileSample(changes).findings.filter(({ file }) => !file.endsWith('.po'));
	return [...new Set(own.map(({ code }) => code))];
}
