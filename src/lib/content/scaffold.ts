// The module that `npm run content:new` starts from: small, whole and without an error, so that a writer changes what works.
import { locales, sourceLocale } from '../i18n/locales';
import { compileModule } from './compile';
import { checkPlans } from './plan';
import { appendPlay, recordPlays } from './plan-record';
import { updatePo } from './po';
import { writeUnit } from './scaffold-unit';
import { idPattern } from './schema';
import type { Audience, UnitNumber } from './training';
import { formatRegistry } from './units';

/** Longest name of a module, in characters: it stands in addresses. */
export const longestSlug = 60;

/** Whether a text can be the name of a module's folder, which is also its id. */
export function isSlug(text: string): boolean {
	return idPattern.test(text) && text.length <= longestSlug;
}

/**
 * The files of a new module, or of a new training unit, by name: module.svx, units.json, a PO file for each language, a plan for
 * each ending.
 */
export function scaffoldModule(slug: string, training?: { unit: UnitNumber; audience: Audience }): Map<string, string> {
	const source = typeset(training ? writeUnit(quote(slug), training.unit, training.audience) : writeModule(slug));
	const folder = training ? 'training' : 'modules';
	const { modules, units, registry } = compileModule(source, `content/${folder}/${slug}/module.svx`, {});
	if (!modules || !registry) throw new Error('The module that content:new starts from can’t be compiled: correct scaffold.ts.');
	const module = modules[sourceLocale];
	const files = new Map([
		['module.svx', source],
		['units.json', formatRegistry(registry)]
	]);
	for (const { id } of locales) if (id !== sourceLocale) files.set(`${id}.po`, updatePo(null, id, slug, units));
	for (const play of recordPlays(module.graph, checkPlans(module, []).coverage.edges.missing)) {
		const name = `${play.ending}.plan`;
		files.set(name, appendPlay(files.get(name) ?? null, module, play));
	}
	return files;
}

/** The text of module.svx for a new slug (which is also its id). */
function writeModule(slug: string): string {
	return `---
id: ${quote(slug)}
version: 1
kind: story
title: Mon histoire
summary: Une phrase qui donne envie. Et toi, tu fais quoi ?
ages: [12-13, 14-15]
minutes: 5
intensity: 1
picture: { place: bus, cast: [{ who: lina, mood: worried }, { who: karim, mood: neutral }] }
memo: Je demande à la personne comment ça va. J’en parle à un adulte.
objectives:
  aider: Je sais quoi dire à une personne qui ne va pas bien.
  demander: Je sais à qui en parler.
start: debut
vars: { ecoute: bool = false }
scores: { reflexes: 0..4 pass 3 }
people: { lina: Lina, karim: Karim, coach: Nadia, moi: Toi }
---

## debut
### Dans le bus

Lina est seule, tout au fond. Elle regarde son téléphone et elle ne rit pas.

**Karim:** Tu as vu le message sur Lina ?

- [« Non. Et Lina, ça va ? »](#quiz) \`set: ecoute = true\` \`score: reflexes 2\` \`tests: aider\`
  > Karim se retourne vers Lina. Il n’y avait pas pensé.
- [Je ris avec lui](#quiz) \`tests: aider\` \`risky\`
  > Lina l’entend. Tu peux encore aller lui parler.
- [*Je ne sais pas quoi dire*](#quiz)
  > C’est normal. Tu pourras encore agir.

## quiz
### Que faire ?

<Quiz type="single" id="aider">

Lina ne va pas bien. Qu’est-ce qui aide ?

- [ ] Faire comme si je n’avais rien vu
  > Lina peut croire que tout le monde est d’accord.
- [x] Lui demander comment elle va
  > Oui. Elle n’est plus seule.
- [ ] Répondre au message avec un autre message
  > Le message circule encore plus.

</Quiz>

- [*Je descends du bus*](#fin-seule)
- [« On va voir Nadia, toi et moi ? »](#fin-ensemble) \`if: ecoute\` \`score: reflexes 2\` \`tests: demander\`
- [Je m’assieds près d’elle et j’écoute](#fin-ensemble) \`if: not ecoute\` \`score: reflexes 1\` \`tests: aider\`

## fin-ensemble \`end: good\`
### À deux

**Lina:** Merci. Je croyais que personne ne me parlerait.

> **Et maintenant ?** Nadia peut vous aider. Tu n’as pas à tout porter.

<Help/>

## fin-seule \`end: hard\`
### Le bus repart

Lina reste dans le bus. Ce n’est pas sa faute, et il n’est pas trop tard.

> **Et maintenant ?** Ce soir, tu peux lui écrire une phrase : « Ça va ? » Demain, vous pouvez aller voir Nadia.

<Help/>
`;
}

/** YAML would take some slugs for a number or for "yes". */
function quote(slug: string): string {
	return /^\d|^(true|false|null|yes|no|on|off|y|n)$/.test(slug) ? `"${slug}"` : slug;
}

/** French puts narrow no-break spaces inside quotation marks and before double signs. */
function typeset(text: string): string {
	return text.replace(/ (?=[?!:;»])|(?<=«) /g, '\u202f');
}
