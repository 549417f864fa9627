// The public half of what badges are signed with, and how the world finds it: a DID document (did:web) for each issuer, and a
// JWKS. Pure, and the same in the browser that verifies.

export interface PublicKey {
	/** Of an Ed25519 key its multibase form, of an RSA key its thumbprint (RFC 7638): a name nobody has to keep a list of. */
	readonly id: string;
	readonly kind: 'Ed25519' | 'RS256';
	/** Of an Ed25519 key. */
	readonly multibase?: string;
	/** Of an RSA key. */
	readonly jwk?: { readonly kty: string; readonly n: string; readonly e: string };
	/** The month it was made in. */
	readonly since: string;
	/** The month in which it signed last; null while it signs. What it signed stays verifiable for ever. */
	readonly until: string | null;
}

/** All that a verifier of this instance's badges has to know. */
export interface Ring {
	readonly origin: string;
	readonly keys: readonly PublicKey[];
}

/** The issuer's identifier: of the platform (null), or of a member organisation on it. A port is written %3A (did:web). */
export function didOf(origin: string, issuer: string | null): string {
	const did = `did:web:${new URL(origin).host.replace(':', '%3A')}`;
	return issuer === null ? did : `${did}:issuers:${issuer}`;
}

/** True when the identifier is one of this instance's. */
export function isOwnDid(origin: string, did: string): boolean {
	const own = didOf(origin, null);
	return did === own || (did.startsWith(`${own}:issuers:`) && /^[\w-]{1,64}$/.test(did.slice(own.length + 9)));
}

/** Each issuer publishes the lists under its own name: verifiers refuse a list by somebody else than the badge's issuer. */
export function urlOfStatusList(origin: string, issuer: string | null, list: number): string {
	return issuer === null ? `${origin}/badges/status/${list}` : `${origin}/issuers/${issuer}/status/${list}`;
}

/** Where an RSA key is found as a JWK: the `kid` of a JWT must lead to it (Open Badges 3.0, 8.2.4.1). */
export function urlOfKey(origin: string, key: PublicKey): string {
	return `${origin}/badges/keys/${key.id}`;
}

export function describeJwk(origin: string, key: PublicKey): object {
	return { ...key.jwk, alg: 'RS256', use: 'sig', kid: urlOfKey(origin, key) };
}

export function describeJwks({ origin, keys }: Ring): object {
	return { keys: keys.filter(({ kind }) => kind === 'RS256').map((key) => describeJwk(origin, key)) };
}

/** The Ed25519 key as its own document, whose id is what a proof's `verificationMethod` says. */
export function describeMultikey(controller: string, { multibase }: PublicKey): object {
	return {
		'@context': 'https://w3id.org/security/multikey/v1',
		id: `${controller}#${multibase}`,
		type: 'Multikey',
		controller,
		publicKeyMultibase: multibase
	};
}

/** The DID document of an issuer, with every key that ever signed: retired ones still verify. */
export function describeDid({ origin, keys }: Ring, issuer: string | null): object {
	const did = didOf(origin, issuer);
	const methods = keys.map((key) => {
		if (key.kind === 'RS256') return { id: `${did}#${key.id}`, type: 'JsonWebKey', controller: did, publicKeyJwk: key.jwk };
		const { id, type, controller, publicKeyMultibase } = describeMultikey(did, key) as Record<string, string>;
		return { id, type, controller, publicKeyMultibase };
	});
	return {
		'@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1', 'https://w3id.org/security/jwk/v1'],
		id: did,
		verificationMethod: methods,
		assertionMethod: methods.map(({ id }) => id)
	};
}
