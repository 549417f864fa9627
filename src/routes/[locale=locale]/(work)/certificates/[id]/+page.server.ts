// The holder's badge: its files, and the certificate to print.
import { renderSVG } from 'uqr';
import { requireUser } from '$lib/auth/guards.server';
import { stateOf } from '$lib/certification/badge';
import { publishBadge } from '$lib/certification/badge-publish.server';
import type { CertificateData } from '$lib/certification/certificate-data';
import type { Locale } from '$lib/i18n/locales';
import { getMessages } from '$lib/i18n/messages.server';
import { getInstance } from '$lib/ops/instance.server';
import { wordsOf } from '../../../../badges/publish.server';
import { getOwnBadge } from './own-badge.server';

export const load = async (event) => {
	const account = requireUser(event);
	const { award, badge } = await getOwnBadge(event, account);
	const { id, achievement, month, validUntil } = badge;
	const locale = event.params.locale as Locale;
	const address = `${getInstance().settings.origin}/verify/${id}`;
	const published = await publishBadge(getInstance(), id, wordsOf);
	const { badges = {} } = getMessages(locale, 'badges');
	const { paperProved = '', paperProofFailed = '' } = badges;
	const messages = { badges: { paperProved, paperProofFailed } };
	const island: CertificateData = { locale, messages, id, address, nameMode: award.nameMode };
	return {
		island,
		state: stateOf(badge, new Date()),
		signed: published !== null,
		paper: {
			...{ achievement, month, validUntil, address },
			issuer: wordsOf(badge, published?.organisation ?? null).issuer,
			qr: renderSVG(address, { ecc: 'M', border: 4 })
		}
	};
};
