// E-mail, where an instance has a mail server (SMTP_URL): only ever a link that somebody asked to have sent. Nothing is kept.
import { createTransport } from 'nodemailer';
import type { Settings } from './settings';

export interface Mail {
	to: string;
	subject: string;
	text: string;
}

export type SendMail = (mail: Mail) => Promise<{ ok: true } | { ok: false; reason: 'address' | 'unreachable' }>;

/** True for what can be one e-mail address: no second recipient, no header can hide in it. */
export function isMailAddress(text: string): boolean {
	return text.length <= 254 && /^[^\s@<>"(),:;\\[\]]+@[^\s@<>"(),:;\\[\]]+\.[^\s@<>"(),:;\\[\]]+$/.test(text);
}

/** Sends plain text by this mail server. `address`: it can't be or isn't taken; `unreachable`: the server doesn't answer. */
export function createMailer({ url, from }: NonNullable<Settings['mail']>): SendMail {
	const transport = createTransport(url, { from, disableFileAccess: true, disableUrlAccess: true });
	return async ({ to, subject, text }) => {
		if (!isMailAddress(to)) return { ok: false, reason: 'address' };
		try {
			await transport.sendMail({ to, subject, text });
			return { ok: true };
		} catch (error) {
			const refused = (error as { code?: string }).code === 'EENVELOPE';
			return { ok: false, reason: refused ? 'address' : 'unreachable' };
		}
	};
}
