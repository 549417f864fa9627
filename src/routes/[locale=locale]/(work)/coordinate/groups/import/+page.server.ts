// Groups from a spreadsheet, all or nothing. The list can be a file, or pasted where a phone can't choose files.
import { fail, redirect } from '@sveltejs/kit';
import { requireRole } from '$lib/auth/guards.server';
import { importLimits } from '$lib/groups/import-groups';
import { importGroups } from '$lib/groups/import-groups.server';
import { getInstance } from '$lib/ops/instance.server';

export const load = (event) => {
	requireRole(event, 'coordinator');
};

export const actions = {
	default: async (event) => {
		const account = requireRole(event, 'coordinator');
		const data = await event.request.formData().catch(() => null);
		const file = data?.get('file');
		const pasted = data?.get('list');
		const text = file instanceof File && file.size > 0 ? await readText(file) : typeof pasted === 'string' ? pasted : '';
		const read = await importGroups(getInstance().accounts, account, text, new Date());
		if (!read.ok) return fail(400, { problems: read.problems, text: text.slice(0, 20_000) });
		redirect(303, `/${event.params.locale}/coordinate/groups?done=import&state=preparing`);
	}
};

/** Bytes beyond the limit aren't even read; what is no UTF-8 is taken for the Latin-1 of older spreadsheets. */
async function readText(file: File): Promise<string> {
	if (file.size > importLimits.characters * 2) return 'x'.repeat(importLimits.characters + 1);
	const bytes = await file.arrayBuffer();
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}
