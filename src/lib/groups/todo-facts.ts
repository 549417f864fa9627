// What the rules of the to-do list may look at: plain values, gathered by the route from what may not know each other.
import type { GateItem } from './organisation';

export interface PeerFact {
	id: string;
	name: string;
	pausedOn: string | null;
	/** Day of the first meeting that they say to have led and nobody signed; null where there is none. */
	unsignedSince: string | null;
	/** Day since when enough meetings are signed and the rubric is still open; null before, and once it is agreed. */
	rubricSince: string | null;
	/** The last day of a certificate that ends within three months. */
	certificateEnds: string | null;
}

export interface InvitationFact {
	id: string;
	sentOn: string;
	/** The last day on which it can be used. */
	expiresOn: string;
}

export interface MisconceptionFact {
	module: string;
	title: string;
	/** The witness: the scene where it was chosen. */
	node: string;
	scene: string;
	choice: string;
	label: string;
	/** As disclosed to the coach: steps of five or more. */
	respondents: number;
	count: number;
	quarter: string;
}

export interface PlanFact {
	id: string;
	on: string;
	kit: string;
	title: string;
	intensity: number;
	coachPresent: boolean;
	state: 'planned' | 'held';
}

export interface BoosterFact {
	planId: string;
	/** Whole module title and slug that the meeting was about. */
	kit: string;
	title: string;
	step: '3-weeks' | '3-months' | '6-months';
	dueOn: string;
	heldOn: string;
}

/** All of one group. Days are `2026-11-25`. */
export interface GroupFacts {
	id: string;
	name: string;
	createdOn: string;
	openedOn: string | null;
	closed: boolean;
	missing: GateItem[];
	codeExpiresOn: string;
	/** Sentences of young people that wait for the coach to read them, and the day by which the first is deleted unread. */
	sentences: { n: number; until: string } | null;
	/** True when at least one module was begun. */
	started: boolean;
	peers: PeerFact[];
	invitations: InvitationFact[];
	misconceptions: MisconceptionFact[];
	plans: PlanFact[];
	boosters: BoosterFact[];
	/** Training days of the organisation to come; `listed` peers of this group that are on its list. */
	trainingDays: { id: string; on: string; listed: number }[];
	/** Coaches whose place ends, this account or a colleague. */
	substitutions: { name: string; until: string }[];
	coaches: number;
	handover: boolean;
}
