// What one process of an instance counts against guessing, the others count too. Limits are kept in memory only, so an act is told
// and repeated there, and stored nowhere. What is lost on the way is a guess more for somebody.

/** Does an act of another process again: which, of which key (a hash, or nothing), when (milliseconds since 1970). */
export type Repeat = (act: string, key: string, at: number) => void;

type Told = [name: string, ...act: Parameters<Repeat>];

const repeats = new Map<string, Repeat>();
/** What was told under names that nobody here has used yet: pages are loaded when they are first asked for. The oldest go first. */
const early: Told[] = [];
const mostEarly = 10_000;
let send: ((told: string) => void) | null = null;

/** Repeats what is done under this name in other processes. Gives what tells them of an act here; alone, it tells nobody. */
export function countTogether(name: string, repeat: Repeat): Repeat {
	repeats.set(name, repeat);
	for (const told of early.splice(0)) hear(told);
	return (act, key, at) => send?.(JSON.stringify([name, act, key, at] satisfies Told));
}

/** From now on acts are sent to other processes. Gives what hears theirs. */
export function connectNeighbours(sender: (told: string) => void): (told: string) => void {
	send = sender;
	return (told) => hear(JSON.parse(told) as Told);
}

function hear(told: Told): void {
	const [name, ...act] = told;
	const repeat = repeats.get(name);
	if (repeat) return repeat(...act);
	early.push(told);
	if (early.length > mostEarly) early.shift();
}
