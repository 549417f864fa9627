// Signing: a badge and a status list with the Ed25519 key (Data Integrity, eddsa-rdfc-2022), a badge as a JWT with the RSA key.
// Done when somebody asks, not when the badge is given: the database holds no signature, and after a rotation every badge is
// signed with the new keys.
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { issue } from '@digitalbazaar/vc';
import { createCredential, createList } from '@digitalbazaar/vc-bitstring-status-list';
import { importJWK, SignJWT } from 'jose';
import type { Credential } from './badge-credential';
import { createLoader } from './badge-contexts';
import { didOf, urlOfStatusList } from './badge-keys';
import type { SigningKeys } from './badge-keys.server';
import { listLength, placeOf } from './badge-status';

/** The credential with its proof. The proof is dated like the badge, to the month: a moment would tell who sat there then. */
export async function signCredential(credential: Credential, keys: SigningKeys): Promise<object> {
	return sign(credential, credential.issuer.id, credential.validFrom, keys);
}

/** The credential as a compact JWT (VC-JWT, RS256), whose payload is the credential with the registered claims beside. */
export async function signJwt(credential: Credential, origin: string, keys: SigningKeys): Promise<string> {
	const seconds = (moment: string) => Date.parse(moment) / 1000;
	return new SignJWT({ ...credential })
		.setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: `${origin}/badges/keys/${keys.rsaId}` })
		.setIssuer(credential.issuer.id)
		.setSubject(credential.credentialSubject.id)
		.setJti(credential.id)
		.setNotBefore(seconds(credential.validFrom))
		.setExpirationTime(seconds(credential.validUntil))
		.sign(await importJWK(keys.rsa, 'RS256'));
}

/** How long a verifier may go by a status list, in milliseconds: a day. */
const listTime = 86_400_000;

/** A signed list: `revoked` are indexes of any list, those of others are left out. Dated to the hour. */
export async function signStatusList(
	{ origin, list, issuer, revoked }: { origin: string; list: number; issuer: string | null; revoked: readonly number[] },
	keys: SigningKeys,
	now: Date
): Promise<object> {
	const bits = await createList({ length: listLength });
	for (const index of revoked) if (placeOf(index).list === list) bits.setStatus(placeOf(index).place, true);
	const id = urlOfStatusList(origin, issuer, list);
	const hour = `${now.toISOString().slice(0, 13)}:00:00Z`;
	const until = `${new Date(Date.parse(hour) + listTime).toISOString().slice(0, 19)}Z`;
	const did = didOf(origin, issuer);
	const unsigned = await createCredential({ id, list: bits, statusPurpose: 'revocation' });
	return sign({ ...unsigned, issuer: did, validFrom: hour, validUntil: until }, did, hour, keys);
}

async function sign(credential: object, controller: string, date: string, keys: SigningKeys): Promise<object> {
	const { publicKeyMultibase, secretKeyMultibase } = keys;
	const id = `${controller}#${publicKeyMultibase}`;
	const pair = await Ed25519Multikey.from({ type: 'Multikey', id, controller, publicKeyMultibase, secretKeyMultibase });
	const suite = new DataIntegrityProof({ signer: pair.signer(), date, cryptosuite });
	const signed = (await issue({ credential: structuredClone(credential), suite, documentLoader: createLoader() })) as {
		proof: object;
	};
	// The published schema wants a list of proofs.
	return { ...signed, proof: [signed.proof].flat() };
}
