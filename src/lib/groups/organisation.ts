// An organisation runs groups and answers for the young people in them. Pure: what it must have said before a group may open,
// and the steps of its beginning.
import type { Setting } from './group';

export interface Organisation {
	readonly id: string;
	readonly name: string;
	/** ISO 3166, lower case: `be`. */
	readonly country: string;
	/** The day the agreement was signed, on paper; null until then. */
	readonly agreedOn: string | null;
	/** Who is called when a young person says something serious: a role or a first name, never a case. */
	readonly contact: string;
	/** How that person is reached by the coaches. */
	readonly contactPhone: string;
	/** What a coach does then, in the organisation's own words. */
	readonly procedure: string;
	/** Null while it takes part. */
	readonly closedAt: Date | null;
	readonly createdAt: Date;
	/** Goes up with each change: who saves an older one is told. */
	readonly version: number;
}

/** What stands between a group and its opening. */
export const gateItems = ['contact', 'procedure', 'coach'] as const;
export type GateItem = (typeof gateItems)[number];

/** Shortest contact, telephone and procedure that say something, in characters: "ok" is no procedure. */
export const gateMinimum = { contact: 2, contactPhone: 3, procedure: 40 };

type Safeguarding = Pick<Organisation, 'contact' | 'contactPhone' | 'procedure'>;

/** What is still missing before a group may open; empty when it may. Young people's disclosures must land somewhere. */
export function listMissing(organisation: Safeguarding, coaches: number): GateItem[] {
	const missing: GateItem[] = [];
	if (!hasContact(organisation)) missing.push('contact');
	if (!hasProcedure(organisation)) missing.push('procedure');
	if (coaches === 0) missing.push('coach');
	return missing;
}

export function hasContact({ contact, contactPhone }: Safeguarding): boolean {
	return contact.trim().length >= gateMinimum.contact && contactPhone.trim().length >= gateMinimum.contactPhone;
}

export function hasProcedure({ procedure }: Safeguarding): boolean {
	return procedure.trim().length >= gateMinimum.procedure;
}

/** The beginning of an organisation, in the order in which it makes sense. */
export const onboardingSteps = ['agreement', 'contact', 'procedure', 'group', 'coach', 'peers', 'date'] as const;
export type OnboardingStep = (typeof onboardingSteps)[number];

export interface OnboardingFacts {
	organisation: Safeguarding & Pick<Organisation, 'agreedOn'>;
	groups: number;
	/** Groups with at least one coach. */
	groupsWithCoach: number;
	/** Peer experts of the group that has most. */
	peers: number;
	/** Training days and meetings, planned or past. */
	dates: number;
}

/** Each step, done or not; the first that isn't is the next one. */
export function listOnboarding(facts: OnboardingFacts): { step: OnboardingStep; done: boolean }[] {
	const done: Record<OnboardingStep, boolean> = {
		agreement: facts.organisation.agreedOn !== null,
		contact: hasContact(facts.organisation),
		procedure: hasProcedure(facts.organisation),
		group: facts.groups > 0,
		coach: facts.groups > 0 && facts.groupsWithCoach > 0,
		peers: facts.peers >= 2,
		date: facts.dates > 0
	};
	return onboardingSteps.map((step) => ({ step, done: done[step] }));
}

export const ageBands = ['12-13', '14-15', '16-18'] as const;
export type AgeBand = (typeof ageBands)[number];

/** How a group is set up; a coach changes any of it. */
export interface GroupSetUp {
	/** Languages that its young people read, for the print pack; those of the interface. */
	readonly languages: readonly string[];
	readonly ageBand: AgeBand;
	/** Phones pass from hand to hand: the coach is advised of the mode that keeps nothing. */
	readonly sharedPhones: boolean;
	/** Strongest modules offered in meetings, 1 to 3. */
	readonly intensity: number;
}

/** What a setting usually needs; a start, never a rule (mission: in shelters, many languages and shared phones are the normal case). */
export const presets: Record<Setting, GroupSetUp> = {
	shelter: { languages: ['fr', 'en', 'nl', 'ar'], ageBand: '14-15', sharedPhones: true, intensity: 2 },
	'youth-service': { languages: ['fr', 'en'], ageBand: '14-15', sharedPhones: true, intensity: 2 },
	school: { languages: ['fr'], ageBand: '12-13', sharedPhones: false, intensity: 2 },
	scouts: { languages: ['fr'], ageBand: '12-13', sharedPhones: false, intensity: 1 },
	other: { languages: ['fr'], ageBand: '14-15', sharedPhones: false, intensity: 1 }
};
