// The two ways into a group that are shown to people: an address to type, and a drawing to scan.
import { renderSVG } from 'uqr';
import type { Group } from '$lib/groups/group';
import type { Locale } from '$lib/i18n/locales';
import { getInstance } from '$lib/ops/instance.server';

export interface JoinCode {
	/** Without the scheme, as people type it. */
	address: string;
	/** SVG of the QR code, black on white in both themes: cameras expect it. */
	qr: string;
}

/** The address and the QR code of a group's join page in one language. */
export function describeJoinCode({ code }: Group, locale: Locale): JoinCode {
	const { origin } = getInstance().settings;
	const page = `${origin}/${locale}/join`;
	return { address: page.replace(/^https?:\/\//, ''), qr: renderSVG(`${page}?code=${code}`, { ecc: 'M', border: 2 }) };
}
