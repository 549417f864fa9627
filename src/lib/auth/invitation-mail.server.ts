// An invitation by e-mail, where the instance can send one: the link, who it is from, and nothing else.
import type { Translate } from '../i18n/translator';

/** Subject and text of the mail that carries a link. `from` is the name of who invites. */
export function composeInvitation(t: Translate, { url, from }: { url: string; from: string }): { subject: string; text: string } {
	return { subject: t('invitation.mailSubject'), text: t('invitation.mailText', { url, from }) };
}
