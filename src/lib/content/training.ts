// What a training unit is beyond a module: who it is for, which step of a path it stands for, and what must be reached in it.
// Units lie in content/training; they are for people who are signed in and never among the modules of young people.
import { basename, dirname } from 'node:path/posix';
import * as v from 'valibot';

export const audiences = ['peer-expert', 'coach'] as const;
/** Who works through a unit. */
export type Audience = (typeof audiences)[number];

/** The units of each path, in their order. */
export const unitsOf = {
	'peer-expert': ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7'],
	coach: ['C1', 'C2', 'C3', 'C4', 'C5']
} as const satisfies Record<Audience, readonly string[]>;
export type UnitNumber = (typeof unitsOf)[Audience][number];

export interface UnitFacts {
	audience: Audience;
	unit: UnitNumber;
	/** The score (of the graph, with its pass mark) of the knowledge check. */
	check: string;
	/** Scores whose pass marks must all be reached as well: of a simulation, or of several scenarios. None in most units. */
	pass: string[];
	/** Worked through again when a certificate is renewed. */
	renewal: boolean;
}

/** Fewest questions of a knowledge check. */
export const fewestQuestions = 3;

const allUnits = Object.values(unitsOf).flat();

/** The fields that only a unit has in its front matter. */
export const unitFields = {
	audience: v.picklist(audiences, `must be ${audiences.join(' or ')}`),
	unit: v.pipe(
		v.string('must be a number like P1 or C1'),
		v.check((text) => findAudience(text) !== null, `must be one of ${allUnits.join(', ')}`),
		v.transform((text) => text as UnitNumber)
	),
	check: v.string('must name a score'),
	pass: v.optional(v.array(v.string('must name a score'), 'must be a list of scores'), []),
	renewal: v.optional(v.boolean('must be true or false'), false)
};

/** The audience of a number like "C1"; null where no unit has it. */
export function findAudience(unit: string): Audience | null {
	return audiences.find((audience) => (unitsOf[audience] as readonly string[]).includes(unit)) ?? null;
}

/** Whether a module.svx is a training unit: its folder lies in a folder `training`. */
export function isTrainingFile(file: string): boolean {
	return basename(dirname(dirname(file))) === 'training';
}
