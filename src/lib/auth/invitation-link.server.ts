// A link as it is handed over: an address to copy or send, and a drawing to scan. Shown once, by the page that made it.
import { renderSVG } from 'uqr';
import { invitationPath } from './invitation';

export interface InvitationLink {
	url: string;
	/** SVG of the QR code, black on white in both themes: cameras expect it. */
	qr: string;
}

/** The address and QR code of a token just made, on this instance (`settings.origin`) and in this language. */
export function describeInvitationLink(origin: string, locale: string, token: string): InvitationLink {
	const url = `${origin}${invitationPath(locale, token)}`;
	return { url, qr: renderSVG(url, { ecc: 'M', border: 2 }) };
}
