// Sends a link just made by e-mail, where the instance can and somebody asks for it. The address isn't kept.
import { composeInvitation } from '$lib/auth/invitation-mail.server';
import type { Translate } from '$lib/i18n/translator';
import { isMailAddress, type SendMail } from '$lib/ops/mail.server';

/** Nothing was asked to be sent, it was sent, or the mail server didn't take it. */
export type Sending = 'none' | 'sent' | 'address' | 'unreachable';

/** True for an empty field, and for what can be one address on an instance that can send. */
export function mayBeSentTo(mail: SendMail | null, to: string): boolean {
	return to === '' || (mail !== null && isMailAddress(to));
}

/** Sends a link just made, when an address was given. The page that made it shows it all the same. */
export async function sendInvitation(
	mail: SendMail | null,
	t: Translate,
	{ to, url, from }: { to: string; url: string; from: string }
): Promise<Sending> {
	if (mail === null || to === '') return 'none';
	const sent = await mail({ to, ...composeInvitation(t, { url, from }) });
	return sent.ok ? 'sent' : sent.reason;
}
