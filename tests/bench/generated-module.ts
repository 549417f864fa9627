// Modules for measuring: chat, films, quizzes, conditions and scores in the proportions of a real one, with three translations.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileModule } from '../../src/lib/content/compile';
import { updatePo } from '../../src/lib/content/po';

/** A translation has as many words as the French, all easy: how long reading them takes doesn't depend on what they mean. */
const easyWords = { nl: 'ja', en: 'yes', ar: 'نعم' };

/** Writes folders of modules with their translations. */
export function writeModules(directory: string, count: number, nodes: number): void {
	const { units } = compileModule(generateModule('module', nodes), `${directory}/module/module.svx`, {});
	const translations = Object.entries(easyWords).map(([locale, word]): [string, string] => {
		const text = updatePo(null, locale, 'module', units);
		const translate = (_: string, french: string) => `msgid ${french}\nmsgstr ${french.replace(/(?<!\\)\p{L}+/gu, word)}`;
		return [locale, text.replace(/^msgid (".+")\nmsgstr ""$/gm, translate)];
	});
	for (let index = 0; index < count; index++) {
		const folder = join(directory, `module-${index}`);
		mkdirSync(folder, { recursive: true });
		writeFileSync(join(folder, 'module.svx'), generateModule(`module-${index}`, nodes));
		for (const [locale, text] of translations) writeFileSync(join(folder, `${locale}.po`), text);
	}
}

/** The text of a module without errors: a line of nodes, each with three choices, two variables and one score. */
export function generateModule(id: string, nodes: number): string {
	const scenes = Array.from({ length: nodes - 2 }, (_, index) => scene(index, nodes - 3));
	return `---
id: ${id}
version: 1
kind: chat
title: Module de mesure
summary: Une histoire faite par une machine.
ages: [14-15]
minutes: 10
intensity: 1
picture: { place: bus, cast: [{ who: lina, mood: happy }] }
memo: Je mesure.
objectives: { aider: Je sais aider }
start: scene-0
vars: { soutien: int 0..4 = 0, flamme: int 0..3 = 1, parle: bool = false }
scores: { reflexes: 0..24 pass 14 }
people: { lina: Lina, karim: Karim, moi: Toi }
---

${scenes.join('\n')}
## bien \`end: good\`
### On en parle

Lina sourit. Karim range la table.

> **Et maintenant ?** Tu peux encore lui écrire.

## dur \`end: hard\`
### La place vide

Lina n’est pas venue.

> **Et maintenant ?** Tu peux encore l’appeler.
`;
}

function scene(index: number, last: number): string {
	const next = index === last ? 'bien' : `scene-${index + 1}`;
	const choices = [
		`- [Je réponds à Lina, scène ${index}](#${next}) \`set: soutien + 1\` \`score: reflexes 1\` \`tests: aider\``,
		`- [Je ris avec les autres](#${next}) \`set: flamme + 1\` \`risky\`\n  > Lina le voit. Tu peux encore changer.`,
		index === last
			? `- [*Je regarde la place*](#dur) \`if: flamme gte 2 and not parle\``
			: `- [Je vais voir Ali](#${next})${index > 0 ? ' `if: soutien gte 1`' : ''} \`set: parle = true\``
	];
	// The good answer stands first, second or last in turn, as a score must not be a matter of place.
	const turned = choices.map((_, position) => choices[(position + index) % 3]!);
	return `## scene-${index}
### La scène ${index}

Le groupe compte ${index + 2} messages. Personne ne parle du camp.

**Karim:** Tu as vu la photo ? C’est la numéro ${index}.

**Toi:** Oui. Et Lina, elle dit quoi ?

**Lina:** Rien. Je mange mes spaghettis.

${blockOf(index)}
${turned.join('\n')}
`;
}

function blockOf(index: number): string {
	if (index % 5 === 0)
		return `<Quiz type="single" id="question-${index}">

Qu’est-ce qui aide ici ?

- [${index % 2 ? 'x' : ' '}] Écrire à Lina
  > Une phrase suffit.
- [${index % 2 ? ' ' : 'x'}] Parler à Ali, à la cuisine
  > Oui. C’est son travail.

</Quiz>
`;
	if (index % 5 === 1)
		return `<Film place="bus">

1. \`wide\` \`4s\` \`lina:sad karim:neutral\`
   Le bus roule. Personne ne parle.
2. \`close\` \`4s\` \`lina:worried\` **Lina:** Merci d’être là.
3. \`phone\` \`3s\` **Karim:** Regardez ça !

</Film>
`;
	return `> **Une seconde.** Que ressent Lina, maintenant ?
`;
}
