// Where a badge stands in the published lists of what was revoked (W3C Bitstring Status List 1.0). Pure.

/** Places in one list: the specification's least, so that asking for a list doesn't tell whose badge is looked up. */
export const listLength = 131_072;

/** The list (from 1) and the place in it of a badge's index. */
export function placeOf(statusIndex: number): { list: number; place: number } {
	return { list: Math.floor(statusIndex / listLength) + 1, place: statusIndex % listLength };
}
