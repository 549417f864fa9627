// One exercise of each kind, as an author writes them. For tests, here and in the modules folder.
import { compileSample } from './sample';
import type { Compiled, TranslationFiles } from './compile';
import type { Exercise } from './graph';

export const sampleExercises = `<Quiz type="order" id="ordre">

Que fais-tu **d’abord** ?

1. Je respire
   > Le calme aide.
2. J’en parle
   > À deux, on pense mieux.
3. Je bloque
   > Bloquer vient bien après.

</Quiz>

<Quiz type="match" id="paires">

Qu’est-ce qui va ensemble ?

- Un *inconnu* demande ton école = Je ne la dis pas
  > L’école dit où te trouver.
- Un ami est triste = Je l’écoute
  > Écouter est déjà aider.

</Quiz>

<Quiz type="spot" id="louche">

Qu’est-ce qui cloche dans ce message ?

- [ ] Salut, ça va ?
  > Un bonjour ordinaire.
- [x] Ne le dis à personne.
  > Un secret imposé isole.
- [x] Envoie vite !
  > La hâte empêche de penser.

</Quiz>

<Sort id="piles">

Où ranges-tu ces cartes ?

- **Je garde**
  - Mon prénom
    > Tu peux le dire.
- **J’en parle**
  - Une menace
    > Jamais à porter sans aide.
  - Un chantage
    > La faute est à l’autre.

</Sort>

<Build id="phrase">

Que dirais-tu à Lina ?

- Pour commencer
  - Salut Lina,
    > Simple et gentil.
  - Écoute,
    > Un peu direct, cela marche aussi.
- Ensuite
  - je suis là.
    > Elle n’est plus seule.
  - on en parle ?
    > Elle peut dire non.

</Build>

<Poll id="avis">

Faut-il répondre ?

- Oui
  > Beaucoup le pensent.
- Non
  > Se taire protège parfois.

</Poll>

<Reflect>

À qui penses-tu ?

</Reflect>`;

/** The sample with all exercises in its last node; `changes` are made to them. */
export function compileExercises(changes: [string, string][] = [], translations: TranslationFiles = {}): Compiled {
	const text = changes.reduce((all, [before, after]) => {
		if (!all.includes(before)) throw new Error(`The exercises don’t hold “${before}”.`);
		return all.replace(before, () => after);
	}, sampleExercises);
	return compileSample([['Ce n’est pas ta faute.', text]], translations);
}

/** The compiled exercises, by kind. */
export function listExercises({ modules }: Compiled): Record<Exercise['kind'], Exercise> {
	const exercises = modules!.fr.nodes.dur!.blocks.filter((block) => block.type === 'exercise');
	return Object.fromEntries(exercises.map((each) => [each.kind, each])) as Record<Exercise['kind'], Exercise>;
}
