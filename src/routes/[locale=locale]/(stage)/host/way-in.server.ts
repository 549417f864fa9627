// The way in that stands on the big screen: an address without a language, and its drawing.
import { renderSVG } from 'uqr';
import { getInstance } from '$lib/ops/instance.server';

/** `relais.example/live` to type, and the QR code (black on white, as cameras expect) of the live's own address. */
export function describeWayIn(code: string): { address: string; qr: string } {
	const { origin } = getInstance().settings;
	return {
		address: `${origin.replace(/^https?:\/\//, '')}/live`,
		qr: renderSVG(`${origin}/live/${code}`, { ecc: 'M', border: 1 })
	};
}
