// What is attacked: addresses in which `{}` stands for what an attacker writes. The product's and the planted holes have the same
// shape, so that every attack that finds nothing in the one has been seen to find something in the other.

export type Kind = 'sql-injection' | 'reflected-xss' | 'missing-guard' | 'open-redirect' | 'path-traversal' | 'csrf' | 'headers';

export const kinds: Kind[] = [
	'sql-injection',
	'reflected-xss',
	'missing-guard',
	'open-redirect',
	'path-traversal',
	'csrf',
	'headers'
];

export interface Finding {
	kind: Kind;
	/** Tool or check, and where. */
	what: string;
}

export interface Input {
	path: string;
	/** A form's body; a GET without. */
	body?: string;
	/** As somebody signed in. */
	signedIn?: boolean;
}

export interface Target {
	origin: string;
	cookie: string;
	/** Where words go into queries and pages. */
	inputs: Input[];
	/** Where a word names an address to go to. */
	redirects: Input[];
	/** Where a word names a file. */
	files: string[];
	/** What nobody may see who isn't signed in. */
	guarded: string[];
	/** Forms that change something for who is signed in. */
	changes: Input[];
	/** Pages whose headers are read. */
	pages: string[];
	/** Where wapiti begins. */
	start: string;
	/** Addresses that the list of words may find. */
	known: RegExp;
}

/** One request as an attacker makes it: nothing is followed, nothing is normalised. */
export async function send(
	target: Target,
	input: Input,
	written: string,
	headers: Record<string, string> = {}
): Promise<{ status: number; headers: Headers; text: string }> {
	const fill = (text: string) => text.replaceAll('{}', encodeURIComponent(written));
	const body = input.body === undefined ? undefined : fill(input.body);
	const answer = await fetch(`${target.origin}${fill(input.path)}`, {
		method: body === undefined ? 'GET' : 'POST',
		redirect: 'manual',
		headers: {
			accept: 'text/html',
			...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded', origin: target.origin }),
			...(input.signedIn && { cookie: target.cookie }),
			...headers
		},
		...(body !== undefined && { body })
	});
	return { status: answer.status, headers: answer.headers, text: await answer.text() };
}
