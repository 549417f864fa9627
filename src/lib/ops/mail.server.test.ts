// Against a real SMTP server on this machine.
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeInvitation } from '$lib/auth/invitation-mail.server';
import { getTranslator } from '$lib/i18n/messages.server';
import { createMailer, isMailAddress } from './mail.server';

const received: { to: string[]; raw: string }[] = [];
const server = new SMTPServer({
	disabledCommands: ['STARTTLS'],
	onAuth: ({ username, password }, _, done) =>
		username === 'relais' && password === 'p@ss word' ? done(null, { user: username }) : done(new Error('who?')),
	onRcptTo: ({ address }, _, done) => done(address.startsWith('unknown') ? new Error('no such mailbox') : null),
	onData(stream, { envelope }, done) {
		const chunks: Buffer[] = [];
		stream.on('data', (chunk: Buffer) => chunks.push(chunk));
		stream.on('end', () => {
			received.push({ to: envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString('utf8') });
			done();
		});
	}
});
let port: number;

beforeAll(async () => {
	port = await new Promise((resolve) => {
		const listening = server.listen(0, '127.0.0.1', () => resolve((listening.address() as { port: number }).port));
	});
});

afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

const mailer = (login = 'relais:p%40ss%20word') =>
	createMailer({ url: `smtp://${login}@127.0.0.1:${port}`, from: 'relais@example.org' });

describe('a mailer', () => {
	it.each(['fr', 'ar'] as const)('sends an invitation in %s, to one person, with the whole link', async (locale) => {
		received.length = 0;
		const url = `https://relais.example.org/${locale}/invitation#${'A'.repeat(43)}`;
		const mail = composeInvitation(getTranslator(locale), { url, from: 'Claire' });
		expect(await mailer()({ to: 'nadia@example.org', ...mail })).toEqual({ ok: true });
		expect(received).toMatchObject([{ to: ['nadia@example.org'] }]);
		const [head = '', ...rest] = (received[0]?.raw ?? '').split('\r\n\r\n');
		const body = rest.join('\r\n\r\n');
		expect(head).toContain('From: relais@example.org');
		const decoded = /base64/.test(head)
			? Buffer.from(body, 'base64').toString('utf8')
			: body
					.replace(/=\r\n/g, '')
					.replace(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'));
		expect(decoded).toContain(url);
		expect(decoded).toContain('Claire');
	});

	it('says that an address is refused', async () => {
		expect(await mailer()({ to: 'unknown@example.org', subject: 's', text: 't' })).toEqual({ ok: false, reason: 'address' });
	});

	it.each([
		['a wrong passphrase', () => mailer('relais:wrong')],
		['no server', () => createMailer({ url: 'smtp://127.0.0.1:1', from: 'relais@example.org' })]
	])('says that mail can’t be sent with %s', async (_, make) => {
		expect(await make()({ to: 'nadia@example.org', subject: 's', text: 't' })).toEqual({ ok: false, reason: 'unreachable' });
	});

	it.each(['', 'nadia', 'a@b', 'a@b.org, c@d.org', 'a@b.org\nBcc: c@d.org', '<a@b.org>', `${'x'.repeat(250)}@b.org`])(
		'sends nothing to %j',
		async (to) => {
			received.length = 0;
			expect(isMailAddress(to)).toBe(false);
			expect(await mailer()({ to, subject: 's', text: 't' })).toEqual({ ok: false, reason: 'address' });
			expect(received).toEqual([]);
		}
	);
});
