// A sentence of one's own for the consultation that a meeting asks: one for each phone in the room, straight into the queue that two
// adults read, with a receipt to take it back. Who wrote it is kept nowhere; that the phone has written, until a day after.
import { error, fail } from '@sveltejs/kit';
import { publicRoute } from '$lib/auth/guards.server';
import { readFields } from '$lib/forms/fields';
import { isCode, normaliseCode } from '$lib/groups/code';
import { listGroupFacts } from '$lib/groups/facts.server';
import type { Locale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';
import { mayWrite } from '$lib/live/asked';
import { giveTurnBack, takeTurn } from '$lib/live/asked.server';
import { getLives } from '$lib/live/running.server';
import { addStatement, makeReceipt } from '$lib/moderation/queue.server';
import { longestStatement, tidyStatement } from '$lib/moderation/statement';
import { getInstance } from '$lib/ops/instance.server';

export const prerender = false;

interface PhoneEvent {
	params: { code: string; locale: string };
	cookies: { get(name: string): string | undefined };
	locals: App.Locals;
}

export const load = async (event) => {
	publicRoute();
	const { live } = await getPhone(event);
	const { asked, code } = { asked: live.plan.asked, code: live.code };
	return { code, open: mayWrite(asked, live.state), question: asked?.question[event.params.locale] ?? '' };
};

export const actions = {
	default: async (event) => {
		publicRoute();
		const { live, no } = await getPhone(event);
		const { asked } = live.plan;
		const fields = await readFields(event.request, 'text');
		const text = tidyStatement(fields?.text ?? '');
		if (!asked || !mayWrite(asked, live.state)) return fail(409, { problem: 'closed' as const, text });
		if (text === '') return fail(422, { problem: 'nothing' as const, text });
		if ([...text].length > longestStatement) return fail(422, { problem: 'long' as const, text });
		const { accounts, live: database, moderation } = getInstance();
		if (!(await takeTurn(database, live.id, no))) return fail(409, { problem: 'used' as const, text });
		const receipt = makeReceipt();
		const { organisationId, groupId } = live;
		try {
			const setting = (await listGroupFacts(accounts)).find(({ id }) => id === groupId)?.setting ?? 'other';
			const place = { organisationId, groupId, setting, locale: event.params.locale };
			const statement = { consultationId: asked.consultation, step: asked.step, ...place, raw: text };
			await addStatement(moderation, statement, receipt, new Date());
		} catch (failure) {
			await giveTurnBack(database, live.id, no);
			throw failure;
		}
		return { receipt };
	}
};

/** The live of the address and the number of the phone whose cookie this is; the 404 page for anybody else. */
async function getPhone({ params, cookies, locals }: PhoneEvent) {
	const code = normaliseCode(params.code);
	const { hub, cookie } = getLives();
	const token = cookies.get(cookie);
	const room = token && isCode(code) ? await hub.findRoom(code) : null;
	const participant = room && token ? await hub.findPhone(room, token) : null;
	if (room && participant) {
		// Another process may have moved the live a moment ago.
		await room.reread();
		return { live: room.live, no: participant.no };
	}
	error(404, { id: locals.requestId, message: getTranslator(params.locale as Locale)('errors.notFound') });
}
