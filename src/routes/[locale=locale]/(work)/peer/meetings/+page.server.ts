// The meetings of one's group: which ones I led. Live and paper records say that a meeting took place; the coach who was there signs.
import { fail, redirect } from '@sveltejs/kit';
import type { Account } from '$lib/auth/account';
import { requireRole } from '$lib/auth/guards.server';
import { claimMeeting } from '$lib/certification/path-steps.server';
import { evidenceMonths } from '$lib/certification/path';
import { readFields } from '$lib/forms/fields';
import { findKit } from '$lib/content/kits.server';
import { addMonths } from '$lib/i18n/day';
import type { Locale } from '$lib/i18n/locales';
import { listRecords } from '$lib/live/records.server';
import { getInstance } from '$lib/ops/instance.server';
import { readOwnPath } from '../../own-path.server';

type PeerEvent = Parameters<typeof readOwnPath>[0];

/** The group's meetings that can still count, each once by day and kit, newest first. */
async function listMeetings(account: Account, today: string): Promise<{ on: string; kit: string }[]> {
	const from = addMonths(today, -evidenceMonths);
	const records = account.groupId === null ? [] : await listRecords(getInstance().live, account.groupId);
	const held = records.filter(({ day }) => day >= from && day <= today).map(({ day, kit }) => ({ on: day, kit }));
	return [...new Map(held.map((meeting) => [`${meeting.on} ${meeting.kit}`, meeting])).values()];
}

async function readMeetings(event: PeerEvent, account: Account) {
	const { record, today } = await readOwnPath(event, account);
	const meetings = await listMeetings(account, today);
	return { led: record.meetings, meetings };
}

const isSame = (a: { on: string; kit: string }, b: { on: string; kit: string }) => a.on === b.on && a.kit === b.kit;

export const load = async (event) => {
	const account = requireRole(event, 'peer-expert');
	const locale = event.params.locale as Locale;
	const title = (kit: string) => findKit(kit, locale)?.text.title ?? kit;
	const { led, meetings } = await readMeetings(event, account);
	return {
		led: led.map(({ on, kit, signedOn }) => ({ on, kit, title: title(kit), signed: signedOn !== null })),
		meetings: meetings
			.filter((meeting) => !led.some((each) => isSame(each, meeting)))
			.map(({ on, kit }) => ({ on, kit, title: title(kit) })),
		done: event.url.searchParams.has('done')
	};
};

export const actions = {
	default: async (event) => {
		const account = requireRole(event, 'peer-expert');
		const fields = await readFields(event.request, 'on', 'kit', 'led');
		const { led, meetings } = await readMeetings(event, account);
		const wanted = { on: fields?.on ?? '', kit: fields?.kit ?? '' };
		const known = (fields?.led === 'yes' ? meetings : led).some((meeting) => isSame(meeting, wanted));
		if (!known) return fail(400, { unknown: true as const });
		await claimMeeting(getInstance().accounts, account.id, wanted, fields?.led === 'yes');
		redirect(303, `${event.url.pathname}?done`);
	}
};
