// POST /<language>/voices/proof: signs a blinded number for a member of a group, without seeing it. No cookie, no log line.
import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { publicRoute } from '$lib/auth/guards.server';
import { findGroupByKey } from '$lib/groups/groups.server';
import { isGroupKey } from '$lib/groups/membership';
import { getInstance } from '$lib/ops/instance.server';
import { createLimiter } from '$lib/ops/limiter';
import { signBlindly } from '$lib/voices/blind-sign.server';

export const prerender = false;

const limiter = createLimiter({ capacity: 120, refillPerSecond: 2, maxKeys: 10_000 });
const maxBytes = 2048;

const asked = v.strictObject({
	key: v.pipe(
		v.string(),
		v.check((key) => isGroupKey(key))
	),
	form: v.pipe(v.string(), v.maxLength(80)),
	blinded: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{342,512}$/))
});

export const POST = async ({ request }) => {
	publicRoute();
	const text = await request.text().catch(() => '');
	const { success, output } = v.safeParse(asked, text.length <= maxBytes ? parse(text) : null);
	if (!success) return refuse(400, 'malformed');
	const { accounts, voices } = getInstance();
	const group = await findGroupByKey(accounts, output.key);
	if (!group?.open) return refuse(404, 'unknown-group');
	const now = new Date();
	if (!limiter.take(group.id, now)) return refuse(429, 'limited');
	const signed = await signBlindly(voices, group.id, output.form, Buffer.from(output.blinded, 'base64url'), now);
	if (signed.ok) return json({ signature: Buffer.from(signed.signature).toString('base64url') });
	return refuse(signed.reason === 'malformed' ? 400 : 403, signed.reason);
};

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

function refuse(status: number, code: string): Response {
	return json({ error: { code } }, { status });
}
