// What the holder's page hands to its island.
import type { Locale } from '../i18n/locales';
import type { Messages } from '../i18n/translator';
import type { NameMode } from './badge';

export interface CertificateData {
	locale: Locale;
	messages: Messages;
	id: string;
	nameMode: NameMode;
	/** The address in the QR code, without a secret. */
	address: string;
}
