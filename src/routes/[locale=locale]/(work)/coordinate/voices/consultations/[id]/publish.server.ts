// Publishes what two adults approved, when its consultation is answered: all at once, in no order, without a way back to a receipt.
import { createHash } from 'node:crypto';
import { listApproved, takeOut } from '$lib/moderation/queue.server';
import { mayPublish } from '$lib/moderation/statement';
import type { Instance } from '$lib/ops/instance.server';
import { publishStatements } from '$lib/voices/consultations.server';

/** Moves approved sentences into the voices, if they come from three organisations or more; others are deleted unpublished. */
export async function publishApproved(
	{ voices, moderation }: Pick<Instance, 'voices' | 'moderation'>,
	consultationId: string
): Promise<number> {
	const approved = await listApproved(moderation, consultationId);
	const published = mayPublish(approved) ? approved : [];
	// Made of the id in the queue, so that a second try after a crash publishes nothing twice.
	const keyOf = (id: string) => createHash('sha256').update(`statement ${id}`).digest('base64url').slice(0, 22);
	await publishStatements(
		voices,
		published.map(({ id, step, setting, locale, cleaned }) => ({
			statementKey: keyOf(id),
			consultationId,
			step,
			setting,
			locale,
			text: cleaned
		}))
	);
	await takeOut(
		moderation,
		approved.map(({ id }) => id)
	);
	return published.length;
}
