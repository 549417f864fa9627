// Pseudonyms of peer experts: an animal, a colour, a number. Nobody's name, no accent to hunt for on a keyboard, colours that
// don't change with gender, and no animal that is also an insult.

const animals = (
	'renard loutre castor panda koala tigre lynx dauphin pingouin tortue girafe gazelle faucon hibou merle moineau ' +
	'colibri toucan cygne condor pinson marmotte hamster lapin ours raton orque phoque morse narval puma jaguar zibeline alpaga ' +
	'lama bison okapi wapiti saumon mouette martinet bouvreuil papillon libellule coccinelle cigale kiwi wombat suricate fennec caracal'
).split(' ');
const colours = (
	'jaune rouge rose orange mauve turquoise marron beige pourpre corail indigo olive ocre safran citron cerise abricot menthe ' +
	'saphir ambre ivoire azur lilas topaze rubis jade'
).split(' ');
const numbers = { from: 10, to: 99 };

/** How many pseudonyms there are. */
export const pseudonymCount = animals.length * colours.length * (numbers.to - numbers.from + 1);

/** A pseudonym, as "Renard turquoise 27". `randomBelow(n)` gives 0..n-1 and must be cryptographically random. */
export function makePseudonym(randomBelow: (n: number) => number): string {
	const animal = animals[randomBelow(animals.length)] ?? '';
	const colour = colours[randomBelow(colours.length)] ?? '';
	const number = numbers.from + randomBelow(numbers.to - numbers.from + 1);
	return `${animal.charAt(0).toUpperCase()}${animal.slice(1)} ${colour} ${number}`;
}

/** Different pseudonyms to choose from, each of another animal. */
export function offerPseudonyms(n: number, randomBelow: (n: number) => number): string[] {
	const byAnimal = new Map<string, string>();
	while (byAnimal.size < Math.min(n, animals.length)) {
		const pseudonym = makePseudonym(randomBelow);
		byAnimal.set(pseudonym.split(' ')[0] ?? '', pseudonym);
	}
	return [...byAnimal.values()];
}

/** True for what `makePseudonym` can make: a name of one's own, real or not, isn't accepted. */
export function isPseudonym(text: string): boolean {
	const [animal = '', colour = '', number = '', ...more] = text.split(' ');
	const known = animals.includes(animal.toLowerCase()) && /^[A-Z][a-z]+$/.test(animal) && colours.includes(colour);
	return known && /^[1-9]\d$/.test(number) && more.length === 0;
}
