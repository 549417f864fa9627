// A value with a version, kept on the device. What can't be understood is set aside, never overwritten silently.
import { readText, removeText, writeText } from './storage';

export interface Shape<T> {
	/** Of what this code writes. */
	version: number;
	empty: T;
	/** Turns data of this or an older version into a value; null when it makes no sense. */
	read(data: unknown, version: number): T | null;
}

export interface Stored<T> {
	get(): T;
	set(value: T): void;
	clear(): void;
	/** Why `get` fell back to the empty value: damaged data, or data of a newer version of Relais. */
	readonly problem: 'corrupt' | 'newer' | null;
}

/** Opens the stored value of that name; never throws. Damaged text is kept under `<name>.damaged` for a person to look at. */
export function createStored<T>(name: string, shape: Shape<T>): Stored<T> {
	let problem: Stored<T>['problem'] = null;

	function setAside(text: string, why: 'corrupt' | 'newer'): T {
		problem = why;
		writeText(`${name}.damaged`, text);
		return shape.empty;
	}

	return {
		get problem() {
			return problem;
		},
		get() {
			const text = readText(name);
			if (text === null) return shape.empty;
			const kept = parse(text);
			if (kept === null) return setAside(text, 'corrupt');
			if (kept.version > shape.version) return setAside(text, 'newer');
			return shape.read(kept.data, kept.version) ?? setAside(text, 'corrupt');
		},
		set(value) {
			writeText(name, JSON.stringify({ version: shape.version, data: value }));
		},
		clear() {
			removeText(name);
			removeText(`${name}.damaged`);
		}
	};
}

function parse(text: string): { version: number; data: unknown } | null {
	try {
		const kept: unknown = JSON.parse(text);
		if (typeof kept !== 'object' || kept === null || !('version' in kept) || !('data' in kept)) return null;
		return Number.isInteger(kept.version) ? { version: kept.version as number, data: kept.data } : null;
	} catch {
		return null;
	}
}
