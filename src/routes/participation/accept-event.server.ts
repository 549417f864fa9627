// From a device's event to a count, for the endpoint and for plays without JavaScript: whose key is it, is the group open, is
// it too much at once, does the place exist. The voices store itself knows neither groups nor modules.
import { findModule } from '$lib/content/catalogue.server';
import type { Graph } from '$lib/content/graph';
import { findGroupByKey } from '$lib/groups/groups.server';
import { isLocale } from '$lib/i18n/locales';
import type { Instance } from '$lib/ops/instance.server';
import { createLimiter } from '$lib/ops/limiter';
import { recordParticipation } from '$lib/voices/participation.server';
import type { ParticipationEvent } from '$lib/voices/schema';

export type Accepted =
	| { ok: true }
	| { ok: false; reason: 'unknown-group' | 'closed-group' | 'unknown-place' }
	| { ok: false; reason: 'limited'; seconds: number };

/** Per group and never per address: a class of thirty whose phones all come back online brings about 900 events at once. */
const limiter = createLimiter({ capacity: 1000, refillPerSecond: 50, maxKeys: 10_000 });

/** Counts an event for the group of its key; a repeat is accepted and changes nothing. */
export async function acceptEvent(
	instance: Pick<Instance, 'accounts' | 'voices'>,
	event: ParticipationEvent,
	now: Date
): Promise<Accepted> {
	const { key, ...facts } = event;
	const group = await findGroupByKey(instance.accounts, key);
	if (group === null) return { ok: false, reason: 'unknown-group' };
	if (!group.open) return { ok: false, reason: 'closed-group' };
	if (!limiter.take(group.id, now)) return { ok: false, reason: 'limited', seconds: limiter.retryAfter(group.id, now) };
	if (!isKnownPlace(event)) return { ok: false, reason: 'unknown-place' };
	await recordParticipation(instance.voices, { ...facts, groupId: group.id, organisationId: group.organisationId }, now);
	return { ok: true };
}

/** An event of an older version counts as long as its place still exists; nobody can fill the store with words of their own. */
function isKnownPlace(event: ParticipationEvent): boolean {
	const graph = isLocale(event.locale) ? findModule(event.module, event.locale)?.graph : undefined;
	if (graph === undefined || event.version > graph.version) return false;
	if (event.kind === 'start') return true;
	const node = findNode(graph, event.node);
	if (event.kind === 'end') return node?.end !== undefined;
	return node?.choices.some(({ id }) => id === event.choice) ?? false;
}

function findNode(graph: Graph, id: string) {
	return Object.hasOwn(graph.nodes, id) ? graph.nodes[id] : undefined;
}
