import { describe, expect, it, vi } from 'vitest';
import { getTranslator } from '$lib/i18n/messages.server';
import type { SendMail } from '$lib/ops/mail.server';
import { mayBeSentTo, sendInvitation } from './send-invitation.server';

const link = { url: 'https://relais.example.org/fr/invitation/x', from: 'Claire' };
const taking = vi.fn<SendMail>(() => Promise.resolve({ ok: true }));
const failing =
	(reason: 'address' | 'unreachable'): SendMail =>
	() =>
		Promise.resolve({ ok: false, reason });
const send = (mail: SendMail | null, to: string) => sendInvitation(mail, getTranslator('fr'), { to, ...link });

describe('an invitation', () => {
	it('is sent with its link to the address that was given', async () => {
		expect(await send(taking, 'nadia@example.org')).toBe('sent');
		expect(taking).toHaveBeenCalledOnce();
		expect(taking.mock.calls[0]![0]).toMatchObject({ to: 'nadia@example.org', text: expect.stringContaining(link.url) });
	});

	it('says when it could not be sent, and is sent to nobody unasked', async () => {
		expect(await send(failing('address'), 'unknown@example.org')).toBe('address');
		expect(await send(failing('unreachable'), 'nadia@example.org')).toBe('unreachable');
		expect(await send(taking, '')).toBe('none');
		expect(await send(null, 'nadia@example.org')).toBe('none');
	});

	it.each([
		['', true],
		['nadia@example.org', true],
		['nadia', false],
		['nadia@example.org, other@example.org', false]
	])('may be sent to “%s”: %s', (to, may) => {
		expect(mayBeSentTo(taking, to)).toBe(may);
	});

	it('may be sent to nobody where there is no mail server', () => {
		expect(mayBeSentTo(null, 'nadia@example.org')).toBe(false);
	});
});
