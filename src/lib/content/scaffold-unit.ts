// The training unit that `npm run content:new -- --unit P1` starts from: a scene to decide, something to do, and a knowledge check of
// three questions asked in choices, which the server can check again.
import type { Audience, UnitNumber } from './training';

/** The text of module.svx for a new unit; `id` is written as YAML takes it, spaces as they are typed. */
export function writeUnit(id: string, unit: UnitNumber, audience: Audience): string {
	return `---
id: ${id}
version: 1
kind: story
audience: ${audience}
unit: ${unit}
check: savoir
title: Mon unité
summary: Une phrase qui dit à quoi elle sert.
${audience === 'coach' ? '' : 'ages: [14-15, 16-18]\n'}minutes: 15
intensity: 1
picture: { place: common-room, cast: [{ who: lina, mood: worried }, { who: coach, mood: neutral }] }
memo: J’écoute. Je dis merci. J’en parle à la bonne personne.
objectives:
  ecouter: Je sais écouter sans demander de détails.
start: debut
vars: { ecoute: bool = false }
scores: { savoir: 0..3 pass 2 }
people: { lina: Lina, coach: Nadia }
sources: []
---

## debut
### Lina attend

**Lina:** C’est difficile à dire.

- [« Prends ton temps. Je t’écoute. »](#pratique) \`set: ecoute = true\` \`tests: ecouter\`
  > Lina respire. Elle a le temps.
- [« Dis-moi tout, vite ! »](#pratique) \`tests: ecouter\` \`risky\`
  > Lina se ferme. Un pardon, et elle revient.

## pratique
### Que dire ?

<Quiz type="single" id="phrase">

Quelle phrase aide Lina ?

- [ ] « Ça va passer. »
  > Peut-être. Mais elle se sent seule.
- [x] « Merci de me le dire. »
  > Oui. Elle sait que tu l’écoutes.

</Quiz>

- [Trois questions](#un)

## un
### Première question

Lina veut que ce soit un secret. Que dit-on ?

- [« Je ne peux pas le promettre. »](#deux) \`score: savoir 1\` \`tests: ecouter\`
  > Oui. C’est honnête.
- [« Promis ! »](#deux) \`tests: ecouter\`
  > Non. Un danger ne se garde pas.
- [Rien du tout](#deux) \`tests: ecouter\`
  > Non. Elle attend une réponse, et elle y a droit.

## deux
### Deuxième question

Faut-il tous les détails ?

- [Oui, depuis le début](#trois) \`tests: ecouter\`
  > Non. Tout redire peut faire mal.
- [Non, l’essentiel suffit](#trois) \`score: savoir 1\` \`tests: ecouter\`
  > Oui. D’autres sont formés pour la suite.
- [Oui, par écrit](#trois) \`tests: ecouter\`
  > Non plus. On note qui et quand, pas toute l’histoire.

## trois
### Troisième question

Quand en parle-t-on à la bonne personne ?

- [La semaine prochaine](#bilan) \`tests: ecouter\`
  > Non. C’est trop long.
- [Jamais](#bilan) \`tests: ecouter\`
  > Non. Personne ne porte cela sans aide.
- [Aujourd’hui](#bilan) \`score: savoir 1\` \`tests: ecouter\`
  > Oui. Le jour même.

## bilan
### Le soir

Le jour finit.

- [Je rentre](#fin-merci) \`if: ecoute\`
- [Je rentre](#fin-presque) \`if: not ecoute\`

## fin-merci \`end: good\`
### Merci

**Lina:** Merci de m’avoir écoutée.

> **Et maintenant ?** Note le nom de la personne à qui tu peux en parler.

## fin-presque \`end: mixed\`
### Presque

Lina est partie un peu vite. Elle n’a rien fait de mal.

> **Et maintenant ?** Demain, tu peux lui dire : « Je t’écoute, si tu veux. »
`;
}
