// One row of the table of faults: what goes wrong, what must then be so, and how it is tried.

export interface Fault {
	fault: string;
	expected: string;
	/** Resolves with what was seen, throws where something else was; null where this machine can't try it. */
	try(): Promise<string | null>;
}

export function expectThat(fact: boolean, otherwise: string): asserts fact {
	if (!fact) throw new Error(otherwise);
}

export const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
