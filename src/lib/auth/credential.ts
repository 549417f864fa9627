// What a browser answers with a passkey, as it arrives in a form field: judged for its shape before anything reads it.
import * as v from 'valibot';

/** Longer than any passkey's answer; a form field is cut where nobody's answer ends. */
export const credentialMaxLength = 16_384;

const text = v.pipe(v.string(), v.maxLength(credentialMaxLength));
const schema = v.object({
	id: v.pipe(v.string(), v.minLength(1), v.maxLength(1400), v.regex(/^[A-Za-z0-9_-]+$/)),
	rawId: text,
	type: v.literal('public-key'),
	response: v.looseObject({ clientDataJSON: text })
});

/** The credential as the WebAuthn library takes it; null when the text isn't one. Its proof is judged there. */
export function parseCredential<T extends { id: string }>(given: string): T | null {
	if (given.length > credentialMaxLength) return null;
	try {
		const parsed: unknown = JSON.parse(given);
		return v.is(schema, parsed) ? (parsed as unknown as T) : null;
	} catch {
		return null;
	}
}
