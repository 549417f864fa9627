// Reads a posted form at the boundary: text fields only, each with a length that nobody reaches by typing.

/** The longest text a field may send, in characters; what is beyond is cut. */
const maxLength = 1000;

/**
 * The named text fields of a posted form; '' where a field is missing or is a file. Null when the body is no form at all,
 * which only a hand-made request sends.
 */
export function readFields<Name extends string>(request: Request, ...names: Name[]): Promise<Record<Name, string> | null> {
	return readLongFields(request, maxLength, ...names);
}

/** The same for forms in which a program fills a field: with a longest text of their own. */
export async function readLongFields<Name extends string>(
	request: Request,
	longest: number,
	...names: Name[]
): Promise<Record<Name, string> | null> {
	const form = await request.formData().catch(() => null);
	if (form === null) return null;
	const fields = {} as Record<Name, string>;
	for (const name of names) {
		const value = form.get(name);
		fields[name] = typeof value === 'string' ? value.slice(0, longest) : '';
	}
	return fields;
}
