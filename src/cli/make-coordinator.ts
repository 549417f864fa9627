// `npm run make-coordinator`: the first way in. Prints a one-time link that makes a coordinator (or a network admin), or that
// gives an account whose owner lost everything a new access. Whoever runs it has the data folder anyway, so it asks for nothing.
import { isLocale } from '../lib/i18n/locales';
import { invitationPath } from '../lib/auth/invitation';
import { findAccountByUsername } from '../lib/auth/accounts.server';
import { inviteAccount, resetAccess } from '../lib/auth/invitations.server';
import { createOrganisation } from '../lib/groups/organisations.server';
import { organisationTable } from '../lib/groups/tables.server';
import { closeInstance, openInstance, type Instance } from '../lib/ops/instance.server';
import { readInstanceSettings, runCommand, UsageError } from './command';

const usage = `
  npm run make-coordinator -- --organisation "Name"        invites a coordinator; makes the organisation if there is none of that name
  npm run make-coordinator -- --organisation "Name" --network-admin
  npm run make-coordinator -- --reset username             a new access for an account that exists
  … --locale fr|en|nl|ar                                   the language of the link (fr)

  ORIGIN is the address that browsers open: the link begins with it. Exit codes: 0 done, 1 failed, 2 wrongly asked.
`;

const options = {
	organisation: { type: 'string' },
	'network-admin': { type: 'boolean' },
	reset: { type: 'string' },
	locale: { type: 'string' }
} as const;

interface Wanted {
	organisation?: string;
	'network-admin'?: boolean;
	reset?: string;
	locale?: string;
}

async function run(instance: Instance, wanted: Wanted): Promise<string> {
	const locale = wanted.locale ?? 'fr';
	if (!isLocale(locale)) throw new UsageError(`There is no language "${locale}".`);
	const now = new Date();
	const made = wanted.reset === undefined ? await invite(instance, wanted, now) : await reset(instance, wanted.reset, now);
	const url = `${instance.settings.origin}${invitationPath(locale, made.token)}`;
	return `\n  ${made.what}\n  The link works once, for 72 hours:\n\n  ${url}\n`;
}

async function invite({ accounts }: Instance, wanted: Wanted, now: Date): Promise<{ token: string; what: string }> {
	const organisations = await accounts.read.select().from(organisationTable);
	const name = wanted.organisation?.trim();
	const [only] = organisations;
	if (!name && (only === undefined || organisations.length > 1)) {
		const names = organisations.map((each) => `\n    ${each.name}`).join('');
		throw new UsageError(`Say for which organisation.${names && ` There are:${names}`}`);
	}
	const found = name ? organisations.find((each) => each.name === name) : only;
	if (name && name.length > 120) throw new UsageError('An organisation’s name has 120 characters at most.');
	const organisationId = found?.id ?? (await createOrganisation(accounts, { name: name ?? '' }, now));
	const role = wanted['network-admin'] ? 'network-admin' : 'coordinator';
	const { token } = await inviteAccount(accounts, { role, organisationId, by: null }, now);
	return { token, what: `An invitation for a ${role} of ${found?.name ?? name}.` };
}

async function reset({ accounts }: Instance, username: string, now: Date): Promise<{ token: string; what: string }> {
	const found = await findAccountByUsername(accounts, username);
	const link = found && (await resetAccess(accounts, found.account.id, null, now));
	if (link === null) throw new UsageError(`There is no open account "${username}".`);
	return { token: link.token, what: `A new access for ${found?.account.name}. Their devices are signed out.` };
}

await runCommand(usage, options, async (values) => {
	const origin = process.env.ORIGIN || `http://localhost:${process.env.PORT || '3000'}`;
	const instance = await openInstance({ ...readInstanceSettings(), origin });
	try {
		console.log(await run(instance, values));
		if (!process.env.ORIGIN) console.log(`  (ORIGIN isn’t set: if browsers don’t open ${origin}, set it and run this again.)\n`);
	} finally {
		await closeInstance();
	}
});
