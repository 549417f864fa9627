// What hosts and coaches may ask for, and when. The table of docs/live-protocol.md says the same; a test compares the two and
// tries every role, phase and command.
import * as v from 'valibot';
import { phases, type Phase } from './state';

/** Who speaks: `host` leads (a peer expert or the coach), `coach` may also stop, moderate and answer calls. */
export type LiveRole = 'phone' | 'screen' | 'host' | 'coach';

const inRoom: readonly Phase[] = ['lobby', 'prompt', 'open', 'closed', 'reveal', 'discuss', 'debrief', 'feedback'];
const all = phases.filter((phase) => phase !== 'ended');

interface Rule {
	/** Phases in which it can be asked for. */
	in: readonly Phase[];
	/** Adults only. */
	coach?: true;
	/** Possible while the live is held (paused or calm), too. */
	held?: true;
	/** Doesn't move the live: no `ifSeq` needed, `seq` stays. */
	aside?: true;
}

export const rules = {
	begin: { in: ['draft'] },
	welcome: { in: ['pre-brief'] },
	'open-door': { in: inRoom, held: true },
	'close-door': { in: inRoom, held: true },
	next: { in: ['lobby', 'discuss', 'debrief', 'feedback'] },
	beat: { in: ['prompt', 'discuss'] },
	open: { in: ['prompt'] },
	hands: { in: ['prompt', 'closed'] },
	close: { in: ['open'] },
	reopen: { in: ['closed'] },
	reveal: { in: ['closed'] },
	discuss: { in: ['reveal'] },
	revote: { in: ['discuss'] },
	choose: { in: ['discuss'] },
	minority: { in: ['discuss'] },
	skip: { in: ['prompt', 'discuss'] },
	'wrap-up': { in: ['lobby', 'prompt', 'closed', 'reveal', 'discuss'] },
	pause: { in: inRoom },
	calm: { in: inRoom, held: true },
	resume: { in: inRoom, held: true },
	're-enter': { in: inRoom, held: true, aside: true },
	approve: { in: inRoom, held: true, coach: true, aside: true },
	reject: { in: inRoom, held: true, coach: true, aside: true },
	seen: { in: inRoom, held: true, coach: true, aside: true },
	stop: { in: all, held: true, coach: true }
} satisfies Record<string, Rule>;

export type CommandName = keyof typeof rules;
export const commandNames = Object.keys(rules) as CommandName[];
export const ruleOf = (name: CommandName): Rule => rules[name];

const word = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(500));
const plain = commandNames.filter((name) => !['hands', 'choose', 're-enter', 'approve', 'reject', 'seen'].includes(name));

export const commandSchema = v.pipe(
	v.strictObject({
		cmd: v.picklist(commandNames),
		/** The sequence number of the view that the host acted on. */
		ifSeq: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
		/** Made by the client for this command: sent again, it does nothing twice. */
		key: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,40}$/)),
		/** Of `choose`. */
		option: v.optional(word),
		/** Of `hands`: counts by option. */
		counts: v.optional(
			v.pipe(
				v.record(word, count),
				v.check((counts) => Object.keys(counts).length <= 12)
			)
		),
		/** Of `re-enter`: the animal and colour of the phone. */
		name: v.optional(v.pipe(v.string(), v.regex(/^[a-z]{2,12}-[a-z]{2,12}$/))),
		/** Of `approve`, `reject`, `seen`: the id of a line or call. */
		id: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,32}$/)))
	}),
	v.check(({ cmd, ifSeq }) => ruleOf(cmd).aside === true || ifSeq !== undefined),
	v.check(({ cmd, option }) => cmd !== 'choose' || option !== undefined),
	v.check(({ cmd, counts }) => cmd !== 'hands' || counts !== undefined),
	v.check(({ cmd, name }) => cmd !== 're-enter' || name !== undefined),
	v.check(({ cmd, id }) => !['approve', 'reject', 'seen'].includes(cmd) || id !== undefined),
	v.check((command) => !plain.includes(command.cmd) || Object.keys(command).every((key) => ['cmd', 'ifSeq', 'key'].includes(key)))
);
export type Command = v.InferOutput<typeof commandSchema>;

/** Why a command isn't obeyed in a phase; null when it may be. */
export function refusalOf(
	name: CommandName,
	role: LiveRole,
	{ phase, hold }: { phase: Phase; hold: unknown }
): 'role' | 'ended' | 'phase' | 'held' | null {
	const rule = ruleOf(name);
	if (role !== 'coach' && (role !== 'host' || rule.coach)) return 'role';
	if (phase === 'ended') return 'ended';
	if (!rule.in.includes(phase)) return 'phase';
	if (hold && !rule.held) return 'held';
	if (!hold && name === 'resume') return 'phase';
	return null;
}
