// How an app's secret is handed over: a drawing to scan, an address to tap on the same phone, a key to type.
import { renderSVG } from 'uqr';
import { totpUri } from './totp';

export interface TotpApp {
	qr: string;
	uri: string;
	/** The secret in base32, in blocks of four. */
	key: string;
}

/** The secret as a page shows it; the account is named so that the app can tell several apart. */
export function describeApp(secret: Uint8Array, username: string): TotpApp {
	const uri = totpUri(secret, 'Relais', username);
	const key = new URL(uri).searchParams.get('secret') ?? '';
	return { qr: renderSVG(uri, { ecc: 'M', border: 2 }), uri, key: key.replace(/.{4}(?=.)/g, '$& ') };
}
